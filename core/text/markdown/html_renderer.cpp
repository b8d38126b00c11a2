// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/html_renderer.h"

#include "core/text/markdown/code_block_html.h"
#include "core/text/markdown/code_info.h"

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
    , m_footnotes(m_html, options)
    , m_tables(m_html, options)
    , m_insets(m_html, options, stop)
{
    if (options.typography)
        m_typesetter.emplace(*options.typography);
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

QByteArrayView HtmlRenderer::shownText(const cmark_node *text) const
{
    return isSite() ? m_facts.visibleText(text) : bytesOf(text->as.literal);
}

void HtmlRenderer::addText(const cmark_node *text)
{
    const QByteArray *set = m_typesetter ? m_typesetter->find(text) : nullptr;
    m_html.addEscaped(set ? QByteArrayView(*set) : shownText(text));
}

void HtmlRenderer::addAltText(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_HTML_INLINE:
        if (isSite())
            break;
        [[fallthrough]];
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: m_html.addEscaped(bytesOf(node->as.literal)); break;
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_SOFTBREAK: m_html.add(' '); break;
    default: break;
    }
}

void HtmlRenderer::enterBlock(const cmark_node *node)
{
    const ExtensionTypes &types = extensionTypes();
    if (m_typesetter && node == m_facts.container())
        m_typesetter->enterContainer(node, [this](const cmark_node *text) { return shownText(text); });
    switch (node->type) {
    case CMARK_NODE_DOCUMENT: break;
    case CMARK_NODE_BLOCK_QUOTE: enterQuote(node); break;
    case CMARK_NODE_LIST: enterList(node); break;
    case CMARK_NODE_ITEM: enterItem(node); break;
    case CMARK_NODE_HEADING: enterHeading(node); break;
    case CMARK_NODE_CODE_BLOCK: addCodeBlock(node); break;
    case CMARK_NODE_HTML_BLOCK: addHtmlBlock(node); break;
    case CMARK_NODE_PARAGRAPH: enterParagraph(node); break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: m_footnotes.enterDefinition(node); break;
    case CMARK_NODE_THEMATIC_BREAK:
        m_html.startLine();
        m_html.add(isSite() ? "<hr>\n" : "<hr />\n");
        break;
    default:
        if (node->type == types.table)
            m_tables.enterTable();
        else if (node->type == types.row)
            m_tables.enterRow(node);
        else if (node->type == types.cell)
            m_tables.enterCell(node);
    }
}

void HtmlRenderer::leaveBlock(const cmark_node *node)
{
    const ExtensionTypes &types = extensionTypes();
    switch (node->type) {
    case CMARK_NODE_BLOCK_QUOTE: leaveQuote(node); break;
    case CMARK_NODE_LIST: m_html.add(node->as.list.list_type == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n"); break;
    case CMARK_NODE_ITEM: m_html.add("</li>\n"); break;
    case CMARK_NODE_HEADING: leaveHeading(node); break;
    case CMARK_NODE_PARAGRAPH: leaveParagraph(node); break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: m_footnotes.leaveDefinition(node); break;
    default:
        if (node->type == types.table)
            m_tables.leaveTable();
        else if (node->type == types.row)
            m_tables.leaveRow();
        else if (node->type == types.cell)
            m_tables.leaveCell();
    }
}

void HtmlRenderer::enterInline(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_TEXT:
        if (node != m_alert.text)
            addText(node);
        break;
    case CMARK_NODE_LINEBREAK:
        if (node != m_alert.lineBreak)
            m_html.add(isSite() ? "<br>\n" : "<br />\n");
        break;
    case CMARK_NODE_SOFTBREAK:
        if (node != m_alert.lineBreak)
            m_html.add('\n');
        break;
    case CMARK_NODE_CODE:
        if (isFormula(node)) {
            m_insets.addFormula(node, bytesOf(node->as.literal), formulaIn(bytesOf(node->as.literal)));
            break;
        }
        m_html.add("<code>");
        m_html.addEscaped(bytesOf(node->as.literal));
        m_html.add("</code>");
        break;
    case CMARK_NODE_HTML_INLINE: addInlineHtml(node); break;
    case CMARK_NODE_EMPH: m_html.add("<em>"); break;
    case CMARK_NODE_STRONG: m_html.add("<strong>"); break;
    case CMARK_NODE_LINK: enterLink(node); break;
    case CMARK_NODE_IMAGE: enterPicture(node); break;
    case CMARK_NODE_FOOTNOTE_REFERENCE: m_footnotes.addReference(node); break;
    default:
        if (node->type == extensionTypes().strikethrough)
            m_html.add("<del>");
    }
}

