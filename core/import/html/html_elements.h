// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/html/html_tree.h"

// What HTML's elements are to a text that becomes Markdown.
namespace quillway::importing {

[[nodiscard]] bool isBlank(const QString &text); ///< but for blanks; a no-break space is none
/// 1 … 6 for a heading, else 0.
[[nodiscard]] int headingLevel(const HtmlNode &node);
/// True for what Markdown has no word for (forms, scripts, frames): it stays HTML.
[[nodiscard]] bool staysHtml(const HtmlNode &node);
/// True for inline elements that say something and stay tags (`kbd`, `sub`).
[[nodiscard]] bool staysTag(const HtmlNode &node);
/// True if the node stands in a line of text.
[[nodiscard]] bool isInline(const HtmlNode &node);
[[nodiscard]] bool hasOnlyInline(const HtmlNode &node);
[[nodiscard]] bool isSpaceOnly(const HtmlNode &node); ///< or a comment
/// The only child that is not blank; null if there are none or several.
[[nodiscard]] const HtmlNode *onlyChild(const HtmlNode &node);
/// One that holds no more than blanks: editors make paragraphs apart with them.
[[nodiscard]] bool isEmptyParagraph(const HtmlNode &node);
/// The language of `<pre>` or its `<code>` by the names that highlighters have.
[[nodiscard]] QString languageOf(const HtmlNode &node);
/// The kind of box that a class says an element is; empty if none.
[[nodiscard]] QString alertKind(const HtmlNode &node);

} // namespace quillway::importing
