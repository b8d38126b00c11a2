// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/table.h"

#include "core/text/writing/display_width.h"
#include "core/text/writing/line_shape.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr int mostRows = 1'000;
constexpr int narrowest = 3; // columns: what `---` needs
constexpr int widest = 120;

/// Behind the `|` that opens the line, or where its text begins.
qsizetype startOf(QStringView line)
{
    return shapeOf(line).content;
}

QStringList cellsOf(QStringView line)
{
    QStringList cells;
    for (const CellSpan &span : cellSpans(line))
        cells.append(line.sliced(span.from, span.to - span.from).trimmed().toString());
    return cells;
}

std::optional<CellAlignment> alignmentOf(QStringView cell)
{
    const bool left = cell.startsWith(u':');
    const bool right = cell.size() > 1 && cell.endsWith(u':');
    const QStringView dashes = cell.sliced(left ? 1 : 0).chopped(right ? 1 : 0);
    if (dashes.isEmpty() || !std::ranges::all_of(dashes, [](QChar c) { return c == u'-'; }))
        return {};
    return left && right ? CellAlignment::Centre : left ? CellAlignment::Left : right ? CellAlignment::Right : CellAlignment::None;
}

QList<CellAlignment> alignmentsOf(const QString &line)
{
    QList<CellAlignment> alignments;
    if (!line.contains(u'|') || !line.contains(u'-'))
        return {};
    for (const QString &cell : cellsOf(line)) {
        const auto alignment = alignmentOf(cell);
        if (!alignment)
            return {};
        alignments.append(*alignment);
    }
    return alignments;
}

bool canBeRow(const TextLines &lines, int number)
{
    return number >= lines.first() && number < lines.count() && lines.line(number).contains(u'|') && !lines.isVerbatim(number);
}

/// The line of the head: the one before the dashes.
std::optional<int> headOf(const TextLines &lines, int line)
{
    for (int number = line + 1; number >= line - mostRows && number > lines.first(); --number) {
        if (number > line && !canBeRow(lines, number))
            continue;
        if (!canBeRow(lines, number))
            return {};
        const auto columns = alignmentsOf(lines.line(number)).size();
        if (columns > 0 && canBeRow(lines, number - 1) && cellSpans(lines.line(number - 1)).size() == columns)
            return number - 1;
    }
    return {};
}

QString padded(const QString &cell, int width, CellAlignment alignment)
{
    const int room = std::max(0, width - displayWidth(cell));
    const int before = alignment == CellAlignment::Right ? room : alignment == CellAlignment::Centre ? room / 2 : 0;
    return blanks(before) + cell + blanks(room - before);
}

QString dashes(int width, CellAlignment alignment)
{
    QString text(width, u'-');
    if (alignment == CellAlignment::Left || alignment == CellAlignment::Centre)
        text.front() = u':';
    if (alignment == CellAlignment::Right || alignment == CellAlignment::Centre)
        text.back() = u':';
    return text;
}

QList<int> widthsOf(const Table &table)
{
    QList<int> widths(table.columnCount(), narrowest);
    for (const QStringList &row : table.rows) {
        for (qsizetype column = 0; column < std::min(row.size(), widths.size()); ++column)
            widths[column] = std::max(widths.at(column), std::min(widest, displayWidth(row.at(column))));
    }
    return widths;
}

/// One cell from `at` on, which comes to stand on the tab or line end behind it.
QString takeField(QStringView text, qsizetype &at)
{
    QString field;
    if (at < text.size() && text.at(at) == u'"' && text.indexOf(u'"', at + 1) > 0) {
        for (++at; at < text.size(); ++at) {
            if (text.at(at) == u'"' && (at + 1 >= text.size() || text.at(at + 1) != u'"'))
                break;
            if (text.at(at) == u'"')
                ++at;
            field += text.at(at);
        }
        ++at;
    }
    while (at < text.size() && text.at(at) != u'\t' && text.at(at) != u'\n')
        field += text.at(at++);
    return field;
}

} // namespace

QList<CellSpan> cellSpans(QStringView line)
{
    QList<CellSpan> spans;
    qsizetype at = startOf(line);
    qsizetype end = line.size();
    while (end > at && line.at(end - 1).isSpace())
        --end;
    if (at < end && line.at(at) == u'|')
        ++at;
    qsizetype from = at;
    for (; at < end; ++at) {
        if (line.at(at) == u'\\' && at + 1 < end && (line.at(at + 1).isPunct() || line.at(at + 1).isSymbol()))
            ++at;
        else if (line.at(at) == u'|')
            spans.append({ std::exchange(from, at + 1), at });
    }
    if (from < end)
        spans.append({ from, end });
    return spans;
}

std::optional<Table> tableAt(const TextLines &lines, int line)
{
    if (!canBeRow(lines, line))
        return {};
    const auto head = headOf(lines, line);
    if (!head)
        return {};
    Table table;
    table.firstLine = *head;
    table.columns = alignmentsOf(lines.line(*head + 1));
    for (int number = *head; number <= *head + mostRows && canBeRow(lines, number); ++number) {
        const QString text = lines.line(number);
        table.prefixes.append(text.first(startOf(text)));
        if (number != *head + 1)
            table.rows.append(cellsOf(text));
    }
    return table.firstLine + table.lineCount() > line ? std::optional(table) : std::nullopt;
}

QStringList render(const Table &table)
{
    const QList<int> widths = widthsOf(table);
    QStringList lines;
    for (int row = 0; row < table.rowCount(); ++row) {
        QString line = table.prefixes.value(lines.size());
        const QStringList &cells = table.rows.at(row);
        for (int column = 0; column < std::max(static_cast<int>(cells.size()), table.columnCount()); ++column)
            line += u"| "_s + padded(cells.value(column), widths.value(column, 0), table.columns.value(column, CellAlignment::None)) + u' ';
        lines.append(line + u'|');
        if (row > 0)
            continue;
        line = table.prefixes.value(1);
        for (int column = 0; column < table.columnCount(); ++column)
            line += u"| "_s + dashes(widths.at(column), table.columns.at(column)) + u' ';
        lines.append(line + u'|');
    }
    return lines;
}

QString escapedCell(QStringView text)
{
    QString cell = text.trimmed().toString();
    // A backslash before a `|` would otherwise escape the one that is put there.
    cell.replace(u"\\|"_s, u"|"_s).replace(u'|', u"\\|"_s);
    return cell.replace(u"\r\n"_s, u"<br>"_s).replace(u'\n', u"<br>"_s).replace(u'\r', u"<br>"_s).replace(u'\t', u' ');
}

std::optional<Table> tableFromTabs(QStringView text)
{
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    Table table;
    table.rows.append(QStringList());
    bool hasFirstCells = false;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const QString field = takeField(text, at);
        hasFirstCells = hasFirstCells || (table.rows.constLast().isEmpty() && !field.trimmed().isEmpty());
        table.rows.last().append(escapedCell(field));
        if (at < text.size() && text.at(at) == u'\n')
            table.rows.append(QStringList());
        if (table.rows.size() > mostRows)
            return {};
    }
    const qsizetype columns = table.rows.constFirst().size();
    const bool isEven = std::ranges::all_of(table.rows, [&](const QStringList &row) { return row.size() == columns; });
    if (!isEven || !hasFirstCells || columns < 2 || table.rows.size() < 2)
        return {};
    table.columns = QList<CellAlignment>(columns, CellAlignment::None);
    return table;
}

} // namespace quillway::text
