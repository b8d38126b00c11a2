// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"
#include "core/text/markdown/html_writer.h"

#include <cmark-gfm/node.h>

namespace quillway::text {

/// Writes references to footnotes where they stand, and the footnotes at the end, where cmark's tree has them.
class FootnoteHtml
{
public:
    FootnoteHtml(HtmlWriter &html, const RenderOptions &options)
        : m_html(html)
        , m_options(options)
    { }

    void addReference(const cmark_node *reference);

    void enterDefinition(const cmark_node *definition);
    void leaveDefinition(const cmark_node *definition);
    /// The links back to a footnote's references, if it has none yet: they stand in its last paragraph, or behind all of it.
    bool addBackLinks(const cmark_node *definition);
    [[nodiscard]] int definitions() const { return m_definitions; } ///< begun so far
    /// Behind the last of them, if there is any.
    void endSection();

private:
    [[nodiscard]] bool isSite() const { return m_options.flavour == Flavour::Site; }
    void addPlainBackLink(const cmark_node *definition, int reference);
    void addSiteBackLink(int reference);
    void addId(QByteArrayView kind, const cmark_node *definition, int number, int reference);

    HtmlWriter &m_html;
    const RenderOptions &m_options;
    int m_definitions = 0;
    int m_linked = 0; ///< of them, those with their links back
};

} // namespace quillway::text
