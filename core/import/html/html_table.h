// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/html/html_tree.h"
#include "core/text/writing/table.h"

namespace quillway::importing {

/// The rows of a `<table>`, those of its head, bodies and foot alike; not those of tables in it.
[[nodiscard]] QList<const HtmlNode *> rowsOf(const HtmlNode &table);
[[nodiscard]] QList<const HtmlNode *> cellsOf(const HtmlNode &row);
[[nodiscard]] text::CellAlignment alignmentOf(const HtmlNode &cell);
/// Cells of a line of text each, none of which spans others: a table that Markdown can have, too.
[[nodiscard]] bool isPlainTable(const QList<const HtmlNode *> &rows);

} // namespace quillway::importing
