// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/html_renderer.h"

#include "core/text/markdown/code_info.h"
#include "core/text/markdown/html_escape.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

namespace quillway::text {

namespace {

constexpr QByteArrayView omitted = "<!-- raw HTML omitted -->";

bool isTask(const cmark_node *item)
{
    return item->extension != nullptr;
}

bool isTightParagraph(const cmark_node *node)
{
    const cmark_node *list = node->parent ? node->parent->parent : nullptr;
    return list && list->type == CMARK_NODE_LIST && list->as.list.tight;
}

} // namespace

HtmlRenderer::HtmlRenderer(FactsCollector &facts, const RenderOptions &options, CodeHighlighter *highlighter, const std::stop_token &stop)
    : m_facts(facts)
    , m_options(options)
    , m_highlighter(highlighter)
    , m_stop(stop)
{ }

void HtmlRenderer::addEscaped(QStringView text)
{
    appendEscaped(m_html, text.toUtf8());
}

void HtmlRenderer::startLine()
{
    if (!m_html.isEmpty() && m_html.back() != '\n')
        m_html.append('\n');
}

void HtmlRenderer::enter(const cmark_node *node)
{
    if (m_picture)
        addAltText(node);
    else if (CMARK_NODE_TYPE_INLINE_P(cmark_node_type(node->type)))
        enterInline(node);
    else
        enterBlock(node);
}

void HtmlRenderer::leave(const cmark_node *node)
{
    if (m_picture) {
        if (node == m_picture)
            leavePicture(node);
    } else if (CMARK_NODE_TYPE_INLINE_P(cmark_node_type(node->type))) {
        leaveInline(node);
    } else {
        leaveBlock(node);
        if (node->parent && node->parent->type == CMARK_NODE_DOCUMENT)
            endTopLevel(node);
        else if (!node->parent)
            endDocument();
    }
}

void HtmlRenderer::addAltText(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_HTML_INLINE:
        if (isSite())
            break;
        [[fallthrough]];
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: appendEscaped(m_html, bytesOf(node->as.literal)); break;
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_SOFTBREAK: m_html.append(' '); break;
    default: break;
    }
}

void HtmlRenderer::enterBlock(const cmark_node *node)
{
    const ExtensionTypes &types = extensionTypes();
    switch (node->type) {
    case CMARK_NODE_DOCUMENT: break;
    case CMARK_NODE_BLOCK_QUOTE: enterQuote(node); break;
    case CMARK_NODE_LIST: enterList(node); break;
    case CMARK_NODE_ITEM: enterItem(node); break;
    case CMARK_NODE_HEADING: enterHeading(node); break;
    case CMARK_NODE_CODE_BLOCK: addCodeBlock(node); break;
    case CMARK_NODE_HTML_BLOCK: addHtmlBlock(node); break;
    case CMARK_NODE_PARAGRAPH: enterParagraph(node); break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: enterFootnote(node); break;
    case CMARK_NODE_THEMATIC_BREAK:
        startLine();
        add(isSite() ? "<hr>\n" : "<hr />\n");
        break;
    default:
        if (node->type == types.table)
            enterTable();
        else if (node->type == types.row)
            enterRow(node);
        else if (node->type == types.cell)
            enterCell(node);
    }
}

void HtmlRenderer::leaveBlock(const cmark_node *node)
{
    const ExtensionTypes &types = extensionTypes();
    switch (node->type) {
    case CMARK_NODE_BLOCK_QUOTE: leaveQuote(node); break;
    case CMARK_NODE_LIST: add(node->as.list.list_type == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n"); break;
    case CMARK_NODE_ITEM: add("</li>\n"); break;
    case CMARK_NODE_HEADING: leaveHeading(node); break;
    case CMARK_NODE_PARAGRAPH: leaveParagraph(node); break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: leaveFootnote(node); break;
    default:
        if (node->type == types.table)
            leaveTable(node);
        else if (node->type == types.row)
            leaveRow(node);
        else if (node->type == types.cell)
            leaveCell(node);
    }
}

void HtmlRenderer::enterInline(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_TEXT:
        if (node != m_alert.text)
            appendEscaped(m_html, isSite() ? m_facts.visibleText(node) : bytesOf(node->as.literal));
        break;
    case CMARK_NODE_LINEBREAK:
        if (node != m_alert.lineBreak)
            add(isSite() ? "<br>\n" : "<br />\n");
        break;
    case CMARK_NODE_SOFTBREAK:
        if (node != m_alert.lineBreak)
            m_html.append('\n');
        break;
    case CMARK_NODE_CODE:
        add("<code>");
        appendEscaped(m_html, bytesOf(node->as.literal));
        add("</code>");
        break;
    case CMARK_NODE_HTML_INLINE: addInlineHtml(node); break;
    case CMARK_NODE_EMPH: add("<em>"); break;
    case CMARK_NODE_STRONG: add("<strong>"); break;
    case CMARK_NODE_LINK: enterLink(node); break;
    case CMARK_NODE_IMAGE: enterPicture(node); break;
    case CMARK_NODE_FOOTNOTE_REFERENCE: addFootnoteReference(node); break;
    default:
        if (node->type == extensionTypes().strikethrough)
            add("<del>");
    }
}

