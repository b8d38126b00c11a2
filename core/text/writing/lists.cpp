// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/lists.h"

#include "core/text/writing/list_region.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// A place that stays where it is while what is before it on its line changes.
struct FixedPlace {
    int line = 0;
    int fromEnd = 0;

    FixedPlace(const TextLines &lines, const TextPlace &place)
        : line(place.line)
        , fromEnd(static_cast<int>(lines.line(place.line).size()) - place.column)
    { }
    [[nodiscard]] TextPlace in(const ListRegion &region, int moved = 0) const
    {
        const int size = static_cast<int>(region.at(region.index(line + moved)).size());
        return { line + moved, std::clamp(size - fromEnd, 0, size) };
    }
};

struct FixedSelection {
    FixedPlace anchor;
    FixedPlace caret;

    FixedSelection(const TextLines &lines, const TextSelection &selection)
        : anchor(lines, selection.anchor)
        , caret(lines, selection.caret)
    { }
    [[nodiscard]] TextSelection in(const ListRegion &region, int moved = 0) const
    {
        return { anchor.in(region, moved), caret.in(region, moved) };
    }
};

QString quoteSigns(int depth)
{
    return u"> "_s.repeated(depth);
}

bool isPlain(const LineShape &shape)
{
    return !shape.marker && shape.quoteDepth == 0 && shape.indent == 0;
}

/// Enter on an item or a quoted line without text: out by one level.
LineEdit leaveLevel(ListRegion region, int line)
{
    const int index = region.index(line);
    const LineShape shape = region.shape(index);
    const QString quote = region.at(index).first(shape.quoteEnd);
    const int parent = shape.marker ? region.parentOf(index) : -1;
    if (parent >= 0) {
        const LineShape above = region.shape(parent);
        region.set(index,
                   quote + blanks(above.indent) + region.markerAfter(parent).toString() + u' ' + (above.isTask() ? u"[ ] "_s : QString()));
    } else {
        region.set(index, shape.marker ? quote : quoteSigns(shape.quoteDepth - 1));
    }
    region.renumber(index);
    return region.edit(TextSelection::at(line, region.at(index).size()));
}

/// What the line behind an item, a quoted or an indented line begins with.
QString nextPrefix(const ListRegion &region, int index)
{
    const LineShape shape = region.shape(index);
    const QString &line = region.at(index);
    if (!shape.marker)
        return line.first(shape.indentEnd);
    const qsizetype markerSize = line.indexOf(shape.marker->sign, shape.indentEnd) + 1 - shape.indentEnd;
    const QString gap = line.sliced(shape.indentEnd + markerSize, shape.markerEnd - shape.indentEnd - markerSize);
    return line.first(shape.indentEnd) + region.markerAfter(index).toString() + (gap.isEmpty() ? u" "_s : gap)
        + (shape.isTask() ? u"[ ] "_s : QString());
}

bool mayBreak(const TextLines &lines, const TextSelection &selection)
{
    return selection.from().line >= lines.first() && !lines.isVerbatim(selection.from().line) && !lines.isVerbatim(selection.to().line);
}

/// The region with what is selected taken away, the rest of its lines joined.
ListRegion without(const TextLines &lines, const TextSelection &selection)
{
    ListRegion region(lines, selection.from().line, selection.to().line);
    const int index = region.index(selection.from().line);
    const QString joined = region.at(index).first(selection.from().column)
        + region.at(region.index(selection.to().line)).sliced(selection.to().column);
    region.remove(index + 1, selection.to().line - selection.from().line);
    region.set(index, joined);
    return region;
}

