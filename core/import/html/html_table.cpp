// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/html/html_table.h"

#include "core/import/html/html_elements.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::importing {

using text::CellAlignment;

namespace {

void addRows(const HtmlNode &node, QList<const HtmlNode *> &rows)
{
    for (const HtmlNode &child : node.children) {
        if (child.is("tr"_L1))
            rows.append(&child);
        else if (child.is("thead"_L1) || child.is("tbody"_L1) || child.is("tfoot"_L1))
            addRows(child, rows);
    }
}

} // namespace

QList<const HtmlNode *> rowsOf(const HtmlNode &table)
{
    QList<const HtmlNode *> rows;
    addRows(table, rows);
    return rows;
}

QList<const HtmlNode *> cellsOf(const HtmlNode &row)
{
    QList<const HtmlNode *> cells;
    for (const HtmlNode &child : row.children) {
        if (child.is("td"_L1) || child.is("th"_L1))
            cells.append(&child);
    }
    return cells;
}

CellAlignment alignmentOf(const HtmlNode &cell)
{
    static const QRegularExpression style(u"text-align:\\s*(left|right|center)"_s);
    QString align = cell.attribute("align"_L1).toLower();
    if (const auto match = style.match(cell.attribute("style"_L1)); match.hasMatch())
        align = match.captured(1);
    return align == "center"_L1 ? CellAlignment::Centre
        : align == "right"_L1   ? CellAlignment::Right
        : align == "left"_L1    ? CellAlignment::Left
                                : CellAlignment::None;
}

bool isPlainTable(const QList<const HtmlNode *> &rows)
{
    qsizetype columns = 0;
    for (const HtmlNode *row : rows) {
        for (const HtmlNode *cell : cellsOf(*row)) {
            const bool spans = cell->attribute("colspan"_L1).toInt() > 1 || cell->attribute("rowspan"_L1).toInt() > 1;
            const HtmlNode *paragraph = onlyChild(*cell);
            if (spans || !(hasOnlyInline(*cell) || (paragraph && paragraph->is("p"_L1) && hasOnlyInline(*paragraph))))
                return false;
        }
        columns = std::max(columns, cellsOf(*row).size());
    }
    return columns > 1 && columns <= 100 && rows.size() > 1;
}

} // namespace quillway::importing
