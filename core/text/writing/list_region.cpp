// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/list_region.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr int reach = 2'000; // lines in each direction

bool isOfList(const TextLines &text, int number)
{
    const LineShape shape = shapeOf(text.line(number));
    return shape.marker || shape.indent > 0 || shape.quoteDepth > 0;
}

/// Past blank lines in steps of +1 or -1 while a list goes on behind them.
bool goesOn(const TextLines &text, int number, int step)
{
    while (number >= text.first() && number < text.count() && isBlankLine(text.line(number)))
        number += step;
    return number >= text.first() && number < text.count() && isOfList(text, number);
}

int edgeOf(const TextLines &text, int number, int step)
{
    for (int left = reach; left > 0; --left, number += step) {
        const int next = number + step;
        if (next < text.first() || next >= text.count() || (isBlankLine(text.line(next)) && !goesOn(text, next, step)))
            break;
    }
    return number;
}

/// An item whose text is still open while lines are looked at from above.
struct OpenItem {
    ListMarker marker; ///< as it was written
    int content = 0; ///< column of its text as it was written
    int number = 0; ///< as it is now
    int shift = 0; ///< of its text
    int place = 1; ///< in its list, from 1
    bool isConstant = false; ///< all items of its list have the same number
};

/// The lists that are open at a line: the innermost last.
class OpenItems
{
public:
    /// Closes those that a line at this column is not under; the last one closed is the sibling of an item there.
    std::optional<OpenItem> closeFor(int column)
    {
        std::optional<OpenItem> closed;
        while (!m_items.isEmpty() && column < m_items.constLast().content)
            closed = m_items.takeLast();
        return closed;
    }
    void clear() { m_items.clear(); }
    void open(const OpenItem &item) { m_items.append(item); }
    [[nodiscard]] bool isInside(int column) const { return !m_items.isEmpty() && column >= m_items.constLast().content; }
    /// Of what stands under the innermost item that reaches to this column.
    [[nodiscard]] int shiftAt(int column) const
    {
        const auto item = std::find_if(m_items.rbegin(), m_items.rend(), [&](const OpenItem &open) { return open.content <= column; });
        return item == m_items.rend() ? 0 : item->shift;
    }
    [[nodiscard]] int column() const { return m_items.isEmpty() ? 0 : m_items.constLast().content; }

private:
    QList<OpenItem> m_items;
};

OpenItem itemBehind(const std::optional<OpenItem> &sibling, const ListMarker &marker, bool mayChange)
{
    OpenItem item { marker, 0, marker.number.value_or(0), 0, 1, false };
    if (!sibling || !marker.number || !sibling->marker.isLike(marker))
        return item;
    item.place = sibling->place + 1;
    item.isConstant = sibling->place == 1 ? marker.number == sibling->marker.number : sibling->isConstant;
    if (mayChange)
        item.number = item.isConstant ? sibling->number : sibling->number + 1;
    return item;
}

} // namespace

ListRegion::ListRegion(const TextLines &text, int firstLine, int lastLine)
    : m_first(edgeOf(text, firstLine, -1))
{
    const int last = edgeOf(text, lastLine, 1);
    m_count = last - m_first + 1;
    for (int number = m_first; number <= last; ++number) {
        m_lines.append(text.line(number));
        m_verbatim.append(text.isVerbatim(number));
    }
}

LineShape ListRegion::shape(int index) const
{
    LineShape shape = shapeOf(m_lines.at(index));
    if (m_verbatim.at(index)) {
        shape.marker.reset();
        shape.box = -1;
        shape.content = shape.markerEnd = shape.indentEnd;
        shape.contentColumn = shape.indent;
    }
    return shape;
}

bool ListRegion::isBlank(int index) const
{
    return isBlankLine(QStringView(m_lines.at(index)).sliced(shape(index).quoteEnd));
}

void ListRegion::insert(int index, const QString &line)
{
    m_lines.insert(index, line);
    m_verbatim.insert(index, false);
}

void ListRegion::remove(int index, int count)
{
    m_lines.remove(index, count);
    m_verbatim.remove(index, count);
}

void ListRegion::swap(int first, int middle, int second, int end)
{
    const auto swapIn = [&](auto &list) {
        std::rotate(list.begin() + first, list.begin() + second, list.begin() + end);
        // Now: the second part, the first, what was between.
        const int secondSize = end - second;
        std::rotate(list.begin() + first + secondSize, list.begin() + middle + secondSize, list.begin() + end);
    };
    swapIn(m_lines);
    swapIn(m_verbatim);
}

