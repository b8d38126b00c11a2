// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/table_edits.h"

#include "core/text/writing/line_shape.h"
#include "core/text/writing/text_block.h"

#include <algorithm>

namespace quillway::text {

namespace {

/// Where the caret is in a table. The line of dashes counts as the head.
struct Cell {
    int row = 0;
    int column = 0;
    bool isDashes = false;
};

struct TableAtCaret {
    Table table;
    Cell cell;
};

std::optional<TableAtCaret> tableAtCaret(const TextLines &lines, const TextSelection &selection)
{
    const TextPlace &caret = selection.caret;
    if (selection.from().line != selection.to().line)
        return {};
    auto table = tableAt(lines, caret.line);
    if (!table)
        return {};
    const int below = caret.line - table->firstLine;
    const Cell cell { std::max(0, below - 1), cellAt(lines.line(caret.line), caret.column), below == 1 };
    return TableAtCaret { std::move(*table), cell };
}

/// The columns of a cell's text in the table as it is rendered; of an empty cell, the place where its text begins.
CellSpan textOf(QStringView line, int column)
{
    const QList<CellSpan> spans = cellSpans(line);
    if (spans.isEmpty())
        return { line.size(), line.size() };
    const CellSpan span = spans.at(std::min<qsizetype>(column, spans.size() - 1));
    const QStringView cell = line.sliced(span.from, span.to - span.from);
    const QStringView text = cell.trimmed();
    if (text.isEmpty())
        return { span.from + 1, span.from + 1 };
    const qsizetype from = span.from + (text.data() - cell.data());
    return { from, from + text.size() };
}

/// Where a place of a table's line is once that is `after`: at the same character of the cell's text, or before or behind all cells as it was.
int movedColumn(QStringView before, QStringView after, int column)
{
    if (column <= shapeOf(before).content)
        return std::min(column, static_cast<int>(after.size()));
    const QList<CellSpan> spans = cellSpans(before);
    if (spans.isEmpty() || column > spans.constLast().to)
        return static_cast<int>(after.size());
    const int cell = cellAt(before, column);
    const CellSpan from = textOf(before, cell);
    const CellSpan to = textOf(after, cell);
    return static_cast<int>(to.from + std::clamp<qsizetype>(column - from.from, 0, to.to - to.from));
}

LineEdit editOf(const Table &table, int lineCount, const TextSelection &selection)
{
    return { table.firstLine, lineCount, render(table), selection };
}

/// With the cell's text selected.
LineEdit selectCell(const Table &table, int lineCount, int row, int column)
{
    LineEdit edit = editOf(table, lineCount, {});
    const int line = table.lineOf(row);
    const CellSpan text = textOf(edit.lines.at(line - table.firstLine), column);
    edit.selection = { { line, static_cast<int>(text.from) }, { line, static_cast<int>(text.to) } };
    return edit;
}

void insertRow(Table &table, int row)
{
    table.rows.insert(row, QStringList(table.columnCount()));
    table.prefixes.append(table.prefixes.constLast());
}

bool isEmptyRow(const QStringList &row)
{
    return std::ranges::all_of(row, [](const QString &cell) { return cell.isEmpty(); });
}

/// Cells that a row lacks come into being, so that those behind keep their columns.
void fillRows(Table &table)
{
    for (QStringList &row : table.rows) {
        while (row.size() < table.columnCount())
            row.append(QString());
    }
}

void insertColumn(Table &table, int column)
{
    table.columns.insert(column, CellAlignment::None);
    for (QStringList &row : table.rows)
        row.insert(column, QString());
}

void removeColumn(Table &table, int column)
{
    table.columns.removeAt(column);
    for (QStringList &row : table.rows)
        row.removeAt(column);
}

void swapColumns(Table &table, int one, int other)
{
    table.columns.swapItemsAt(one, other);
    for (QStringList &row : table.rows)
        row.swapItemsAt(one, other);
}

/// Changes the table and tells the cell to select. False if the command has no place there.
bool changeRows(Table &table, Cell &cell, TableCommand command)
{
    const int last = table.rowCount() - 1;
    switch (command) {
    case TableCommand::RowAbove:
        cell.row = std::max(1, cell.row);
        insertRow(table, cell.row);
        return true;
    case TableCommand::RowBelow: insertRow(table, ++cell.row); return true;
    case TableCommand::RemoveRow:
        if (cell.row == 0)
            return false;
        table.rows.removeAt(cell.row);
        table.prefixes.removeLast();
        cell.row = std::min(cell.row, last - 1);
        return true;
    case TableCommand::MoveRowUp:
        if (cell.row < 2)
            return false;
        table.rows.swapItemsAt(cell.row, cell.row - 1);
        --cell.row;
        return true;
    default: // MoveRowDown
        if (cell.row == 0 || cell.row == last)
            return false;
        table.rows.swapItemsAt(cell.row, cell.row + 1);
        ++cell.row;
        return true;
    }
}

bool changeColumns(Table &table, Cell &cell, TableCommand command)
{
    const int last = table.columnCount() - 1;
    if (cell.column > last)
        return false;
    fillRows(table);
    switch (command) {
    case TableCommand::ColumnBefore: insertColumn(table, cell.column); return true;
    case TableCommand::ColumnBehind: insertColumn(table, ++cell.column); return true;
    case TableCommand::RemoveColumn:
        if (last == 0)
            return false;
        removeColumn(table, cell.column);
        cell.column = std::min(cell.column, last - 1);
        return true;
    case TableCommand::MoveColumnLeft:
        if (cell.column == 0)
            return false;
        swapColumns(table, cell.column, cell.column - 1);
        --cell.column;
        return true;
    default: // MoveColumnRight
        if (cell.column == last)
            return false;
        swapColumns(table, cell.column, cell.column + 1);
        ++cell.column;
        return true;
    }
}

bool isBlankWithin(const TextLines &lines, int number)
{
    if (number < lines.first() || number >= lines.count())
        return true;
    const QString line = lines.line(number);
    return isBlankLine(QStringView(line).sliced(shapeOf(line).quoteEnd));
}

std::optional<LineEdit> beginTable(const TextLines &lines, const TextSelection &selection)
{
    const int number = selection.caret.line;
    if (!selection.isEmpty() || number < lines.first() || lines.isVerbatim(number))
        return {};
    const QString line = lines.line(number);
    const LineShape shape = shapeOf(line);
    const bool isRow = !shape.marker && QStringView(line).sliced(shape.content).startsWith(u'|');
    const bool isBehind = isBlankLine(QStringView(line).sliced(selection.caret.column));
    if (!isRow || !isBehind || !isBlankWithin(lines, number - 1) || !isBlankWithin(lines, number + 1))
        return {};
    QStringList cells;
    for (const CellSpan span : cellSpans(line))
        cells.append(line.sliced(span.from, span.to - span.from).trimmed());
    if (cells.size() < 2 || isEmptyRow(cells))
        return {};
    Table table;
    table.firstLine = number;
    table.prefixes = QStringList(3, line.first(shape.content));
    table.columns.fill(CellAlignment::None, cells.size());
    table.rows = { cells, QStringList(cells.size()) };
    return selectCell(table, 1, 1, 0);
}

bool align(Table &table, const Cell &cell, CellAlignment alignment)
{
    if (cell.column >= table.columnCount())
        return false;
    table.columns[cell.column] = alignment;
    return true;
}

bool change(Table &table, Cell &cell, TableCommand command)
{
    switch (command) {
    case TableCommand::RowAbove:
    case TableCommand::RowBelow:
    case TableCommand::RemoveRow:
    case TableCommand::MoveRowUp:
    case TableCommand::MoveRowDown: return changeRows(table, cell, command);
    case TableCommand::AlignNone: return align(table, cell, CellAlignment::None);
    case TableCommand::AlignLeft: return align(table, cell, CellAlignment::Left);
    case TableCommand::AlignCentre: return align(table, cell, CellAlignment::Centre);
    case TableCommand::AlignRight: return align(table, cell, CellAlignment::Right);
    case TableCommand::Tidy: return true;
    default: return changeColumns(table, cell, command);
    }
}

} // namespace

int cellAt(QStringView line, int column)
{
    const QList<CellSpan> spans = cellSpans(line);
    int cell = 0;
    while (cell + 1 < spans.size() && spans.at(cell).to < column)
        ++cell;
    return cell;
}

std::optional<LineEdit> tidyTable(const TextLines &lines, const TextSelection &selection, int line)
{
    const auto table = tableAt(lines, line);
    if (!table)
        return {};
    LineEdit edit = editOf(*table, table->lineCount(), selection);
    const int first = table->firstLine;
    const auto move = [&](TextPlace &place) {
        if (place.line >= first && place.line < first + edit.count)
            place.column = movedColumn(lines.line(place.line), edit.lines.at(place.line - first), place.column);
    };
    move(edit.selection.anchor);
    move(edit.selection.caret);
    for (int i = 0; i < edit.count; ++i) {
        if (lines.line(first + i) != edit.lines.at(i))
            return edit;
    }
    return {};
}

std::optional<LineEdit> stepCell(const TextLines &lines, const TextSelection &selection, CellStep step)
{
    auto at = tableAtCaret(lines, selection);
    if (!at)
        return step == CellStep::Next ? beginTable(lines, selection) : std::nullopt;
    Table &table = at->table;
    const int lineCount = table.lineCount();
    const int width = table.columnCount();
    int next = at->cell.row * width + std::min(at->cell.column, width - 1) + (step == CellStep::Next ? 1 : -1);
    if (at->cell.isDashes)
        next = step == CellStep::Next ? width : width - 1;
    next = std::max(0, next);
    if (next >= table.rowCount() * width)
        insertRow(table, table.rowCount());
    return selectCell(table, lineCount, next / width, next % width);
}

std::optional<LineEdit> breakRow(const TextLines &lines, const TextSelection &selection)
{
    auto at = tableAtCaret(lines, selection);
    if (!at || !selection.isEmpty() || selection.caret.column <= shapeOf(lines.line(selection.caret.line)).content)
        return {};
    Table &table = at->table;
    const int lineCount = table.lineCount();
    if (at->cell.row == 0 || at->cell.row + 1 < table.rowCount() || !isEmptyRow(table.rows.constLast())) {
        insertRow(table, at->cell.row + 1);
        return selectCell(table, lineCount, at->cell.row + 1, 0);
    }
    table.rows.removeLast();
    LineEdit edit = editOf(table, lineCount, {});
    QString prefix = table.prefixes.constLast();
    edit.lines.append(prefix);
    edit.selection = TextSelection::at(table.firstLine + static_cast<int>(edit.lines.size()) - 1, prefix.size());
    return edit;
}

std::optional<LineEdit> editTable(const TextLines &lines, const TextSelection &selection, TableCommand command)
{
    auto at = tableAtCaret(lines, selection);
    if (!at)
        return {};
    const int lineCount = at->table.lineCount();
    if (!change(at->table, at->cell, command))
        return {};
    return selectCell(at->table, lineCount, at->cell.row, at->cell.column);
}

std::optional<LineEdit> insertTable(const TextLines &lines, const TextSelection &selection)
{
    if (selection.from().line < lines.first() || lines.isVerbatim(selection.from().line) || lines.isVerbatim(selection.to().line))
        return {};
    Table table;
    table.columns = { CellAlignment::None, CellAlignment::None };
    table.rows = { QStringList(2), QStringList(2) };
    const QStringList block = render(table);
    LineEdit edit = insertBlock(lines, selection, block);
    const TextPlace end = edit.selection.caret;
    const int head = end.line - static_cast<int>(block.size()) + 1;
    edit.selection = TextSelection::at(head, end.column - block.constLast().size() + 2);
    return edit;
}

} // namespace quillway::text
