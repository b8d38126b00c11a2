// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"
#include "core/text/markdown/html_writer.h"

#include <cmark-gfm/node.h>

namespace quillway::text {

/// Writes tables: entered and left as the walk comes to their parts.
class TableHtml
{
public:
    TableHtml(HtmlWriter &html, const RenderOptions &options)
        : m_html(html)
        , m_options(options)
    { }

    void enterTable();
    void leaveTable();
    void enterRow(const cmark_node *row);
    void leaveRow();
    void enterCell(const cmark_node *cell);
    void leaveCell();

private:
    [[nodiscard]] bool isSite() const { return m_options.flavour == Flavour::Site; }

    HtmlWriter &m_html;
    const RenderOptions &m_options;
    bool m_inHead = false;
    bool m_inBody = false;
};

} // namespace quillway::text
