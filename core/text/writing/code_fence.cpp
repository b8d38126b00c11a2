// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/code_fence.h"

#include "core/text/writing/line_shape.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr int mostSigns = 200; // a longer run is as good as this many

std::optional<CodeFence> fenceAt(QStringView text, int quoteDepth)
{
    if (text.isEmpty() || (text.at(0) != u'`' && text.at(0) != u'~'))
        return {};
    qsizetype length = 1;
    while (length < text.size() && text.at(length) == text.at(0))
        ++length;
    if (length < 3)
        return {};
    return CodeFence { text.at(0), static_cast<int>(std::min<qsizetype>(length, mostSigns)), quoteDepth };
}

qsizetype behindSigns(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text.at(at) == text.at(0))
        ++at;
    return at;
}

} // namespace

FencedLine readFence(const std::optional<CodeFence> &open, QStringView line)
{
    // Nearly all lines: nothing to take apart.
    if (!open && !line.contains(u"```") && !line.contains(u"~~~"))
        return {};
    const LineShape shape = shapeOf(line);
    if (open && shape.quoteDepth >= open->quoteDepth) {
        const QStringView text = line.sliced(shape.indentEnd);
        const auto fence = fenceAt(text, shape.quoteDepth);
        const bool closes = fence && fence->sign == open->sign && fence->length >= open->length
            && isBlankLine(text.sliced(behindSigns(text)));
        return { true, closes ? std::nullopt : open };
    }
    const QStringView text = line.sliced(shape.markerEnd);
    const auto fence = fenceAt(text, shape.quoteDepth);
    if (!fence || (fence->sign == u'`' && text.sliced(behindSigns(text)).contains(u'`')))
        return {};
    return { true, fence };
}

qsizetype longestBackticks(QStringView text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString fenceAround(QStringView code)
{
    return QString(std::max<qsizetype>(3, longestBackticks(code) + 1), u'`');
}

} // namespace quillway::text
