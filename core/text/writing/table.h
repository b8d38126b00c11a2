// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <QList>

#include <optional>

namespace quillway::text {

enum class CellAlignment { None, Left, Centre, Right };

/// Columns [from, to) of a row's line: what is between two `|`, blanks included.
struct CellSpan {
    qsizetype from = 0;
    qsizetype to = 0;
};

/// A table as it is written (GFM 0.29, 4.10). Rows count from the head, 0, without the line of dashes below it. A row may have fewer cells than there are
/// columns; what it has more is kept, though pages do not show it.
struct Table {
    int firstLine = 0;
    QStringList prefixes; ///< what each line has before its first cell: a quote's signs, an item's indentation
    QList<CellAlignment> columns;
    QList<QStringList> rows; ///< cells without the blanks around them, as written

    [[nodiscard]] int lineOf(int row) const { return firstLine + (row == 0 ? 0 : row + 1); }
    [[nodiscard]] int rowCount() const { return static_cast<int>(rows.size()); }
    [[nodiscard]] int columnCount() const { return static_cast<int>(columns.size()); }
    [[nodiscard]] int lineCount() const { return rowCount() + 1; }
};

/// The cells of a line. As on the page, a `|` parts cells also inside of code; only a backslash keeps it.
[[nodiscard]] QList<CellSpan> cellSpans(QStringView line);

/// The table that the line is of. Nothing if there is none, or the line is more than a thousand rows below its head.
[[nodiscard]] std::optional<Table> tableAt(const TextLines &lines, int line);

/// Its lines, the columns aligned by display width; a cell wider than 120 columns stands out.
[[nodiscard]] QStringList render(const Table &table);

/// A text as a cell can hold it: `|` with a backslash, line ends as `<br>`.
[[nodiscard]] QString escapedCell(QStringView text);

/// What a spreadsheet copies: rows of cells parted by tabs, cells with line ends in quotes. Nothing for text that does not look like a table of at least two
/// rows and columns (as many tabs in each line, none of them for indentation).
[[nodiscard]] std::optional<Table> tableFromTabs(QStringView text);

} // namespace quillway::text