/// Parts the line at the selection's start, `prefix` before what goes down.
LineEdit split(ListRegion region, const TextPlace &at, const QString &prefix, bool renumbers)
{
    const int index = region.index(at.line);
    const QString line = region.at(index);
    QString tail = line.sliced(at.column);
    while (tail.startsWith(u' ') || tail.startsWith(u'\t'))
        tail.remove(0, 1);
    region.set(index, line.first(at.column));
    region.insert(index + 1, prefix + tail);
    if (renumbers)
        region.renumber(index + 1);
    return region.edit(TextSelection::at(at.line + 1, region.at(index + 1).size() - tail.size()));
}

std::optional<int> firstItem(const TextLines &lines, const TextSelection &selection)
{
    for (int line = selection.from().line; line <= selection.lastLine(); ++line) {
        if (!lines.isVerbatim(line) && shapeOf(lines.line(line)).marker)
            return line;
    }
    return {};
}

/// By how many columns the item has to move to come under the one before it, or out from its parent.
int shiftOf(const ListRegion &region, int index, Level level)
{
    const int indent = region.shape(index).indent;
    if (level == Level::In) {
        const int sibling = region.siblingBefore(index);
        return sibling < 0 ? 0 : region.shape(sibling).contentColumn - indent;
    }
    const int parent = region.parentOf(index);
    return (parent < 0 ? 0 : region.shape(parent).indent) - indent;
}

/// An item that has come to another level is of the list there, or the first of a new one.
void joinList(ListRegion &region, int index)
{
    const int sibling = region.siblingBefore(index);
    ListMarker marker = *region.shape(index).marker;
    if (sibling >= 0)
        marker = region.markerAfter(sibling);
    else if (marker.number)
        marker.number = 1;
    region.setMarker(index, marker);
}

/// The end of the items from `index` on up to the one that the line `last` belongs to.
int endOfItems(const ListRegion &region, int index, int last)
{
    int end = region.endOf(index);
    while (end <= last) {
        int next = end;
        while (next < region.size() && region.isBlank(next))
            ++next;
        if (next > last || next >= region.size() || !region.isItem(next))
            return std::min(last + 1, region.size());
        end = region.endOf(next);
    }
    return end;
}

struct Neighbour {
    int first = 0;
    int end = 0;
};

/// What lines [first, end) change places with.
std::optional<Neighbour> neighbourOf(const ListRegion &region, int first, int end, Direction direction)
{
    const bool isItem = region.isItem(first);
    if (direction == Direction::Up) {
        const int sibling = isItem ? region.siblingBefore(first) : -1;
        if (sibling >= 0)
            return Neighbour { sibling, region.endOf(sibling) };
        if (first == 0 || (isItem && region.parentOf(first) >= 0))
            return {};
        return Neighbour { first - 1, first };
    }
    int next = end;
    while (isItem && next < region.size() && region.isBlank(next))
        ++next;
    if (isItem && next < region.size() && region.isItem(next) && region.parentOf(next) == region.parentOf(first))
        return Neighbour { next, region.endOf(next) };
    if (end >= region.size() || (isItem && region.parentOf(first) >= 0))
        return {};
    return Neighbour { end, end + 1 };
}

/// Two items of an ordered list that change places leave their numbers where they are.
void swapNumbers(ListRegion &region, int first, int second)
{
    if (!region.isItem(first) || !region.isItem(second))
        return;
    const ListMarker one = *region.shape(first).marker;
    const ListMarker other = *region.shape(second).marker;
    if (!one.number || !one.isLike(other))
        return;
    region.setMarker(second, one);
    region.setMarker(first, other);
}

/// The selected lines that are items or could be: no blank ones, no further lines of an item.
QList<int> itemLines(const ListRegion &region, const TextSelection &selection)
{
    QList<int> indexes;
    int endOfItem = 0;
    for (int line = selection.from().line; line <= selection.lastLine(); ++line) {
        const int index = region.index(line);
        const bool isItem = region.isItem(index);
        if (isItem)
            endOfItem = std::max(endOfItem, region.endOf(index));
        if (isItem || (index >= endOfItem && (!region.isBlank(index) || selection.from().line == selection.lastLine())))
            indexes.append(index);
    }
    return indexes;
}