void HtmlRenderer::leaveInline(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_EMPH: add("</em>"); break;
    case CMARK_NODE_STRONG: add("</strong>"); break;
    case CMARK_NODE_LINK: add("</a>"); break;
    default:
        if (node->type == extensionTypes().strikethrough)
            add("</del>");
    }
}

// Quotes and alerts

void HtmlRenderer::enterQuote(const cmark_node *node)
{
    startLine();
    m_alert = isSite() && m_facts.alert().text ? alertMarkerOf(node) : AlertMarker {};
    if (!m_alert.text) {
        add("<blockquote>\n");
        return;
    }
    struct Dress {
        QByteArrayView name;
        const QString &title;
    };
    const RenderWording &wording = m_options.wording;
    const Dress dresses[] = { { "note", wording.note },
                              { "tip", wording.tip },
                              { "important", wording.important },
                              { "warning", wording.warning },
                              { "caution", wording.caution } };
    const Dress &dress = dresses[int(m_alert.kind)];
    m_alertQuotes.push_back(node);
    add("<div class=\"alert alert-");
    add(dress.name);
    add("\" role=\"note\">\n<p class=\"alert-title\">");
    addEscaped(dress.title);
    add("</p>\n");
}

void HtmlRenderer::leaveQuote(const cmark_node *node)
{
    startLine();
    const bool isAlert = !m_alertQuotes.empty() && m_alertQuotes.back() == node;
    if (isAlert)
        m_alertQuotes.pop_back();
    add(isAlert ? "</div>\n" : "</blockquote>\n");
}

// Lists

void HtmlRenderer::enterList(const cmark_node *node)
{
    startLine();
    if (node->as.list.list_type == CMARK_BULLET_LIST) {
        add("<ul>\n");
    } else if (node->as.list.start == 1) {
        add("<ol>\n");
    } else {
        add("<ol start=\"");
        addNumber(node->as.list.start);
        add("\">\n");
    }
}

void HtmlRenderer::enterItem(const cmark_node *node)
{
    startLine();
    if (!isTask(node))
        add("<li>");
    else if (isSite())
        addTaskBox(node);
    else
        add(node->as.list.checked ? "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                                  : "<li><input type=\"checkbox\" disabled=\"\" /> ");
}

