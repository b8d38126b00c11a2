// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/code_ranges.h"

#include "core/text/writing/code_fence.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

/// Columns of white space at the begin of a line, tabs to the next multiple of four.
qsizetype indentOf(QStringView line)
{
    qsizetype columns = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++columns;
        else if (c == u'\t')
            columns += 4 - columns % 4;
        else
            break;
    }
    return columns;
}

/// The column of the text behind a list item's marker, -1 if the line begins no item.
qsizetype itemColumn(QStringView line)
{
    const qsizetype indent = indentOf(line);
    const QStringView text = line.trimmed();
    qsizetype marker = 0;
    if (!text.isEmpty() && (text.front() == u'-' || text.front() == u'*' || text.front() == u'+')) {
        marker = 1;
    } else {
        while (marker < text.size() && marker < 9 && text[marker].isDigit())
            ++marker;
        if (marker == 0 || marker >= text.size() || (text[marker] != u'.' && text[marker] != u')'))
            return -1;
        ++marker;
    }
    if (marker < text.size() && !text[marker].isSpace())
        return -1;
    return indent + marker + std::min<qsizetype>(4, std::max<qsizetype>(1, indentOf(text.sliced(std::min(marker, text.size())))));
}

} // namespace

CodeRanges::CodeRanges(QStringView body)
{
    std::optional<text::CodeFence> fence;
    qsizetype paragraph = -1; // where the paragraph that is open begins
    bool afterBlank = true;
    bool inIndented = false;
    qsizetype listColumn = 0; // of the text of the innermost list item
    const auto closeParagraph = [&](qsizetype end) {
        if (paragraph >= 0)
            addSpans(body, paragraph, end);
        paragraph = -1;
    };
    for (qsizetype begin = 0; begin < body.size();) {
        const qsizetype lineFeed = body.indexOf(u'\n', begin);
        const qsizetype next = lineFeed < 0 ? body.size() : lineFeed + 1;
        QStringView line = body.sliced(begin, next - begin);
        while (line.endsWith(u'\n') || line.endsWith(u'\r'))
            line.chop(1);
        const text::FencedLine fenced = text::readFence(fence, line);
        fence = fenced.open;
        if (fenced.isCode) {
            closeParagraph(begin);
            m_ranges.append({ begin, next });
            afterBlank = false;
            inIndented = false;
        } else if (line.trimmed().isEmpty()) {
            closeParagraph(begin);
            afterBlank = true;
        } else {
            const qsizetype indent = indentOf(line);
            const qsizetype item = itemColumn(line);
            if (indent == 0 && item < 0 && afterBlank)
                listColumn = 0;
            else if (indent < listColumn && afterBlank && item < 0)
                listColumn = indent;
            const bool isCode = indent >= listColumn + 4 && (inIndented || afterBlank) && paragraph < 0;
            if (isCode) {
                m_ranges.append({ begin, next });
                inIndented = true;
            } else {
                inIndented = false;
                if (item >= 0)
                    listColumn = item;
                if (paragraph < 0)
                    paragraph = begin;
            }
            afterBlank = false;
        }
        begin = next;
    }
    closeParagraph(body.size());
    std::ranges::sort(m_ranges, {}, &Range::begin);
}

/// Runs of backticks within a paragraph: each opens code up to the next run of its length.
void CodeRanges::addSpans(QStringView body, qsizetype begin, qsizetype end)
{
    struct Run {
        qsizetype at;
        qsizetype length;
    };
    QList<Run> runs;
    for (qsizetype i = begin; i < end; ++i) {
        if (body[i] != u'`')
            continue;
        const qsizetype at = i;
        while (i < end && body[i] == u'`')
            ++i;
        runs.append({ at, i - at });
    }
    QHash<qsizetype, QList<qsizetype>> byLength; // from the last to the first
    for (qsizetype i = runs.size(); i-- > 0;)
        byLength[runs[i].length].append(i);
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const Run &run = runs[i];
        const bool escaped = run.at > begin && body[run.at - 1] == u'\\';
        QList<qsizetype> &same = byLength[run.length];
        while (!same.isEmpty() && same.last() <= i)
            same.removeLast();
        if (same.isEmpty() || escaped)
            continue;
        i = same.last();
        m_ranges.append({ run.at, runs[i].at + runs[i].length });
    }
}

bool CodeRanges::contains(qsizetype place) const
{
    const auto after = std::ranges::upper_bound(m_ranges, place, {}, &Range::begin);
    return after != m_ranges.begin() && place < (after - 1)->end;
}

int lineEndsBefore(QStringView text, qsizetype place)
{
    return int(std::ranges::count(text.first(std::min(place, text.size())), u'\n'));
}

} // namespace quillway::importing