bool hasVerbatim(const TextLines &lines, const TextSelection &selection)
{
    for (int line = selection.from().line; line <= selection.lastLine(); ++line) {
        if (lines.isVerbatim(line))
            return true;
    }
    return false;
}

} // namespace

std::optional<LineEdit> breakLine(const TextLines &lines, const TextSelection &selection)
{
    if (!mayBreak(lines, selection))
        return {};
    const LineShape shape = shapeOf(lines.line(selection.from().line));
    if (isPlain(shape) || selection.from().column < shape.content)
        return {};
    ListRegion region = without(lines, selection);
    const int index = region.index(selection.from().line);
    const bool hasText = !isBlankLine(QStringView(region.at(index)).sliced(shape.content));
    if (!hasText && (shape.marker || (shape.quoteDepth > 0 && shape.indent == 0)))
        return leaveLevel(region, selection.from().line);
    const QString prefix = nextPrefix(region, index);
    if (hasText)
        return split(region, selection.from(), prefix, shape.marker.has_value());
    region.set(index, region.at(index).first(shape.quoteEnd));
    region.insert(index + 1, prefix);
    return region.edit(TextSelection::at(selection.from().line + 1, prefix.size()));
}

std::optional<LineEdit> breakLineInItem(const TextLines &lines, const TextSelection &selection)
{
    if (!mayBreak(lines, selection))
        return {};
    const QString line = lines.line(selection.from().line);
    const LineShape shape = shapeOf(line);
    if (isPlain(shape) || selection.from().column < shape.content)
        return {};
    const QString prefix = shape.marker ? line.first(shape.quoteEnd) + blanks(shape.contentColumn) : line.first(shape.indentEnd);
    return split(without(lines, selection), selection.from(), prefix, false);
}

std::optional<LineEdit> shiftItems(const TextLines &lines, const TextSelection &selection, Level level)
{
    const auto item = firstItem(lines, selection);
    if (!item)
        return {};
    ListRegion region(lines, selection.from().line, selection.to().line);
    const FixedSelection kept(lines, selection);
    const int index = region.index(*item);
    const int columns = shiftOf(region, index, level);
    if (columns == 0)
        return region.edit(selection);
    region.indent(index, endOfItems(region, index, region.index(selection.lastLine())), columns);
    joinList(region, index);
    region.renumber(index);
    return region.edit(kept.in(region));
}

std::optional<LineEdit> removeMarker(const TextLines &lines, const TextSelection &selection)
{
    const TextPlace &at = selection.caret;
    if (!selection.isEmpty() || !mayBreak(lines, selection))
        return {};
    const QString line = lines.line(at.line);
    const LineShape shape = shapeOf(line);
    const bool isQuoteOnly = !shape.marker && shape.quoteDepth > 0 && shape.indent == 0;
    if (at.column != shape.content || (!shape.marker && !isQuoteOnly))
        return {};
    ListRegion region(lines, at.line, at.line);
    const QString prefix = shape.marker ? line.first(shape.indentEnd) : quoteSigns(shape.quoteDepth - 1);
    const int index = region.index(at.line);
    region.set(index, prefix + line.sliced(shape.content));
    region.renumber(index);
    return region.edit(TextSelection::at(at.line, region.at(index).size() - (line.size() - at.column)));
}

std::optional<LineEdit> removeSelected(const TextLines &lines, const TextSelection &selection)
{
    if (selection.from().line == selection.to().line || !mayBreak(lines, selection))
        return {};
    ListRegion region = without(lines, selection);
    const int index = region.index(selection.from().line);
    const int fromEnd = static_cast<int>(region.at(index).size()) - selection.from().column;
    bool hasNumbers = false;
    for (int i = index; i < region.size() && !hasNumbers; ++i)
        hasNumbers = region.isItem(i) && region.shape(i).marker->number;
    if (!hasNumbers)
        return {};
    region.renumber(index);
    return region.edit(TextSelection::at(selection.from().line, region.at(index).size() - fromEnd));
}

