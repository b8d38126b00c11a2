// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/line_hits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::search {

namespace {

/// The text without signs; `open`: a mark goes on from the line before, and afterwards: into the next one.
MarkedText withoutSigns(QStringView marked, bool &open)
{
    MarkedText result;
    qsizetype begin = 0;
    const auto close = [&] {
        if (result.text.size() > begin)
            result.marks.append({ begin, result.text.size() - begin });
    };
    for (const QChar c : marked) {
        if (c == hitBegin) {
            begin = result.text.size();
            open = true;
        } else if (c == hitEnd) {
            close();
            open = false;
        } else if (c != cutMark) {
            result.text += c;
        }
    }
    if (open)
        close();
    return result;
}

/// Without the indent that code has.
MarkedText trimmed(MarkedText marked)
{
    qsizetype indent = 0;
    while (indent < marked.text.size() && marked.text.at(indent).isSpace())
        ++indent;
    marked.text.remove(0, indent).replace(u'\t', u' ');
    for (Mark &mark : marked.marks)
        mark.begin -= indent;
    return marked;
}

} // namespace

MarkedText markedText(QStringView marked)
{
    bool open = false;
    return withoutSigns(marked, open);
}

QList<LineHit> lineHits(Column column, QStringView marked)
{
    QList<LineHit> hits;
    int line = 1;
    bool open = false;
    qsizetype lineBegin = 0;
    for (qsizetype next = marked.indexOf(hitBegin); next >= 0 || open;) {
        if (!open) {
            line += int(marked.sliced(lineBegin, next - lineBegin).count(u'\n'));
            lineBegin = marked.first(next).lastIndexOf(u'\n') + 1;
        }
        qsizetype lineEnd = marked.indexOf(u'\n', lineBegin);
        lineEnd = lineEnd < 0 ? marked.size() : lineEnd;
        const MarkedText shown = trimmed(withoutSigns(marked.sliced(lineBegin, lineEnd - lineBegin), open));
        if (!shown.marks.isEmpty())
            hits.append({ line, column, shown });
        if (lineEnd >= marked.size())
            break;
        lineBegin = lineEnd + 1;
        ++line;
        next = marked.indexOf(hitBegin, lineBegin);
    }
    return hits;
}

MarkedText shortened(const MarkedText &shown, qsizetype length)
{
    const qsizetype size = shown.text.size();
    if (size <= length || shown.marks.isEmpty())
        return size <= length ? shown : MarkedText { shown.text.left(length) + u'…', {} };
    const auto isBlank = [&](qsizetype at) { return shown.text.at(at).isSpace(); };
    qsizetype begin = std::clamp<qsizetype>(shown.marks.constFirst().begin - length / 3, 0, size - length);
    qsizetype end = begin + length;
    if (begin > 0) {
        // Forward to a word, unless the words are that long.
        const qsizetype wanted = begin;
        while (begin < shown.marks.constFirst().begin && !isBlank(begin - 1))
            ++begin;
        if (begin - wanted > length / 4)
            begin = wanted;
        if (shown.text.at(begin).isLowSurrogate())
            ++begin;
    }
    if (end < size) {
        const qsizetype wanted = end;
        while (end > begin && !isBlank(end))
            --end;
        if (wanted - end > length / 4)
            end = wanted;
        if (shown.text.at(end).isLowSurrogate())
            --end;
    }
    MarkedText result;
    const qsizetype shift = begin > 0 ? 1 : 0;
    result.text = (begin > 0 ? u"…"_s : QString()) + shown.text.sliced(begin, end - begin) + (end < size ? u"…"_s : QString());
    for (const Mark &mark : shown.marks) {
        const qsizetype from = std::max(mark.begin, begin);
        const qsizetype to = std::min(mark.begin + mark.length, end);
        if (from < to)
            result.marks.append({ from - begin + shift, to - from });
    }
    return result;
}

} // namespace quillway::search