void HtmlRenderer::leaveInline(const cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_EMPH: m_html.add("</em>"); break;
    case CMARK_NODE_STRONG: m_html.add("</strong>"); break;
    case CMARK_NODE_LINK: m_html.add("</a>"); break;
    default:
        if (node->type == extensionTypes().strikethrough)
            m_html.add("</del>");
    }
}

// Quotes and alerts

void HtmlRenderer::enterQuote(const cmark_node *node)
{
    m_html.startLine();
    m_alert = isSite() && m_facts.alert().text ? alertMarkerOf(node) : AlertMarker {};
    if (!m_alert.text) {
        m_html.add("<blockquote>\n");
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
    m_html.add("<div class=\"alert alert-");
    m_html.add(dress.name);
    m_html.add("\" role=\"note\">\n<p class=\"alert-title\">");
    m_html.addEscaped(dress.title);
    m_html.add("</p>\n");
}

void HtmlRenderer::leaveQuote(const cmark_node *node)
{
    m_html.startLine();
    const bool isAlert = !m_alertQuotes.empty() && m_alertQuotes.back() == node;
    if (isAlert)
        m_alertQuotes.pop_back();
    m_html.add(isAlert ? "</div>\n" : "</blockquote>\n");
}

// Lists

void HtmlRenderer::enterList(const cmark_node *node)
{
    const bool isBulleted = node->as.list.list_type == CMARK_BULLET_LIST;
    m_html.startLine();
    m_html.add(isBulleted ? "<ul" : "<ol");
    if (!isBulleted && node->as.list.start != 1) {
        m_html.add(" start=\"");
        m_html.addNumber(node->as.list.start);
        m_html.add('"');
    }
    // Its markers stand where its text begins, whatever way the page runs; one within another list follows that.
    if (isSite() && node->parent->type != CMARK_NODE_ITEM)
        m_html.add(" dir=\"auto\"");
    m_html.add(">\n");
}

void HtmlRenderer::enterItem(const cmark_node *node)
{
    m_html.startLine();
    if (!isTask(node))
        m_html.add("<li>");
    else if (isSite())
        addTaskBox(node);
    else
        m_html.add(node->as.list.checked ? "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                                         : "<li><input type=\"checkbox\" disabled=\"\" /> ");
}

void HtmlRenderer::addTaskBox(const cmark_node *item)
{
    // cmark calls a task done if `[x]` stands anywhere in its line; the box itself is what counts.
    const QByteArrayView line = m_facts.lines().line(item->start_line);
    const qsizetype box = line.indexOf('[', std::max(item->start_column - 1, 0));
    const bool isDone = box >= 0 && box + 1 < line.size() && (line[box + 1] == 'x' || line[box + 1] == 'X');
    m_html.add(isDone ? "<li class=\"task\"><input type=\"checkbox\" checked disabled aria-label=\""
                      : "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"");
    m_html.addEscaped(isDone ? m_options.wording.taskDone : m_options.wording.taskOpen);
    m_html.add("\"> ");
}

// Headings and paragraphs

void HtmlRenderer::enterHeading(const cmark_node *node)
{
    m_html.startLine();
    const char level = char('0' + std::clamp(node->as.heading.level + m_options.headingShift, 1, 6));
    if (isSite()) {
        m_html.add("<div class=\"heading\"><h");
        m_html.add(level);
        m_html.add(" id=\"");
        m_html.addEscaped(m_facts.facts().outline.last().anchor);
        m_html.add("\">");
    } else {
        m_html.add("<h");
        m_html.add(level);
        m_html.add('>');
    }
}

void HtmlRenderer::leaveHeading(const cmark_node *node)
{
    m_html.add("</h");
    m_html.add(char('0' + std::clamp(node->as.heading.level + m_options.headingShift, 1, 6)));
    m_html.add('>');
    if (isSite()) {
        addPermalink(m_facts.facts().outline.last());
        m_html.add("</div>");
    }
    m_html.add('\n');
}

void HtmlRenderer::addPermalink(const Heading &heading)
{
    if (heading.text.isEmpty())
        return; // it would have no name
    const QByteArray anchor = heading.anchor.toUtf8();
    m_html.add("<a class=\"anchor\" href=\"#");
    m_html.addUrl(anchor);
    m_html.add("\" aria-labelledby=\"");
    m_html.addEscaped(anchor);
    m_html.add("\"></a>");
}

void HtmlRenderer::enterParagraph(const cmark_node *node)
{
    if (isTightParagraph(node) || node == m_alert.paragraph)
        return;
    m_html.startLine();
    m_html.add("<p>");
}

void HtmlRenderer::leaveParagraph(const cmark_node *node)
{
    if (isTightParagraph(node) || node == m_alert.paragraph)
        return;
    if (node->parent && node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && !node->next) {
        m_html.add(' ');
        m_footnotes.addBackLinks(node->parent);
    }
    m_html.add("</p>\n");
}

void HtmlRenderer::addCodeBlock(const cmark_node *node)
{
    m_html.startLine();
    if (!isSite()) {
        appendPlainCodeBlock(m_html, node);
        return;
    }
    const CodeInfo info = parseCodeInfo(bytesOf(node->as.code.info));
    if (!m_insets.addBlock(node, info))
        appendSiteCodeBlock(m_html, node, info, m_options, m_highlighter, m_stop);
}

// Raw HTML

void HtmlRenderer::addHtmlBlock(const cmark_node *node)
{
    m_html.startLine();
    addRawHtml(bytesOf(node->as.literal));
    m_html.startLine();
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
        m_html.add(omitted);
        return;
    }
    qsizetype done = 0;
    qsizetype reference = m_facts.firstHtmlReference();
    for (const HtmlDestination &destination : m_facts.htmlDestinations()) {
        const bool addQuotes = isSite() && !destination.quoted;
        m_html.add(html.sliced(done, destination.begin - done));
        if (addQuotes)
            m_html.add('"');
        if (destination.quoted || addQuotes)
            m_spans.append({ m_html.size(), m_html.size() + destination.end - destination.begin, reference, destination.isBarePicture });
        m_html.add(html.sliced(destination.begin, destination.end - destination.begin));
        if (addQuotes)
            m_html.add('"');
        done = destination.end;
        ++reference;
    }
    m_html.add(html.sliced(done));
}

// Links and pictures

void HtmlRenderer::addSpan(QByteArrayView destination, qsizetype reference, bool isBarePicture)
{
    const qsizetype begin = m_html.size();
    m_html.addUrl(destination);
    m_spans.append({ begin, m_html.size(), reference, isBarePicture });
}

void HtmlRenderer::addUrl(const cmark_node *node)
{
    const QByteArrayView url = bytesOf(node->as.link.url);
    if (m_options.rawHtml == RawHtml::Keep || !isDangerousUrl(url))
        addSpan(url, m_facts.lastReference(), node->type == CMARK_NODE_IMAGE);
}

void HtmlRenderer::enterLink(const cmark_node *node)
{
    m_html.add("<a href=\"");
    addUrl(node);
    if (const QByteArrayView title = bytesOf(node->as.link.title); !title.isEmpty()) {
        m_html.add("\" title=\"");
        m_html.addEscaped(title);
    }
    m_html.add("\">");
}

void HtmlRenderer::enterPicture(const cmark_node *node)
{
    m_html.add("<img src=\"");
    addUrl(node);
    m_html.add("\" alt=\"");
    m_picture = node;
}

void HtmlRenderer::leavePicture(const cmark_node *node)
{
    m_picture = nullptr;
    if (const QByteArrayView title = bytesOf(node->as.link.title); !title.isEmpty()) {
        m_html.add("\" title=\"");
        m_html.addEscaped(title);
    }
    m_html.add(isSite() ? "\">" : "\" />");
}

// Blocks

void HtmlRenderer::endTopLevel(const cmark_node *node)
{
    const LineRange lines = linesOf(node, m_facts.lines());
    const Block block { .htmlBegin = m_blockBegin, .htmlEnd = m_html.size(), .firstLine = lines.first, .lastLine = lines.last };
    const bool continuesFootnotes = node->type == CMARK_NODE_FOOTNOTE_DEFINITION && m_footnotes.definitions() > 1;
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
    if (m_footnotes.definitions() == 0)
        return;
    m_footnotes.endSection();
    m_blocks.last().htmlEnd = m_html.size();
}

} // namespace quillway::text
