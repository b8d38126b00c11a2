// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/source_text.h"

#include "core/base/utf8.h"

#include <QStringDecoder>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

SourceText guessed(const QString &text, const QString &encoding)
{
    return { (text.startsWith(QChar::ByteOrderMark) ? text.sliced(1) : text).toUtf8(), { { NoteKind::EncodingGuessed, 0, encoding } } };
}

std::optional<QString> decodedBy(QStringDecoder &decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(bytes);
    return decoder.hasError() || text.contains(QChar::ReplacementCharacter) ? std::nullopt : std::optional(text);
}

/// The byte order that a text without a mark gives away: every second byte of ASCII in UTF-16 is zero.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray &bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return std::nullopt;
    std::array<qsizetype, 2> zeros {};
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(1);
    for (qsizetype i = 0; i < looked; ++i)
        zeros[size_t(i % 2)] += bytes[i] == '\0' ? 1 : 0;
    if (zeros[1] * 4 > looked && zeros[0] * 16 < looked)
        return QStringConverter::Utf16LE;
    return zeros[0] * 4 > looked && zeros[1] * 16 < looked ? std::optional(QStringConverter::Utf16BE) : std::nullopt;
}

/// Byte 0x80 … 0x9F of Windows-1252; the five that it leaves open are the control characters of ISO 8859-1.
QChar windows1252(uchar byte)
{
    static constexpr char16_t upper[32] = { 0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                            0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                            0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178 };
    return byte >= 0x80 && byte < 0xA0 ? QChar(upper[byte - 0x80]) : QChar(char16_t(byte));
}

/// `bytes` as UTF-8 with every byte that is none as Windows-1252; how many of those there were, and of well-formed sequences beyond ASCII.
struct Mended {
    QString text;
    qsizetype wrong = 0;
    qsizetype right = 0;
};

Mended mended(const QByteArray &bytes)
{
    Mended result;
    qsizetype plain = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = utf8SequenceLength(bytes, at);
        if (length > 0) {
            result.right += length > 1 ? 1 : 0;
            at += length;
            continue;
        }
        result.text += QString::fromUtf8(QByteArrayView(bytes).sliced(plain, at - plain));
        result.text += windows1252(uchar(bytes[at]));
        ++result.wrong;
        plain = ++at;
    }
    result.text += QString::fromUtf8(QByteArrayView(bytes).sliced(plain));
    return result;
}

/// True if what is beyond ASCII is nearly all letters of the script that the encoding is for, so that Western text is not taken for it.
bool makesSense(const QString &text, QLatin1StringView encoding)
{
    qsizetype beyond = 0, fitting = 0, telling = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u < 0x80)
            continue;
        ++beyond;
        const bool kana = u >= 0x3040 && u <= 0x30FF;
        const bool hangul = u >= 0xAC00 && u <= 0xD7A3;
        const bool ideograph = u >= 0x4E00 && u <= 0x9FFF;
        const bool sign = (u >= 0x3000 && u <= 0x303F) || (u >= 0xFF01 && u <= 0xFF5E) || (u >= 0x2010 && u <= 0x2026);
        fitting += kana || hangul || ideograph || sign ? 1 : 0;
        telling += encoding == "EUC-KR"_L1 ? hangul : encoding == "Shift_JIS"_L1 || encoding == "EUC-JP"_L1 ? kana : ideograph;
    }
    // Korean is nearly all Hangul, where Chinese bytes read as Korean are a mixture.
    const qsizetype least = encoding == "EUC-KR"_L1 ? 3 : 1;
    return fitting * 20 >= beyond * 19 && telling * 5 >= beyond * least && telling >= 2;
}

std::optional<SourceText> readEastAsian(const QByteArray &bytes)
{
    for (const QLatin1StringView name : { "EUC-JP"_L1, "Shift_JIS"_L1, "EUC-KR"_L1, "GB18030"_L1, "Big5"_L1 }) {
        QStringDecoder decoder { QAnyStringView(name) };
        const auto text = decodedBy(decoder, bytes);
        if (text && makesSense(*text, name))
            return guessed(*text, name);
    }
    return std::nullopt;
}

} // namespace

SourceText readSourceText(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    if (marked && *marked != QStringConverter::Utf8) {
        QStringDecoder decoder(*marked);
        return guessed(decoder.decode(bytes), QString::fromLatin1(QStringConverter::nameForEncoding(*marked)));
    }
    const qsizetype mark = byteOrderMarkSize(bytes);
    const QByteArray rest = mark > 0 ? bytes.sliced(mark) : bytes;
    if (const auto order = unmarkedUtf16(rest)) {
        QStringDecoder decoder(*order);
        if (const auto text = decodedBy(decoder, rest))
            return guessed(*text, QString::fromLatin1(QStringConverter::nameForEncoding(*order)));
    }
    if (!firstInvalidUtf8(rest))
        return { rest, {} };
    const Mended mixed = mended(rest);
    if (mixed.right > 2 * mixed.wrong)
        return guessed(mixed.text, u"UTF-8 with bytes of Windows-1252"_s);
    if (const auto eastAsian = readEastAsian(rest))
        return *eastAsian;
    return guessed(mixed.text, u"Windows-1252"_s);
}

} // namespace quillway::importing