int ListRegion::parentOf(int index) const
{
    const LineShape own = shape(index);
    for (int i = index - 1; i >= 0 && own.indent > 0; --i) {
        const LineShape above = shape(i);
        if (isBlank(i) || m_verbatim.at(i))
            continue;
        if (above.quoteDepth != own.quoteDepth)
            return -1;
        if (above.marker && above.contentColumn <= own.indent)
            return i;
        if (!above.marker && above.indent == 0 && (i == 0 || isBlank(i - 1)))
            return -1;
    }
    return -1;
}

int ListRegion::siblingBefore(int index) const
{
    const LineShape own = shape(index);
    for (int i = index - 1; i >= 0; --i) {
        const LineShape above = shape(i);
        if (isBlank(i) || (m_verbatim.at(i) && above.indent > own.indent))
            continue;
        if (above.quoteDepth != own.quoteDepth || m_verbatim.at(i))
            return -1;
        if (above.marker && above.contentColumn <= own.indent)
            return -1;
        if (above.marker && above.indent <= own.indent)
            return i;
        if (!above.marker && above.indent == 0 && (i == 0 || isBlank(i - 1)))
            return -1;
    }
    return -1;
}

int ListRegion::endOf(int index) const
{
    const LineShape own = shape(index);
    int end = index + 1;
    for (int i = end; i < size(); ++i) {
        if (isBlank(i))
            continue;
        const LineShape below = shape(i);
        const bool isLazy = i == end && !below.marker && !m_verbatim.at(i) && !at(i).startsWith(u'#');
        if (below.quoteDepth != own.quoteDepth || (below.indent < own.contentColumn && !isLazy))
            break;
        end = i + 1;
    }
    return end;
}

ListMarker ListRegion::markerAfter(int index) const
{
    ListMarker marker = *shape(index).marker;
    if (!marker.number)
        return marker;
    const auto isSame = [&](int other) {
        return other >= 0 && other < size() && isItem(other) && shape(other).marker->isLike(marker)
            && shape(other).marker->number == marker.number && shape(other).indent == shape(index).indent;
    };
    if (!isSame(siblingBefore(index)) && !isSame(endOf(index)))
        marker.number = *marker.number + 1;
    return marker;
}

void ListRegion::place(int index, const LineShape &shape, int indent)
{
    if (indent != shape.indent)
        m_lines[index].replace(shape.quoteEnd, shape.indentEnd - shape.quoteEnd, blanks(indent));
}

/// In the place of the one that is there, whose number may have zeros in front.
void ListRegion::writeMarker(int index, const ListMarker &marker)
{
    const LineShape shape = this->shape(index);
    const qsizetype size = m_lines.at(index).indexOf(shape.marker->sign, shape.indentEnd) + 1 - shape.indentEnd;
    m_lines[index].replace(shape.indentEnd, size, marker.toString());
}

void ListRegion::setMarker(int index, const ListMarker &marker)
{
    const LineShape before = shape(index);
    const int end = endOf(index);
    writeMarker(index, marker);
    indent(index + 1, end, shape(index).contentColumn - before.contentColumn);
}

void ListRegion::indent(int first, int end, int columns)
{
    for (int i = first; i < end && columns != 0; ++i) {
        if (!isBlank(i))
            place(i, shape(i), std::max(0, shape(i).indent + columns));
    }
}

void ListRegion::renumber(int from)
{
    OpenItems open;
    int quoteDepth = 0;
    bool afterBlank = true;
    for (int i = 0; i < size(); ++i) {
        const LineShape shape = this->shape(i);
        if (isBlank(i)) {
            afterBlank = true;
            continue;
        }
        if (shape.quoteDepth != quoteDepth)
            open.clear();
        quoteDepth = shape.quoteDepth;
        const bool isLazy = !shape.marker && !afterBlank && !m_verbatim.at(i) && !at(i).startsWith(u'#') && !open.isInside(shape.indent);
        afterBlank = false;
        const auto sibling = isLazy ? std::nullopt : open.closeFor(shape.indent);
        place(i, shape, shape.indent + open.shiftAt(shape.indent));
        if (!shape.marker || shape.indent - open.column() >= 4)
            continue;
        OpenItem item = itemBehind(sibling, *shape.marker, i >= from);
        item.content = shape.contentColumn;
        if (shape.marker->number && item.number != *shape.marker->number) {
            ListMarker marker = *shape.marker;
            marker.number = item.number;
            writeMarker(i, marker);
        }
        item.shift = this->shape(i).contentColumn - shape.contentColumn;
        open.open(item);
    }
}

LineEdit ListRegion::edit(const TextSelection &selection) const
{
    return { m_first, m_count, m_lines, selection };
}

} // namespace quillway::text
