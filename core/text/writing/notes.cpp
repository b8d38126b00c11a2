// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/notes.h"

#include "core/text/writing/line_shape.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// `[^label]` on a line.
struct NoteMark {
    int line = 0;
    int from = 0;
    int end = 0; ///< behind the bracket
    QString label;
    bool isDefinition = false; ///< `[^label]:` at the line's start
};

QList<NoteMark> marksIn(const QString &line, int number)
{
    QList<NoteMark> marks;
    for (qsizetype from = line.indexOf(u"[^"); from >= 0; from = line.indexOf(u"[^", from + 2)) {
        const qsizetype close = line.indexOf(u']', from);
        if (close < 0)
            break;
        const QString label = line.sliced(from + 2, close - from - 2);
        if (label.isEmpty() || std::ranges::any_of(label, [](QChar c) { return c.isSpace() || c == u'['; }))
            continue;
        const bool isDefinition = isBlankLine(QStringView(line).first(from)) && from <= 3 && close + 1 < line.size()
            && line.at(close + 1) == u':';
        marks.append({ number, static_cast<int>(from), static_cast<int>(close + 1), label, isDefinition });
    }
    return marks;
}

QList<NoteMark> allMarks(const TextLines &lines)
{
    QList<NoteMark> marks;
    for (int number = lines.first(); number < lines.count(); ++number) {
        const QString line = lines.line(number);
        if (line.contains(u"[^") && !lines.isVerbatim(number))
            marks += marksIn(line, number);
    }
    return marks;
}

/// The mark that the caret is at: in it or at its edges, or anywhere on a definition's line.
std::optional<NoteMark> markAt(const QList<NoteMark> &marks, const TextPlace &caret)
{
    for (const NoteMark &mark : marks) {
        if (mark.line == caret.line && (mark.isDefinition || (caret.column >= mark.from && caret.column <= mark.end)))
            return mark;
    }
    return {};
}

std::optional<LineEdit> goToOtherEnd(const QList<NoteMark> &marks, const NoteMark &from)
{
    const auto isOther = [&](const NoteMark &mark) { return mark.label == from.label && mark.isDefinition != from.isDefinition; };
    const auto other = std::ranges::find_if(marks, isOther);
    if (other == marks.end())
        return {};
    const int behind = other->isDefinition ? 2 : 0; // the colon and a blank
    return LineEdit { other->line, 0, {}, TextSelection::at(other->line, other->end + behind), {} };
}

int nextNumber(const QList<NoteMark> &marks)
{
    int most = 0;
    for (const NoteMark &mark : marks)
        most = std::max(most, mark.label.toInt());
    return most + 1;
}

} // namespace

std::optional<LineEdit> toggleFootnote(const TextLines &lines, const TextSelection &selection)
{
    const TextPlace at = selection.to();
    if (at.line < lines.first() || lines.isVerbatim(at.line))
        return {};
    const QList<NoteMark> marks = allMarks(lines);
    if (const auto mark = markAt(marks, at))
        return goToOtherEnd(marks, *mark);
    const QString label = u"[^"_s + QString::number(nextNumber(marks)) + u']';
    QString line = lines.line(at.line);
    line.insert(at.column, label);

    int last = lines.count() - 1;
    while (last > at.line && isBlankLine(lines.line(last)))
        --last;
    const bool followsNote = std::ranges::any_of(marks, [last](const NoteMark &mark) { return mark.line == last && mark.isDefinition; });
    QStringList definition = followsNote ? QStringList() : QStringList(QString());
    definition.append(label + u": "_s);
    const int definitionLine = last + static_cast<int>(definition.size());
    const auto caret = TextSelection::at(definitionLine, definition.constLast().size());
    if (last == at.line)
        return LineEdit { at.line, 1, QStringList(line) + definition, caret, {} };
    definition.prepend(lines.line(last));
    return LineEdit { at.line, 1, { line }, caret, { { last, 1, definition } } };
}

std::optional<LineEdit> insertAlert(const TextLines &lines, const TextSelection &selection, const QString &kind)
{
    const int first = selection.from().line;
    if (first < lines.first() || lines.isVerbatim(first) || lines.isVerbatim(selection.lastLine()))
        return {};
    const QString sign = u"> [!"_s + kind + u']';
    for (int line = first; line >= lines.first() && shapeOf(lines.line(line)).quoteDepth > 0; --line) {
        if (lines.line(line).startsWith(u"> [!"))
            return LineEdit { line, 1, { sign }, selection, {} };
    }
    QStringList made(sign);
    for (int line = first; line <= selection.lastLine(); ++line)
        made.append(lines.line(line).isEmpty() && line > first ? u">"_s : u"> "_s + lines.line(line));
    const auto moved = [](const TextPlace &place, int lastLine) {
        return TextPlace { place.line + 1, place.line > lastLine ? 0 : place.column + 2 };
    };
    const int last = selection.lastLine();
    return LineEdit { first, last - first + 1, made, { moved(selection.anchor, last), moved(selection.caret, last) }, {} };
}

} // namespace quillway::text
