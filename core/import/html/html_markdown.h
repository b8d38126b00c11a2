// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/tool_rules.h"

namespace quillway::importing {

/// An author's HTML as Markdown: headings with their ids, emphasis, links, pictures, figures with captions, lists, quotes, plain tables, code with its language, embedded videos
/// as links with a picture, boxes (`class="alert-warning"`) as alerts. Inline elements that Markdown has no word for (`kbd`, `sub`) stay tags; whole elements that it has no
/// word for (forms, scripts, tables that join cells) stay HTML and are noted. Styling goes. Comments that mark the end of the summary stay. Nothing where parseHtml() gives
/// nothing: the HTML can stay as it is then.
[[nodiscard]] std::optional<QString> markdownOfHtml(const QByteArray &html, BodyTurn &turn);

/// The raw HTML blocks of a Markdown body that Markdown has a word for (figures, plain tables, embedded videos) as Markdown. Everything else stays as it is.
[[nodiscard]] QString turnHtmlBlocks(const QString &body, BodyTurn &turn);

} // namespace quillway::importing