std::optional<LineEdit> toggleTasks(const TextLines &lines, const TextSelection &selection)
{
    if (selection.from().line < lines.first() || hasVerbatim(lines, selection))
        return {};
    ListRegion region(lines, selection.from().line, selection.to().line);
    const FixedSelection kept(lines, selection);
    const QList<int> indexes = itemLines(region, selection);
    const bool allTasks = std::ranges::all_of(indexes, [&](int i) { return region.shape(i).isTask(); });
    const bool allDone = allTasks && std::ranges::all_of(indexes, [&](int i) { return region.at(i).at(region.shape(i).box + 1) != u' '; });
    for (const int i : indexes) {
        const LineShape shape = region.shape(i);
        QString line = region.at(i);
        if (allTasks)
            line[shape.box + 1] = allDone ? u' ' : u'x';
        else if (!shape.isTask())
            line.insert(shape.markerEnd, shape.marker ? u"[ ] "_s : u"- [ ] "_s);
        region.set(i, line);
    }
    return region.edit(kept.in(region));
}

std::optional<LineEdit> moveLines(const TextLines &lines, const TextSelection &selection, Direction direction)
{
    if (selection.from().line < lines.first())
        return {};
    const int top = std::max(lines.first(), selection.from().line - 1);
    ListRegion region(lines, top, std::min(lines.count() - 1, selection.lastLine() + 1));
    const FixedSelection kept(lines, selection);
    const int first = region.index(selection.from().line);
    const int last = region.index(selection.lastLine());
    const int end = region.isItem(first) ? endOfItems(region, first, last) : last + 1;
    const auto neighbour = neighbourOf(region, first, end, direction);
    if (!neighbour)
        return {};
    swapNumbers(region, first, neighbour->first);
    const bool isUp = direction == Direction::Up;
    const int gap = isUp ? first - neighbour->end : neighbour->first - end;
    const int moved = isUp ? neighbour->first - first : neighbour->end - neighbour->first + gap;
    if (isUp)
        region.swap(neighbour->first, neighbour->end, first, end);
    else
        region.swap(first, end, neighbour->first, neighbour->end);
    region.renumber(std::min(first, neighbour->first));
    const auto placed = [&](const FixedPlace &place) {
        const int line = place.line + moved;
        return region.index(line) < region.size() ? place.in(region, moved) : TextPlace { line, 0 };
    };
    return region.edit({ placed(kept.anchor), placed(kept.caret) });
}

std::optional<LineEdit> toggleList(const TextLines &lines, const TextSelection &selection, ListKind kind)
{
    if (selection.from().line < lines.first() || hasVerbatim(lines, selection))
        return {};
    ListRegion region(lines, selection.from().line, selection.to().line);
    const FixedSelection kept(lines, selection);
    const QList<int> indexes = itemLines(region, selection);
    const bool wantsNumbers = kind == ListKind::Numbers;
    const bool allOfKind = std::ranges::all_of(
        indexes, [&](int i) { return region.isItem(i) && region.shape(i).marker->number.has_value() == wantsNumbers; });
    int number = 0;
    for (const int i : indexes) {
        const LineShape shape = region.shape(i);
        const ListMarker marker { wantsNumbers ? u'.' : u'-', wantsNumbers ? std::optional(++number) : std::nullopt };
        if (allOfKind)
            region.set(i, region.at(i).first(shape.indentEnd) + region.at(i).sliced(shape.content));
        else if (shape.marker)
            region.setMarker(i, marker);
        else
            region.set(i, region.at(i).first(shape.indentEnd) + marker.toString() + u' ' + region.at(i).sliced(shape.indentEnd));
    }
    region.renumber(region.index(selection.from().line));
    return region.edit(kept.in(region));
}

} // namespace quillway::text
