// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"
#include "core/text/markdown/code_info.h"
#include "core/text/markdown/html_writer.h"
#include "core/text/markdown/math.h"

#include <cmark-gfm/node.h>

#include <utility>

namespace quillway::text {

/// Writes what another program sets or draws: formulas and diagrams.
class InsetHtml
{
public:
    InsetHtml(HtmlWriter &html, const RenderOptions &options, const std::stop_token &stop)
        : m_html(html)
        , m_options(options)
        , m_stop(stop)
    { }

    /// `written` stands for it where nobody sets formulas, and where it cannot be set.
    void addFormula(const cmark_node *node, QByteArrayView written, const Formula &formula);
    /// False if the code block, whose fence says `info`, is neither formula nor diagram, or cannot be drawn: it is code then. Flavour::Site alone.
    [[nodiscard]] bool addBlock(const cmark_node *block, const CodeInfo &info);

    [[nodiscard]] QList<InsetProblem> takeProblems() { return std::move(m_problems); }

private:
    [[nodiscard]] bool addDiagram(const cmark_node *block, const QByteArray &title);

    HtmlWriter &m_html;
    const RenderOptions &m_options;
    const std::stop_token &m_stop;
    QList<InsetProblem> m_problems;
    int m_diagrams = 0; ///< drawn so far
};

} // namespace quillway::text
