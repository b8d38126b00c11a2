// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"
#include "core/text/writing/table.h"

#include <optional>

namespace quillway::text {

// What keys and commands do in a table. Nothing where the caret is in none. Every edit leaves the table's columns aligned.

enum class CellStep { Next, Previous };

/// Tab and Shift+Tab: the text of the next or previous cell is selected; behind the last one there is a new row. Tab behind a line
/// such as `| Name | Size |` that stands by itself makes it a table's head, with a row to fill.
[[nodiscard]] std::optional<LineEdit> stepCell(const TextLines &lines, const TextSelection &selection, CellStep step);

/// Enter: a new row below. In a last row that is empty: the row goes, the caret is below the table.
[[nodiscard]] std::optional<LineEdit> breakRow(const TextLines &lines, const TextSelection &selection);

enum class TableCommand {
    RowAbove,
    RowBelow,
    RemoveRow, ///< not the head
    MoveRowUp,
    MoveRowDown,
    ColumnBefore,
    ColumnBehind,
    RemoveColumn, ///< not the last one left
    MoveColumnLeft,
    MoveColumnRight,
    AlignNone,
    AlignLeft,
    AlignCentre,
    AlignRight,
    Tidy, ///< nothing but the columns' alignment
};

/// Nothing as well where the command has no place to go, such as the first row up.
[[nodiscard]] std::optional<LineEdit> editTable(const TextLines &lines, const TextSelection &selection, TableCommand command);

/// The cell of a table's line that is at this place of it, from 0.
[[nodiscard]] int cellAt(QStringView line, int column);

/// The table that `line` is of with its columns aligned; what is selected stays at the same characters of the same cells. Nothing if they are aligned, or there
/// is no table.
[[nodiscard]] std::optional<LineEdit> tidyTable(const TextLines &lines, const TextSelection &selection, int line);

/// A new table of two columns and two rows, its first cell selected.
[[nodiscard]] std::optional<LineEdit> insertTable(const TextLines &lines, const TextSelection &selection);

} // namespace quillway::text
