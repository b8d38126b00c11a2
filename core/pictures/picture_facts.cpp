// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/picture_facts.h"

#include "core/pictures/exif.h"
#include "core/pictures/part_reader.h"
#include "core/pictures/svg.h"

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::pictures {

namespace {

constexpr qint64 mostBytes = qint64(256) * 1024 * 1024; ///< of pixels; what QImageReader allows, too
constexpr int mostSegments = 10'000; ///< before the pixels; files that mean no harm have some dozen
constexpr qsizetype svgHead = qsizetype(16) * 1024; ///< bytes in which its first element begins and ends
constexpr qsizetype largestExif = qsizetype(64) * 1024;
constexpr QByteArrayView exifMark("Exif\0\0", 6);

Error badPicture(const QString &detail)
{
    return { ErrorCode::BadPicture, {}, {}, detail };
}

template<typename T>
T bigEndian(QByteArrayView bytes, qsizetype offset = 0)
{
    return bytes.size() < offset + qsizetype(sizeof(T)) ? T(0) : qFromBigEndian<T>(bytes.data() + offset);
}

template<typename T>
T littleEndian(QByteArrayView bytes, qsizetype offset = 0)
{
    return bytes.size() < offset + qsizetype(sizeof(T)) ? T(0) : qFromLittleEndian<T>(bytes.data() + offset);
}

Result<PictureFacts> checked(PictureFacts facts)
{
    if (facts.size.isEmpty())
        return std::unexpected(badPicture(u"its head does not say how large it is"_s));
    if (facts.orientation >= 5)
        facts.size.transpose();
    return facts;
}

/// Of an EXIF segment or chunk; some programs write the mark of a JPEG's segment everywhere.
int orientationIn(QByteArrayView exif)
{
    return exifOrientation(exif.startsWith(exifMark) ? exif.sliced(exifMark.size()) : exif);
}

/// SOF0 … SOF15 but for those numbers that mean something else (ITU-T T.81, table B.1).
bool isFrameHeader(quint8 marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

Result<PictureFacts> readJpeg(PartReader &file)
{
    PictureFacts facts { .format = Format::Jpeg };
    qint64 at = 2;
    for (int i = 0; i < mostSegments; ++i) {
        const QByteArrayView head = file.at(at, 4);
        if (head.size() < 4 || quint8(head[0]) != 0xff)
            break;
        const quint8 marker = quint8(head[1]);
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        const qsizetype length = bigEndian<quint16>(head, 2);
        if (isFrameHeader(marker)) {
            const QByteArrayView frame = file.at(at + 4, 5);
            facts.bitsPerChannel = frame.isEmpty() ? 8 : quint8(frame[0]);
            facts.size = QSize(bigEndian<quint16>(frame, 3), bigEndian<quint16>(frame, 1));
            return checked(facts);
        }
        if (marker == 0xe1) {
            const QByteArrayView segment = file.at(at + 4, length);
            if (segment.startsWith(exifMark))
                facts.orientation = orientationIn(segment);
        }
        at += 2 + length;
    }
    return std::unexpected(badPicture(u"its head ends too soon"_s));
}

Result<PictureFacts> readPng(PartReader &file)
{
    PictureFacts facts { .format = Format::Png };
    qint64 at = 8;
    for (int i = 0; i < mostSegments; ++i) {
        const QByteArrayView head = file.at(at, 8);
        if (head.size() < 8)
            break;
        const qsizetype length = bigEndian<quint32>(head);
        const QByteArray type = head.sliced(4).toByteArray();
        const QByteArrayView content = file.at(at + 8, std::min(length, type == "eXIf" ? largestExif : qsizetype(13)));
        if (type == "IHDR") {
            // Sides have 31 bits (PNG 11.2.1); one beyond would be a negative number here.
            facts.size = QSize(int(bigEndian<quint32>(content)), int(bigEndian<quint32>(content, 4)));
            facts.bitsPerChannel = content.size() > 8 ? quint8(content[8]) : 8;
        } else if (type == "acTL") {
            facts.isAnimated = true;
        } else if (type == "eXIf") {
            facts.orientation = orientationIn(content);
        } else if (type == "IDAT" || type == "IEND") {
            return checked(facts);
        }
        at += 12 + length;
    }
    return std::unexpected(badPicture(u"its head ends too soon"_s));
}

/// A GIF is never looked into for further pictures: it is copied as it is, whether it moves or not.
Result<PictureFacts> readGif(PartReader &file)
{
    const QByteArrayView head = file.at(6, 4);
    return checked({ .format = Format::Gif, .size = QSize(littleEndian<quint16>(head), littleEndian<quint16>(head, 2)), .isAnimated = true });
}

/// Of the chunk that stands behind the pixels (RFC 9649, section 2.7.1.5).
int webpOrientation(PartReader &file)
{
    qint64 at = 12;
    for (int i = 0; i < mostSegments; ++i) {
        const QByteArray head = file.at(at, 8).toByteArray();
        if (head.size() < 8)
            break;
        const qint64 length = littleEndian<quint32>(head, 4);
        if (head.startsWith("EXIF"))
            return orientationIn(file.at(at + 8, std::min<qint64>(length, largestExif)));
        at += 8 + length + length % 2;
    }
    return 1;
}

/// RFC 9649, section 2.
Result<PictureFacts> readWebP(PartReader &file)
{
    PictureFacts facts { .format = Format::WebP };
    const QByteArrayView chunk = file.at(12, 18);
    const auto threeBytes = [&](qsizetype offset) {
        return chunk.size() < offset + 3 ? 0 : int(littleEndian<quint16>(chunk, offset)) | quint8(chunk[offset + 2]) << 16;
    };
    if (chunk.startsWith("VP8X") && chunk.size() == 18) {
        facts.isAnimated = (quint8(chunk[8]) & 0x02) != 0;
        facts.size = QSize(threeBytes(12) + 1, threeBytes(15) + 1);
        const bool hasExif = (quint8(chunk[8]) & 0x08) != 0;
        if (hasExif && !facts.isAnimated) // what moves is copied as it is
            facts.orientation = webpOrientation(file); // ends what `chunk` shows
    } else if (chunk.startsWith("VP8L") && chunk.size() >= 13) {
        const quint32 bits = littleEndian<quint32>(chunk, 9);
        facts.size = QSize(int(bits & 0x3fff) + 1, int((bits >> 14) & 0x3fff) + 1);
    } else if (chunk.startsWith("VP8 ") && chunk.size() == 18) {
        facts.size = QSize(littleEndian<quint16>(chunk, 14) & 0x3fff, littleEndian<quint16>(chunk, 16) & 0x3fff);
    }
    return checked(facts);
}

Result<PictureFacts> readFacts(PartReader &file)
{
    const QByteArray head = file.at(0, 16).toByteArray();
    if (head.startsWith("\xff\xd8\xff"))
        return readJpeg(file);
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return readPng(file);
    if (head.startsWith("GIF8"))
        return readGif(file);
    if (head.startsWith("RIFF") && head.sliced(8).startsWith("WEBP"))
        return readWebP(file);
    if (const std::optional<SvgSize> svg = svgSize(file.at(0, svgHead)))
        return PictureFacts { .format = Format::Svg, .size = svg->size, .isRatioOnly = svg->isRatioOnly };
    return std::unexpected(badPicture(u"it is none of JPEG, PNG, WebP, GIF and SVG"_s));
}

} // namespace

bool isPictureName(QStringView fileName)
{
    static constexpr std::array suffixes { ".jpg"_L1, ".jpeg"_L1, ".png"_L1, ".webp"_L1, ".gif"_L1, ".svg"_L1 };
    return std::ranges::any_of(suffixes, [&](QLatin1StringView suffix) { return fileName.endsWith(suffix, Qt::CaseInsensitive); });
}

Result<PictureFacts> readPictureFacts(const FileSystem &files, const QString &path)
{
    PartReader file(files, path);
    Result<PictureFacts> facts = readFacts(file);
    if (file.error())
        return std::unexpected(*file.error());
    return facts;
}

bool isHuge(const PictureFacts &facts)
{
    const int bytesPerPixel = facts.bitsPerChannel > 8 ? 8 : 4;
    return facts.format != Format::Svg && qint64(facts.size.width()) * facts.size.height() > mostBytes / bytesPerPixel;
}

QSize scaledTo(int width, QSize size)
{
    const qint64 height = (qint64(size.height()) * width + size.width() / 2) / size.width();
    return { width, std::max(1, int(height)) };
}

} // namespace quillway::pictures
