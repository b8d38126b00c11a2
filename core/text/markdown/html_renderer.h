// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"
#include "core/text/markdown/footnote_html.h"
#include "core/text/markdown/inset_html.h"
#include "core/text/markdown/open_elements.h"
#include "core/text/markdown/table_html.h"
#include "core/text/markdown/text_facts.h"
#include "core/text/markdown/typesetter.h"

namespace quillway::text {

/// Writes a tree's HTML on a walk that a FactsCollector makes too: each node has to be given to that one first.
class HtmlRenderer
{
public:
    HtmlRenderer(FactsCollector &facts, const RenderOptions &options, CodeHighlighter *highlighter, const std::stop_token &stop);

    void reserve(qsizetype bytes) { m_html.reserve(bytes); }
    void enter(const cmark_node *node);
    void leave(const cmark_node *node);

    [[nodiscard]] QByteArray takeHtml() { return m_html.take(); }
    [[nodiscard]] QList<Block> takeBlocks() { return std::move(m_blocks); }
    [[nodiscard]] QList<InsetProblem> takeInsetProblems() { return m_insets.takeProblems(); }
    [[nodiscard]] QList<ReferenceSpan> takeSpans() { return std::move(m_spans); }

private:
    [[nodiscard]] bool isSite() const { return m_options.flavour == Flavour::Site; }

    [[nodiscard]] QByteArrayView shownText(const cmark_node *text) const;
    void addText(const cmark_node *text);
    void addAltText(const cmark_node *node);
    void addSpan(QByteArrayView destination, qsizetype reference, bool isBarePicture = false);

    void enterBlock(const cmark_node *node);
    void leaveBlock(const cmark_node *node);
    void enterInline(const cmark_node *node);
    void leaveInline(const cmark_node *node);

    void enterQuote(const cmark_node *node);
    void leaveQuote(const cmark_node *node);
    void enterList(const cmark_node *node);
    void enterItem(const cmark_node *node);
    void addTaskBox(const cmark_node *item);
    void enterHeading(const cmark_node *node);
    void leaveHeading(const cmark_node *node);
    void addPermalink(const Heading &heading);
    void enterParagraph(const cmark_node *node);
    void leaveParagraph(const cmark_node *node);
    void addCodeBlock(const cmark_node *node);
    void addHtmlBlock(const cmark_node *node);
    void addInlineHtml(const cmark_node *node);
    void addRawHtml(QByteArrayView html);

    void enterLink(const cmark_node *node);
    void enterPicture(const cmark_node *node);
    void leavePicture(const cmark_node *node);
    void addUrl(const cmark_node *node);

    void endTopLevel(const cmark_node *node);
    void endDocument();

    FactsCollector &m_facts;
    const RenderOptions &m_options;
    CodeHighlighter *m_highlighter;
    const std::stop_token &m_stop;
    HtmlWriter m_html;
    QList<Block> m_blocks;
    QList<ReferenceSpan> m_spans;
    OpenElements m_open;
    qsizetype m_blockBegin = 0;
    bool m_continuesBlock = false; ///< an element of raw HTML is still open
    const cmark_node *m_picture = nullptr; ///< whose alt text is being written
    AlertMarker m_alert; ///< whose marker is being left out
    std::vector<const cmark_node *> m_alertQuotes; ///< open ones
    FootnoteHtml m_footnotes;
    TableHtml m_tables;
    InsetHtml m_insets;
    std::optional<Typesetter> m_typesetter;
};

} // namespace quillway::text
