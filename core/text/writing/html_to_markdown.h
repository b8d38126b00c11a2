// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace quillway::text {

/// HTML as another program gave it, as Markdown.
struct PastedMarkdown {
    QStringList lines;
    bool isInline = false; ///< one paragraph, to be put into a line of text
    bool hasMarkup = false; ///< false: it says no more than the plain text
};

/// Turns HTML into Markdown: headings, paragraphs, emphasis, links, pictures, lists, quotes, tables, code with its language. Everything else becomes its
/// text. The HTML is not trusted: scripts, styles, comments and what is hidden go; links other than http, https, mailto, ftp and relative ones become their
/// text, and so do pictures within the page; characters that Markdown would read are escaped. Takes time in proportion to the size: it is read by tokens,
/// with a stack of at most 200 elements, and no tree is made that nesting could make slow. Nothing for more than 1 MB, or if no text is in it.
[[nodiscard]] std::optional<PastedMarkdown> markdownFromHtml(const QByteArray &html);

} // namespace quillway::text
