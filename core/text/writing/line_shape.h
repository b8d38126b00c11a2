// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace quillway::text {

/// `-`, `*`, `+`, `1.` or `1)` (CommonMark 0.31.2, 5.2).
struct ListMarker {
    QChar sign; ///< the bullet, or `.` or `)` after a number
    std::optional<int> number; ///< 0 … 999,999,999

    [[nodiscard]] QString toString() const;
    /// Items of such markers stand in one list.
    [[nodiscard]] bool isLike(const ListMarker &other) const
    {
        return sign == other.sign && number.has_value() == other.number.has_value();
    }
};

/// How one line begins: `> > ` is the quote, then blanks, a list's marker, a task's box, and the content. Ends are columns in UTF-16 units; columns of
/// indentation count a tab up to the next multiple of four.
struct LineShape {
    int quoteDepth = 0;
    qsizetype quoteEnd = 0;
    int indent = 0; ///< columns of blanks behind the quote
    qsizetype indentEnd = 0;
    std::optional<ListMarker> marker;
    qsizetype markerEnd = 0; ///< behind the marker and its blanks
    int contentColumn = 0; ///< behind the quote: where an item's own lines begin
    qsizetype box = -1; ///< of the `[` of a task's box
    qsizetype content = 0; ///< where the text begins

    [[nodiscard]] bool isTask() const { return box >= 0; }
};

[[nodiscard]] LineShape shapeOf(QStringView line);

/// `columns` blanks.
[[nodiscard]] QString blanks(int columns);
/// A thematic break (CommonMark 0.31.2, 4.1), whatever stands before it: three or more of one of `-`, `*`, `_`, and blanks.
[[nodiscard]] bool isRule(QStringView line);
[[nodiscard]] bool isBlankLine(QStringView line);

} // namespace quillway::text
