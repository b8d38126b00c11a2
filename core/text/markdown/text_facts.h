// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"
#include "core/text/markdown/heading_anchors.h"
#include "core/text/markdown/html_tags.h"
#include "core/text/markdown/markdown_tree.h"
#include "core/text/markdown/source_places.h"
#include "core/text/markdown/word_counter.h"

#include <optional>
#include <vector>

namespace quillway::text {

enum class AlertKind { Note, Tip, Important, Warning, Caution };

/// The marker of an alert (`[!NOTE]`) and what goes with it; null where the quote is none.
struct AlertMarker {
    AlertKind kind = AlertKind::Note;
    const cmark_node *text = nullptr;
    const cmark_node *lineBreak = nullptr; ///< behind it, if its paragraph goes on
    const cmark_node *paragraph = nullptr; ///< set if the marker is all of it
};
[[nodiscard]] AlertMarker alertMarkerOf(const cmark_node *quote);

/// Collects what a text says about itself on a walk through its tree.
class FactsCollector
{
public:
    explicit FactsCollector(QByteArrayView body)
        : m_lines(body)
    { }

    void enter(const cmark_node *node);
    void leave(const cmark_node *node);
    [[nodiscard]] TextFacts take();

    // What the renderer needs of it, for the node that was entered last.
    [[nodiscard]] const TextFacts &facts() const { return m_facts; }
    [[nodiscard]] qsizetype lastReference() const { return m_facts.references.size() - 1; }
    /// How much of a heading's last text stays when its `{#id}` is taken off; the whole of any other text.
    [[nodiscard]] QByteArrayView visibleText(const cmark_node *text) const;
    [[nodiscard]] const AlertMarker &alert() const { return m_alert; }
    /// The destinations in the raw HTML entered last, the first of which is references()[firstHtmlReference()].
    [[nodiscard]] const std::vector<HtmlDestination> &htmlDestinations() const { return m_htmlDestinations; }
    [[nodiscard]] qsizetype firstHtmlReference() const { return m_facts.references.size() - qsizetype(m_htmlDestinations.size()); }
    [[nodiscard]] SourceLines &lines() { return m_lines; }
    /// The paragraph, heading or cell that the node stands in; null outside of one.
    [[nodiscard]] const cmark_node *container() const { return m_container; }

private:
    void enterContainer(const cmark_node *node);
    void enterHeading(const cmark_node *node);
    void enterReference(const cmark_node *node);
    void leaveReference(const cmark_node *node);
    void leaveParagraph();
    void takeFirstParagraph(const QString &text);
    void addText(QByteArrayView text);
    void addBreak();
    void addCodeBlock(const cmark_node *node);
    void addInlineHtml(const cmark_node *node);
    void addHtmlBlock(const cmark_node *node);
    enum class CountText { No, Yes };
    /// `firstParagraphEnd`: what is before it is the text's first paragraph.
    void scanHtml(QByteArrayView html, CountText countText, ContentPlaces *places, qsizetype offset, qsizetype firstParagraphEnd = 0);
    void addHtmlReferences(QByteArrayView html, const HtmlToken &tag, ContentPlaces *places, qsizetype offset);
    [[nodiscard]] ContentPlaces &places();
    void sawContent();

    TextFacts m_facts;
    SourceLines m_lines;
    WordCounter m_counter;
    HeadingAnchors m_anchors;
    AlertMarker m_alert;
    const cmark_node *m_container = nullptr; ///< of inline content
    std::optional<ContentPlaces> m_places; ///< of the container; made when first needed
    const cmark_node *m_idText = nullptr; ///< text that ends in `{#id}`
    qsizetype m_idTextKept = 0;
    const cmark_node *m_picture = nullptr; ///< the outermost one around the current node
    QByteArray m_alt;
    const cmark_node *m_link = nullptr;
    qsizetype m_linkReference = -1;
    QByteArray m_linkText;
    bool m_inFirstParagraph = false;
    bool m_haveFirstParagraph = false;
    QByteArray m_firstParagraph;
    std::vector<HtmlDestination> m_htmlDestinations;
};

} // namespace quillway::text
