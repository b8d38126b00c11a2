// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/line_ends.h"

#include "core/base/utf8.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace quillway::text {

namespace {

constexpr char16_t paragraphSeparator = 0x2029;
constexpr std::array endBytes { QByteArrayView("\n"), QByteArrayView("\r\n"), QByteArrayView("\r"), QByteArrayView("\xE2\x80\xA9") };

QByteArrayView bytesOf(LineEnd end)
{
    return endBytes.at(static_cast<size_t>(end));
}

/// How many whole lines (with their ends) two texts have in common from the front.
qsizetype commonLeadingLines(QStringView a, QStringView b)
{
    const qsizetype size = std::min(a.size(), b.size());
    const auto mismatch = std::mismatch(a.begin(), a.begin() + size, b.begin()).first - a.begin();
    return a.first(mismatch).count(u'\n');
}

/// The same from the back, where no more than `most` may be counted.
qsizetype commonTrailingEnds(QStringView a, QStringView b, qsizetype most)
{
    const qsizetype size = std::min(a.size(), b.size());
    const auto mismatch = std::mismatch(a.rbegin(), a.rbegin() + size, b.rbegin()).first - a.rbegin();
    return std::min(most, a.last(mismatch).count(u'\n'));
}

} // namespace

LineEnd EditorText::dominantEnd() const
{
    std::array<qsizetype, endBytes.size()> counts {};
    for (const LineEnd end : ends)
        ++counts.at(static_cast<size_t>(end));
    return static_cast<LineEnd>(std::ranges::max_element(counts) - counts.begin());
}

bool EditorText::hasMixedEnds() const
{
    return std::ranges::adjacent_find(ends, std::not_equal_to()) != ends.end();
}

Result<EditorText> toEditorText(const QByteArray &file)
{
    if (const auto offset = firstInvalidUtf8(file))
        return std::unexpected(Error { ErrorCode::NotUtf8, {}, positionAt(file, *offset), {} });

    EditorText result;
    const qsizetype mark = byteOrderMarkSize(file);
    result.byteOrderMark = mark > 0;
    // A second mark is text (U+FEFF), which fromUtf8() would swallow.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString raw = decode(QByteArrayView(file).sliced(mark));
    result.text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char16_t c = raw.at(i).unicode();
        if (c == u'\r') {
            const bool pair = i + 1 < raw.size() && raw.at(i + 1) == u'\n';
            result.ends.append(pair ? LineEnd::Crlf : LineEnd::Cr);
            i += pair ? 1 : 0;
        } else if (c == u'\n' || c == paragraphSeparator) {
            result.ends.append(c == u'\n' ? LineEnd::Lf : LineEnd::ParagraphSeparator);
        } else {
            result.text.append(QChar(c));
            continue;
        }
        result.text.append(u'\n');
    }
    return result;
}

QByteArray fromEditorText(const EditorText &original, const QString &edited)
{
    const qsizetype ends = edited.count(u'\n');
    const qsizetype leading = std::min(commonLeadingLines(original.text, edited), original.ends.size());
    const qsizetype trailing = commonTrailingEnds(original.text, edited, std::min(original.ends.size(), ends) - leading);
    const LineEnd fresh = original.dominantEnd();
    const auto endOf = [&](qsizetype n) {
        if (n < leading)
            return original.ends.at(n);
        if (n >= ends - trailing)
            return original.ends.at(original.ends.size() - (ends - n));
        return fresh;
    };

    QByteArray result;
    result.reserve(edited.size() + ends);
    if (original.byteOrderMark)
        result += "\xEF\xBB\xBF";
    qsizetype line = 0;
    for (const QStringView part : QStringTokenizer(edited, u'\n')) {
        result += part.toUtf8();
        if (line < ends)
            result += bytesOf(endOf(line));
        ++line;
    }
    return result;
}

} // namespace quillway::text
