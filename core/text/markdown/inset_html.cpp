// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/inset_html.h"

#include "core/text/diagram_renderer.h"
#include "core/text/formula_renderer.h"
#include "core/text/markdown/markdown_tree.h"

namespace quillway::text {

void InsetHtml::addFormula(const cmark_node *node, QByteArrayView written, const Formula &formula)
{
    if (m_options.flavour != Flavour::Site || !m_options.formulaRenderer) {
        m_html.addEscaped(written);
        return;
    }
    const FormulaRenderer::Result set = m_options.formulaRenderer->render(formula);
    if (!set.problem.isEmpty()) {
        m_problems.append({ ErrorCode::BadFormula, node->start_line, set.problem });
        m_html.add("<code class=\"formula-error\">");
        m_html.addEscaped(written);
        m_html.add("</code>");
    } else if (formula.isDisplay) {
        // Where it is wider than the page it is scrolled, by keyboard too.
        m_html.add("<span class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"");
        m_html.addEscaped(m_options.wording.formula);
        m_html.add("\">");
        m_html.add(set.mathMl);
        m_html.add("</span>");
    } else {
        m_html.add(set.mathMl);
    }
}

bool InsetHtml::addBlock(const cmark_node *block, const CodeInfo &info)
{
    // As on GitHub.
    if (m_options.formulaRenderer && info.language == "math") {
        const QByteArrayView tex = bytesOf(block->as.code.literal).trimmed();
        m_html.add("<p>");
        addFormula(block, tex, { tex, true });
        m_html.add("</p>\n");
        return true;
    }
    const bool isDiagram = (info.language == "dot" || info.language == "graphviz") && !info.isNumbered && info.marked.isEmpty();
    return m_options.diagramRenderer && isDiagram && addDiagram(block, info.title);
}

bool InsetHtml::addDiagram(const cmark_node *block, const QByteArray &title)
{
    const QByteArray prefix = m_options.footnotePrefix + "diagram-" + QByteArray::number(m_diagrams + 1) + '-';
    const DiagramRenderer::Result drawn = m_options.diagramRenderer->render(bytesOf(block->as.code.literal).toByteArray(), prefix, m_stop);
    if (!drawn.problem.isEmpty())
        m_problems.append({ ErrorCode::BadDiagram, block->start_line + drawn.line, drawn.problem });
    if (drawn.svg.isEmpty())
        return false;
    ++m_diagrams;
    // Where it is wider than the page it is scrolled, by keyboard too.
    m_html.add(drawn.isColoured ? "<figure class=\"diagram coloured\"><div tabindex=\"0\" role=\"group\" aria-label=\""
                                : "<figure class=\"diagram\"><div tabindex=\"0\" role=\"group\" aria-label=\"");
    if (title.isEmpty())
        m_html.addEscaped(m_options.wording.diagram);
    else
        m_html.addEscaped(title);
    m_html.add("\">");
    m_html.add(drawn.svg);
    m_html.add("</div>");
    if (!title.isEmpty()) {
        m_html.add("<figcaption>");
        m_html.addEscaped(title);
        m_html.add("</figcaption>");
    }
    m_html.add("</figure>\n");
    return true;
}

} // namespace quillway::text
