// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/table_html.h"

#include <cmark-gfm-core-extensions.h>

namespace quillway::text {

void TableHtml::enterTable()
{
    m_html.startLine();
    if (isSite()) {
        m_html.add("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"");
        m_html.addEscaped(m_options.wording.table);
        m_html.add("\">\n");
    }
    m_html.add("<table>");
    m_inHead = false;
    m_inBody = false;
}

void TableHtml::leaveTable()
{
    if (m_inBody) {
        m_html.startLine();
        m_html.add("</tbody>");
        m_html.startLine();
    }
    m_inBody = false;
    m_html.startLine();
    m_html.add("</table>");
    m_html.startLine();
    if (isSite())
        m_html.add("</div>\n");
}

void TableHtml::enterRow(const cmark_node *row)
{
    m_html.startLine();
    if (cmark_gfm_extensions_get_table_row_is_header(const_cast<cmark_node *>(row))) {
        m_inHead = true;
        m_html.add("<thead>\n");
    } else if (!m_inBody) {
        m_html.add("<tbody>\n");
        m_inBody = true;
    }
    m_html.add("<tr>");
}

void TableHtml::leaveRow()
{
    m_html.startLine();
    m_html.add("</tr>");
    if (m_inHead) {
        m_html.startLine();
        m_html.add("</thead>");
        m_inHead = false;
    }
}

void TableHtml::enterCell(const cmark_node *cell)
{
    m_html.startLine();
    m_html.add(m_inHead ? "<th" : "<td");
    if (isSite() && m_inHead)
        m_html.add(" scope=\"col\"");
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(cell->parent->parent);
    const uint8_t alignment = alignments ? alignments[cell->as.cell_index] : 0;
    if (alignment != 0) {
        m_html.add(isSite() ? " class=\"align-" : " align=\"");
        m_html.add(alignment == 'l' ? "left" : alignment == 'c' ? "center" : "right");
        m_html.add('"');
    }
    m_html.add('>');
}

void TableHtml::leaveCell()
{
    m_html.add(m_inHead ? "</th>" : "</td>");
}

} // namespace quillway::text
