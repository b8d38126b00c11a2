// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"
#include "core/text/writing/line_shape.h"

#include <QList>

namespace quillway::text {

/// A working copy of the list around some lines, with what stands before and behind it. Indexes count its lines. Reaches at most some thousand lines away:
/// the numbers of a longer list are right only so far.
class ListRegion
{
public:
    ListRegion(const TextLines &text, int firstLine, int lastLine);

    [[nodiscard]] int index(int line) const { return line - m_first; }
    [[nodiscard]] int size() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] const QString &at(int index) const { return m_lines.at(index); }
    [[nodiscard]] LineShape shape(int index) const;
    [[nodiscard]] bool isItem(int index) const { return shape(index).marker.has_value(); }
    [[nodiscard]] bool isBlank(int index) const; ///< behind the quote's signs

    void set(int index, const QString &line) { m_lines[index] = line; }
    void insert(int index, const QString &line);
    void remove(int index, int count);
    /// The lines [first, middle) and [second, end) change places; what is between them stays there.
    void swap(int first, int middle, int second, int end);

    /// The item that this line is under, -1 if none.
    [[nodiscard]] int parentOf(int index) const;
    /// The item before this one of the same level and under the same parent, -1 if none.
    [[nodiscard]] int siblingBefore(int index) const;
    /// Behind the last line that belongs to the item: its text, its children.
    [[nodiscard]] int endOf(int index) const;
    /// What an item behind this one begins with.
    [[nodiscard]] ListMarker markerAfter(int index) const;

    /// Gives an item another marker; its lines and children move with its text.
    void setMarker(int index, const ListMarker &marker);
    /// Moves lines by columns, blank ones excepted, none further left than its quote.
    void indent(int first, int end, int columns);
    /// Numbers the ordered lists' items from this line on after those before it.
    void renumber(int from);

    [[nodiscard]] LineEdit edit(const TextSelection &selection) const;

private:
    void place(int index, const LineShape &shape, int indent);
    void writeMarker(int index, const ListMarker &marker);

    int m_first = 0;
    int m_count = 0; ///< of the text's lines that it stands for
    QStringList m_lines;
    QList<bool> m_verbatim;
};

} // namespace quillway::text
