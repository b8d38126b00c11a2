// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/line_marks.h"

#include "core/text/writing/line_shape.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// The whole lines that are selected, on their way to their next form.
struct Chosen {
    int first = 0;
    QStringList lines;

    [[nodiscard]] bool isText(qsizetype i) const { return lines.size() == 1 || !isBlankLine(lines.at(i)); }
};

std::optional<Chosen> chosenLines(const TextLines &lines, const TextSelection &selection)
{
    Chosen chosen { selection.from().line, {} };
    if (chosen.first < lines.first())
        return {};
    for (int number = chosen.first; number <= selection.lastLine(); ++number) {
        if (lines.isVerbatim(number))
            return {};
        chosen.lines.append(lines.line(number));
    }
    return chosen;
}

/// The selection with places as far from their line's end as they were.
TextSelection kept(const TextLines &lines, const TextSelection &selection, const Chosen &chosen)
{
    const auto moved = [&](const TextPlace &place) {
        const int index = place.line - chosen.first;
        if (index >= chosen.lines.size())
            return place;
        const qsizetype size = chosen.lines.at(index).size();
        const qsizetype fromEnd = lines.line(place.line).size() - place.column;
        return TextPlace { place.line, static_cast<int>(std::clamp(size - fromEnd, qsizetype(0), size)) };
    };
    return { moved(selection.anchor), moved(selection.caret) };
}

/// The level of an ATX heading (CommonMark 4.2) behind quotes and markers, and where its text begins; 0 if it is none.
struct HeadingStart {
    int level = 0;
    qsizetype text = 0;
};

HeadingStart headingStart(QStringView line)
{
    const qsizetype start = shapeOf(line).content;
    qsizetype at = start;
    while (at < line.size() && line.at(at) == u'#')
        ++at;
    const auto level = static_cast<int>(at - start);
    if (level == 0 || level > 6 || (at < line.size() && line.at(at) != u' ' && line.at(at) != u'\t'))
        return { 0, start };
    while (at < line.size() && (line.at(at) == u' ' || line.at(at) == u'\t'))
        ++at;
    return { level, at };
}

/// Behind the last character that is no blank.
qsizetype endOfText(QStringView line)
{
    qsizetype end = line.size();
    while (end > 0 && line.at(end - 1).isSpace())
        --end;
    return end;
}

bool isUnderline(QStringView line)
{
    const QStringView signs = line.trimmed();
    return !signs.isEmpty() && (signs.at(0) == u'=' || signs.at(0) == u'-')
        && std::ranges::all_of(signs, [&](QChar c) { return c == signs.at(0); }) && shapeOf(line).indent < 4;
}

} // namespace

std::optional<LineEdit> toggleHeading(const TextLines &lines, const TextSelection &selection, int level)
{
    auto chosen = chosenLines(lines, selection);
    if (!chosen)
        return {};
    bool all = true;
    for (qsizetype i = 0; i < chosen->lines.size(); ++i)
        all = all && (!chosen->isText(i) || headingStart(chosen->lines.at(i)).level == level);
    int count = static_cast<int>(chosen->lines.size());
    const QString last = chosen->lines.constLast();
    const int below = chosen->first + count;
    const bool hasUnderline = below < lines.count() && !lines.isVerbatim(below) && !isBlankLine(last) && headingStart(last).level == 0
        && isUnderline(lines.line(below));
    for (qsizetype i = 0; i < chosen->lines.size(); ++i) {
        if (!chosen->isText(i))
            continue;
        QString &line = chosen->lines[i];
        const HeadingStart heading = headingStart(line);
        const qsizetype content = shapeOf(line).content;
        line.replace(content, heading.text - content, all ? QString() : QString(level, u'#') + u' ');
    }
    return LineEdit { chosen->first, count + (hasUnderline ? 1 : 0), chosen->lines, kept(lines, selection, *chosen) };
}

std::optional<LineEdit> toggleQuote(const TextLines &lines, const TextSelection &selection)
{
    auto chosen = chosenLines(lines, selection);
    if (!chosen)
        return {};
    const bool all = std::ranges::all_of(chosen->lines,
                                         [](const QString &line) { return isBlankLine(line) || shapeOf(line).quoteDepth > 0; })
        && !std::ranges::all_of(chosen->lines, isBlankLine);
    for (QString &line : chosen->lines) {
        if (!all) {
            line.prepend(line.isEmpty() && chosen->lines.size() > 1 ? u">"_s : u"> "_s);
            continue;
        }
        const qsizetype sign = line.indexOf(u'>');
        if (sign >= 0)
            line.remove(0, sign + (sign + 1 < line.size() && line.at(sign + 1) == u' ' ? 2 : 1));
    }
    return LineEdit { chosen->first, static_cast<int>(chosen->lines.size()), chosen->lines, kept(lines, selection, *chosen) };
}

std::optional<LineEdit> toggleComment(const TextLines &lines, const TextSelection &selection)
{
    auto chosen = chosenLines(lines, selection);
    if (!chosen)
        return {};
    QString &first = chosen->lines.first();
    QString &last = chosen->lines.last();
    const qsizetype start = shapeOf(first).indentEnd;
    const qsizetype end = endOfText(last);
    const bool isComment = QStringView(first).sliced(start).startsWith(u"<!--") && QStringView(last).first(end).endsWith(u"-->");
    auto moved = selection;
    const auto shift = [&](TextPlace &place, qsizetype by) {
        if (place.line == chosen->first)
            place.column = static_cast<int>(place.column >= start ? std::max(start, place.column + by) : place.column);
    };
    if (isComment) {
        const qsizetype closing = end > 3 && last.at(end - 4) == u' ' ? 4 : 3;
        last.remove(end - closing, closing);
        const qsizetype opening = QStringView(first).sliced(start).startsWith(u"<!-- ") ? 5 : 4;
        first.remove(start, opening);
        shift(moved.anchor, -opening);
        shift(moved.caret, -opening);
    } else {
        if (std::ranges::any_of(chosen->lines, [](const QString &line) { return line.contains(u"-->"); }))
            return {};
        last.insert(end, u" -->"_s);
        first.insert(start, u"<!-- "_s);
        shift(moved.anchor, 5);
        shift(moved.caret, 5);
    }
    return LineEdit { chosen->first, static_cast<int>(chosen->lines.size()), chosen->lines, moved };
}

} // namespace quillway::text
