// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"
#include "core/publish/renderer.h"
#include "core/text/markdown.h"

#include <optional>
#include <stop_token>

namespace quillway::publish {

/// A post's or page's body as its page shows it: under the title, with links led to the site's pages.
struct Article {
    QByteArray html;
    QList<text::Block> blocks; ///< of html; lines count from the body's first line
    QList<text::Heading> outline; ///< levels as on the page: 2 … 6
    QList<text::InsetProblem> insetProblems; ///< lines as of blocks
};

/// How texts of a language are typeset on this site, the site's language if it is empty; nothing if they are not.
[[nodiscard]] std::optional<text::Typography> typographyFor(const Publication::Private &shared, const QString &language);

/// The body's highest headings become `h2`, whatever level they were written with; a leading `#` heading that gave the title is left out, since the page
/// has shown it. Nothing if stopped. `parsed` is the body's tree, if it is at hand.
[[nodiscard]] std::optional<Article> renderArticle(const Publication::Private &shared, const model::Post &post, Renderer &renderer,
                                                   const text::ParsedMarkdown *parsed = nullptr, const std::stop_token &stop = {});

/// Another text of the site (a topic's, a path's, the footer) as HTML. Its highest headings become `h` topLevel.
[[nodiscard]] QByteArray renderText(const Publication::Private &shared, QByteArrayView markdown, const analysis::LinkOrigin &origin,
                                    int topLevel, const QByteArray &footnotePrefix);

/// A post's body for feeds: bare elements, absolute links.
[[nodiscard]] QByteArray renderFeedBody(const Publication::Private &shared, const model::Post &post);

} // namespace quillway::publish