void HtmlRenderer::addTaskBox(const cmark_node *item)
{
    // cmark calls a task done if `[x]` stands anywhere in its line; the box itself is what counts.
    const QByteArrayView line = m_facts.lines().line(item->start_line);
    const qsizetype box = line.indexOf('[', std::max(item->start_column - 1, 0));
    const bool isDone = box >= 0 && box + 1 < line.size() && (line[box + 1] == 'x' || line[box + 1] == 'X');
    add(isDone ? "<li class=\"task\"><input type=\"checkbox\" checked disabled aria-label=\""
               : "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"");
    addEscaped(isDone ? m_options.wording.taskDone : m_options.wording.taskOpen);
    add("\"> ");
}

// Headings and paragraphs

void HtmlRenderer::enterHeading(const cmark_node *node)
{
    startLine();
    const char level = char('0' + std::clamp(node->as.heading.level + m_options.headingShift, 1, 6));
    if (isSite()) {
        add("<div class=\"heading\"><h");
        m_html.append(level);
        add(" id=\"");
        addEscaped(m_facts.facts().outline.last().anchor);
        add("\">");
    } else {
        add("<h");
        m_html.append(level);
        m_html.append('>');
    }
}

void HtmlRenderer::leaveHeading(const cmark_node *node)
{
    add("</h");
    m_html.append(char('0' + std::clamp(node->as.heading.level + m_options.headingShift, 1, 6)));
    m_html.append('>');
    if (isSite()) {
        addPermalink(m_facts.facts().outline.last());
        add("</div>");
    }
    m_html.append('\n');
}

void HtmlRenderer::addPermalink(const Heading &heading)
{
    if (heading.text.isEmpty())
        return; // it would have no name
    const QByteArray anchor = heading.anchor.toUtf8();
    add("<a class=\"anchor\" href=\"#");
    appendEscapedUrl(m_html, anchor);
    add("\" aria-labelledby=\"");
    appendEscaped(m_html, anchor);
    add("\"></a>");
}

void HtmlRenderer::enterParagraph(const cmark_node *node)
{
    if (isTightParagraph(node) || node == m_alert.paragraph)
        return;
    startLine();
    add("<p>");
}

void HtmlRenderer::leaveParagraph(const cmark_node *node)
{
    if (isTightParagraph(node) || node == m_alert.paragraph)
        return;
    if (node->parent && node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && !node->next) {
        m_html.append(' ');
        addBackLinks(node->parent);
    }
    add("</p>\n");
}

// Code

void HtmlRenderer::addCodeBlock(const cmark_node *node)
{
    startLine();
    if (isSite())
        addSiteCodeBlock(node);
    else
        addPlainCodeBlock(node);
}

void HtmlRenderer::addPlainCodeBlock(const cmark_node *node)
{
    const QByteArrayView info = bytesOf(node->as.code.info);
    if (info.isEmpty()) {
        add("<pre><code>");
    } else {
        const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
        add("<pre><code class=\"language-");
        appendEscaped(m_html, info.first(std::ranges::find_if(info, isSpace) - info.begin()));
        add("\">");
    }
    appendEscaped(m_html, bytesOf(node->as.code.literal));
    add("</code></pre>\n");
}

void HtmlRenderer::addSiteCodeBlock(const cmark_node *node)
{
    const CodeInfo info = parseCodeInfo(bytesOf(node->as.code.info));
    const QString language = QString::fromUtf8(info.language);
    const QString name = m_highlighter ? m_highlighter->displayName(language) : QString();
    const auto addAttribute = [this](QByteArrayView attribute, QByteArrayView value) {
        if (value.isEmpty())
            return;
        add(attribute);
        appendEscaped(m_html, value);
        m_html.append('"');
    };
    add("<div class=\"code\"");
    addAttribute(" data-language=\"", name.toUtf8());
    addAttribute(" data-title=\"", info.title);
    addAttribute(" data-info=\"", info.rest);
    add("><pre tabindex=\"0\" role=\"group\" aria-label=\"");
    addEscaped(name.isEmpty() ? m_options.wording.code : name);
    add("\"><code");
    addAttribute(" class=\"language-", info.language);
    add(">");
    if (m_highlighter && m_options.highlightCode)
        m_highlighter->appendHighlighted(m_html, bytesOf(node->as.code.literal), language, m_stop);
    else
        appendEscaped(m_html, bytesOf(node->as.code.literal));
    add("</code></pre></div>\n");
}

// Raw HTML

void HtmlRenderer::addHtmlBlock(const cmark_node *node)
{
    startLine();
    addRawHtml(bytesOf(node->as.literal));
    startLine();
    if (m_options.rawHtml == RawHtml::Omit)
        return;
    if (node->parent->type == CMARK_NODE_DOCUMENT)
        m_open.addBlock(bytesOf(node->as.literal));
    else
        m_open.addNestedBlock(bytesOf(node->as.literal));
}

void HtmlRenderer::addInlineHtml(const cmark_node *node)
{
    addRawHtml(bytesOf(node->as.literal));
    const cmark_node *container = m_facts.container();
    const bool isTopParagraph = container && container->type == CMARK_NODE_PARAGRAPH && container->parent->type == CMARK_NODE_DOCUMENT;
    if (m_options.rawHtml == RawHtml::Keep && isTopParagraph)
        m_open.addInline(bytesOf(node->as.literal));
}

void HtmlRenderer::addRawHtml(QByteArrayView html)
{
    if (m_options.rawHtml == RawHtml::Omit) {
        add(omitted);
        return;
    }
    qsizetype done = 0;
    qsizetype reference = m_facts.firstHtmlReference();
    for (const HtmlDestination &destination : m_facts.htmlDestinations()) {
        const bool addQuotes = isSite() && !destination.quoted;
        add(html.sliced(done, destination.begin - done));
        if (addQuotes)
            m_html.append('"');
        if (destination.quoted || addQuotes)
            m_spans.append({ m_html.size(), m_html.size() + destination.end - destination.begin, reference });
        add(html.sliced(destination.begin, destination.end - destination.begin));
        if (addQuotes)
            m_html.append('"');
        done = destination.end;
        ++reference;
    }
    add(html.sliced(done));
}

// Tables

void HtmlRenderer::enterTable()
{
    startLine();
    if (isSite()) {
        add("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"");
        addEscaped(m_options.wording.table);
        add("\">\n");
    }
    add("<table>");
    m_inTableHead = false;
    m_inTableBody = false;
}

void HtmlRenderer::leaveTable(const cmark_node *)
{
    if (m_inTableBody) {
        startLine();
        add("</tbody>");
        startLine();
    }
    m_inTableBody = false;
    startLine();
    add("</table>");
    startLine();
    if (isSite())
        add("</div>\n");
}

void HtmlRenderer::enterRow(const cmark_node *row)
{
    startLine();
    if (cmark_gfm_extensions_get_table_row_is_header(const_cast<cmark_node *>(row))) {
        m_inTableHead = true;
        add("<thead>\n");
    } else if (!m_inTableBody) {
        add("<tbody>\n");
        m_inTableBody = true;
    }
    add("<tr>");
}

void HtmlRenderer::leaveRow(const cmark_node *)
{
    startLine();
    add("</tr>");
    if (m_inTableHead) {
        startLine();
        add("</thead>");
        m_inTableHead = false;
    }
}

void HtmlRenderer::enterCell(const cmark_node *cell)
{
    startLine();
    add(m_inTableHead ? "<th" : "<td");
    if (isSite() && m_inTableHead)
        add(" scope=\"col\"");
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(cell->parent->parent);
    const uint8_t alignment = alignments ? alignments[cell->as.cell_index] : 0;
    if (alignment != 0) {
        add(isSite() ? " class=\"align-" : " align=\"");
        add(alignment == 'l' ? "left" : alignment == 'c' ? "center" : "right");
        m_html.append('"');
    }
    m_html.append('>');
}

void HtmlRenderer::leaveCell(const cmark_node *)
{
    add(m_inTableHead ? "</th>" : "</td>");
}

// Footnotes

void HtmlRenderer::enterFootnote(const cmark_node *definition)
{
    if (m_footnote++ == 0) {
        if (isSite()) {
            add("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
            addEscaped(m_options.wording.footnotes);
            add("\">\n<ol>\n");
        } else {
            add("<section class=\"footnotes\" data-footnotes>\n<ol>\n");
        }
    }
    add("<li id=\"");
    addFootnoteId("fn", definition, m_footnote, 1);
    add("\">\n");
}

void HtmlRenderer::leaveFootnote(const cmark_node *definition)
{
    if (addBackLinks(definition))
        m_html.append('\n');
    add("</li>\n");
}

// Site: `fn:2`, `fnref:2`, `fnref:2:3` (no label of the author's can make them invalid or equal). Plain: cmark's.
void HtmlRenderer::addFootnoteId(QByteArrayView kind, const cmark_node *definition, int number, int reference)
{
    add(m_options.footnotePrefix);
    add(kind);
    if (isSite()) {
        m_html.append(':');
        addNumber(number);
    } else {
        m_html.append('-');
        appendEscapedUrl(m_html, bytesOf(definition->as.literal));
    }
    if (reference > 1) {
        m_html.append(isSite() ? ':' : '-');
        addNumber(reference);
    }
}

void HtmlRenderer::addFootnoteReference(const cmark_node *node)
{
    const cmark_node *definition = node->parent_footnote_def;
    const QByteArrayView number = bytesOf(node->as.literal);
    add(isSite() ? "<sup class=\"footnote-ref\"><a href=\"#" : "<sup class=\"footnote-ref\"><a href=\"#");
    addFootnoteId("fn", definition, number.toInt(), 1);
    add("\" id=\"");
    addFootnoteId("fnref", definition, number.toInt(), node->footnote.ref_ix);
    add(isSite() ? "\" role=\"doc-noteref\">" : "\" data-footnote-ref>");
    appendEscaped(m_html, number);
    add("</a></sup>");
}

bool HtmlRenderer::addBackLinks(const cmark_node *definition)
{
    if (m_footnoteLinked >= m_footnote)
        return false;
    m_footnoteLinked = m_footnote;
    for (int reference = 1; reference <= std::max(definition->footnote.def_count, 1); ++reference) {
        if (reference > 1)
            m_html.append(' ');
        if (isSite())
            addSiteBackLink(reference);
        else
            addPlainBackLink(definition, reference);
    }
    return true;
}

void HtmlRenderer::addPlainBackLink(const cmark_node *definition, int reference)
{
    const auto addIndex = [this, reference] {
        addNumber(m_footnote);
        if (reference > 1) {
            m_html.append('-');
            addNumber(reference);
        }
    };
    add("<a href=\"#");
    addFootnoteId("fnref", definition, m_footnote, reference);
    add("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"");
    addIndex();
    add("\" aria-label=\"Back to reference ");
    addIndex();
    add("\">\u21A9");
    if (reference > 1) {
        add("<sup class=\"footnote-ref\">");
        addNumber(reference);
        add("</sup>");
    }
    add("</a>");
}

void HtmlRenderer::addSiteBackLink(int reference)
{
    QString index = QString::number(m_footnote);
    if (reference > 1)
        index += u'-' + QString::number(reference);
    add("<a class=\"footnote-back\" href=\"#");
    addFootnoteId("fnref", nullptr, m_footnote, reference);
    add("\" role=\"doc-backlink\" aria-label=\"");
    addEscaped(m_options.wording.backToReference.arg(index));
    add("\">\u21A9");
    if (reference > 1) {
        add("<sup>");
        addNumber(reference);
        add("</sup>");
    }
    add("</a>");
}

// Links and pictures

void HtmlRenderer::addSpan(QByteArrayView destination, qsizetype reference)
{
    const qsizetype begin = m_html.size();
    appendEscapedUrl(m_html, destination);
    m_spans.append({ begin, m_html.size(), reference });
}

void HtmlRenderer::addUrl(const cmark_node *node)
{
    const QByteArrayView url = bytesOf(node->as.link.url);
    if (m_options.rawHtml == RawHtml::Keep || !isDangerousUrl(url))
        addSpan(url, m_facts.lastReference());
}

void HtmlRenderer::enterLink(const cmark_node *node)
{
    add("<a href=\"");
    addUrl(node);
    if (const QByteArrayView title = bytesOf(node->as.link.title); !title.isEmpty()) {
        add("\" title=\"");
        appendEscaped(m_html, title);
    }
    add("\">");
}

void HtmlRenderer::enterPicture(const cmark_node *node)
{
    add("<img src=\"");
    addUrl(node);
    add("\" alt=\"");
    m_picture = node;
}

void HtmlRenderer::leavePicture(const cmark_node *node)
{
    m_picture = nullptr;
    if (const QByteArrayView title = bytesOf(node->as.link.title); !title.isEmpty()) {
        add("\" title=\"");
        appendEscaped(m_html, title);
    }
    add(isSite() ? "\">" : "\" />");
}

// Blocks

void HtmlRenderer::endTopLevel(const cmark_node *node)
{
    const LineRange lines = linesOf(node, m_facts.lines());
    const Block block { .htmlBegin = m_blockBegin, .htmlEnd = m_html.size(), .firstLine = lines.first, .lastLine = lines.last };
    const bool continuesFootnotes = node->type == CMARK_NODE_FOOTNOTE_DEFINITION && m_footnote > 1;
    if (!m_blocks.isEmpty() && (continuesFootnotes || m_continuesBlock)) {
        Block &last = m_blocks.last();
        last.htmlEnd = block.htmlEnd;
        last.firstLine = std::min(last.firstLine, block.firstLine);
        last.lastLine = std::max(last.lastLine, block.lastLine);
    } else {
        m_blocks.append(block);
    }
    m_blockBegin = m_html.size();
    m_continuesBlock = !m_open.isEmpty();
}

void HtmlRenderer::endDocument()
{
    if (m_footnote == 0)
        return;
    add("</ol>\n</section>\n");
    m_blocks.last().htmlEnd = m_html.size();
}

} // namespace quillway::text
