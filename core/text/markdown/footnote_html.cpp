// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/footnote_html.h"

#include "core/text/markdown/markdown_tree.h"

#include <algorithm>

namespace quillway::text {

using namespace Qt::StringLiterals;

void FootnoteHtml::enterDefinition(const cmark_node *definition)
{
    if (m_definitions++ == 0) {
        if (isSite()) {
            m_html.add("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
            m_html.addEscaped(m_options.wording.footnotes);
            m_html.add("\">\n<ol dir=\"auto\">\n");
        } else {
            m_html.add("<section class=\"footnotes\" data-footnotes>\n<ol>\n");
        }
    }
    m_html.add("<li id=\"");
    addId("fn", definition, m_definitions, 1);
    m_html.add("\">\n");
}

void FootnoteHtml::leaveDefinition(const cmark_node *definition)
{
    if (addBackLinks(definition))
        m_html.add('\n');
    m_html.add("</li>\n");
}

// Site: `fn:2`, `fnref:2`, `fnref:2:3` (no label of the author's can make them invalid or equal). Plain: cmark's.
void FootnoteHtml::addId(QByteArrayView kind, const cmark_node *definition, int number, int reference)
{
    m_html.add(m_options.footnotePrefix);
    m_html.add(kind);
    if (isSite()) {
        m_html.add(':');
        m_html.addNumber(number);
    } else {
        m_html.add('-');
        m_html.addUrl(bytesOf(definition->as.literal));
    }
    if (reference > 1) {
        m_html.add(isSite() ? ':' : '-');
        m_html.addNumber(reference);
    }
}

void FootnoteHtml::addReference(const cmark_node *node)
{
    const cmark_node *definition = node->parent_footnote_def;
    const QByteArrayView number = bytesOf(node->as.literal);
    m_html.add("<sup class=\"footnote-ref\"><a href=\"#");
    addId("fn", definition, number.toInt(), 1);
    m_html.add("\" id=\"");
    addId("fnref", definition, number.toInt(), node->footnote.ref_ix);
    m_html.add(isSite() ? "\" role=\"doc-noteref\">" : "\" data-footnote-ref>");
    m_html.addEscaped(number);
    m_html.add("</a></sup>");
}

bool FootnoteHtml::addBackLinks(const cmark_node *definition)
{
    if (m_linked >= m_definitions)
        return false;
    m_linked = m_definitions;
    for (int reference = 1; reference <= std::max(definition->footnote.def_count, 1); ++reference) {
        if (reference > 1)
            m_html.add(' ');
        if (isSite())
            addSiteBackLink(reference);
        else
            addPlainBackLink(definition, reference);
    }
    return true;
}

void FootnoteHtml::addPlainBackLink(const cmark_node *definition, int reference)
{
    const auto addIndex = [this, reference] {
        m_html.addNumber(m_definitions);
        if (reference > 1) {
            m_html.add('-');
            m_html.addNumber(reference);
        }
    };
    m_html.add("<a href=\"#");
    addId("fnref", definition, m_definitions, reference);
    m_html.add("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"");
    addIndex();
    m_html.add("\" aria-label=\"Back to reference ");
    addIndex();
    m_html.add("\">\u21A9");
    if (reference > 1) {
        m_html.add("<sup class=\"footnote-ref\">");
        m_html.addNumber(reference);
        m_html.add("</sup>");
    }
    m_html.add("</a>");
}

void FootnoteHtml::addSiteBackLink(int reference)
{
    QString index = QString::number(m_definitions);
    if (reference > 1)
        index += u'-' + QString::number(reference);
    m_html.add("<a class=\"footnote-back\" href=\"#");
    addId("fnref", nullptr, m_definitions, reference);
    m_html.add("\" role=\"doc-backlink\" aria-label=\"");
    m_html.addEscaped(QString(m_options.wording.backToReference).replace(u"%1"_s, index));
    m_html.add("\">\u21A9");
    if (reference > 1) {
        m_html.add("<sup>");
        m_html.addNumber(reference);
        m_html.add("</sup>");
    }
    m_html.add("</a>");
}

void FootnoteHtml::endSection()
{
    m_html.add("</ol>\n</section>\n");
}

} // namespace quillway::text
