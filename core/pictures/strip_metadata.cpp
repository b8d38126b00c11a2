// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/strip_metadata.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace quillway::pictures {

namespace {

constexpr quint8 startOfScan = 0xda;
constexpr quint8 endOfImage = 0xd9;

bool isRestart(quint8 marker)
{
    return marker >= 0xd0 && marker <= 0xd7;
}

/// What a decoder needs: all but application data and comments; of these what says how to read the colours.
bool isKeptSegment(quint8 marker, QByteArrayView content)
{
    switch (marker) {
    case 0xe0: return content.startsWith("JFIF");
    case 0xe2: return content.startsWith("ICC_PROFILE");
    case 0xee: return content.startsWith("Adobe");
    case 0xfe: return false;
    default: return marker < 0xe0 || marker > 0xef;
    }
}

/// Where the marker behind the compressed data that begin at `from` stands; nothing if they never end (ITU-T T.81, B.1.1.5).
std::optional<qsizetype> endOfData(QByteArrayView jpeg, qsizetype from)
{
    for (qsizetype at = jpeg.indexOf('\xff', from); at >= 0 && at + 1 < jpeg.size(); at = jpeg.indexOf('\xff', at + 1)) {
        const quint8 next = quint8(jpeg[at + 1]);
        if (next != 0 && next != 0xff && !isRestart(next))
            return at;
    }
    return std::nullopt;
}

std::optional<QByteArray> jpegWithout(QByteArrayView jpeg)
{
    QByteArray kept = jpeg.first(std::min<qsizetype>(2, jpeg.size())).toByteArray();
    qsizetype at = 2;
    while (at + 4 <= jpeg.size() && quint8(jpeg[at]) == 0xff) {
        const quint8 marker = quint8(jpeg[at + 1]);
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        const qsizetype length = qFromBigEndian<quint16>(jpeg.data() + at + 2);
        if (marker == endOfImage || length < 2 || at + 2 + length > jpeg.size())
            break;
        qsizetype end = at + 2 + length;
        if (isKeptSegment(marker, jpeg.sliced(at + 4, length - 2))) {
            if (marker == startOfScan) {
                const std::optional<qsizetype> after = endOfData(jpeg, end);
                if (!after)
                    return std::nullopt;
                end = *after;
            }
            kept.append(jpeg.sliced(at, end - at));
        }
        at = end;
    }
    if (at + 2 > jpeg.size() || quint8(jpeg[at]) != 0xff || quint8(jpeg[at + 1]) != endOfImage)
        return std::nullopt;
    return kept.append("\xff\xd9");
}

bool isKeptChunk(QByteArrayView type)
{
    static constexpr std::array drawn { QByteArrayView("tRNS"), QByteArrayView("gAMA"), QByteArrayView("cHRM"), QByteArrayView("sRGB"),
                                        QByteArrayView("iCCP"), QByteArrayView("cICP"), QByteArrayView("sBIT"), QByteArrayView("bKGD"),
                                        QByteArrayView("pHYs"), QByteArrayView("acTL"), QByteArrayView("fcTL"), QByteArrayView("fdAT") };
    const bool isCritical = type[0] >= 'A' && type[0] <= 'Z';
    return isCritical || std::ranges::contains(drawn, type);
}

std::optional<QByteArray> pngWithout(QByteArrayView png)
{
    QByteArray kept = png.first(std::min<qsizetype>(8, png.size())).toByteArray();
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const qsizetype size = 12 + qsizetype(qFromBigEndian<quint32>(png.data() + at));
        if (size > png.size() - at)
            break;
        const QByteArrayView type = png.sliced(at + 4, 4);
        if (isKeptChunk(type))
            kept.append(png.sliced(at, size));
        if (type == "IEND")
            return kept;
        at += size;
    }
    return std::nullopt;
}

std::optional<QByteArray> webpWithout(QByteArrayView webp)
{
    static constexpr std::array drawn { QByteArrayView("VP8X"), QByteArrayView("VP8 "), QByteArrayView("VP8L"), QByteArrayView("ALPH"),
                                        QByteArrayView("ICCP"), QByteArrayView("ANIM"), QByteArrayView("ANMF") };
    constexpr quint8 exifAndXmp = 0x08 | 0x04; // of VP8X: what it says is there
    if (webp.size() < 20)
        return std::nullopt;
    const qsizetype end = std::min(webp.size(), 8 + qsizetype(qFromLittleEndian<quint32>(webp.data() + 4)));
    QByteArray kept = webp.first(12).toByteArray();
    qsizetype at = 12;
    while (at + 8 <= end) {
        const qsizetype length = qFromLittleEndian<quint32>(webp.data() + at + 4);
        const qsizetype size = 8 + length + length % 2;
        if (size > webp.size() - at)
            return std::nullopt;
        const QByteArrayView type = webp.sliced(at, 4);
        const qsizetype place = kept.size();
        if (std::ranges::contains(drawn, type))
            kept.append(webp.sliced(at, size));
        if (type == "VP8X" && length > 0)
            kept[place + 8] = char(quint8(kept.at(place + 8)) & ~exifAndXmp);
        at += size;
    }
    qToLittleEndian(quint32(kept.size() - 8), kept.data() + 4);
    return kept;
}

} // namespace

std::optional<QByteArray> withoutMetadata(QByteArrayView picture, Format format)
{
    switch (format) {
    case Format::Jpeg: return jpegWithout(picture);
    case Format::Png: return pngWithout(picture);
    case Format::WebP: return webpWithout(picture);
    case Format::Gif:
    case Format::Svg: break;
    }
    return std::nullopt;
}

} // namespace quillway::pictures
