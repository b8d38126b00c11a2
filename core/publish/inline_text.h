// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"
#include "core/text/markdown.h"

namespace quillway::publish {

/// One line of inline Markdown as HTML, its links led to the site's pages. Raw HTML is left out unless `rawHtml` keeps it.
[[nodiscard]] QByteArray inlineHtml(QStringView markdown, const analysis::LinkOrigin &origin, const analysis::LinkIndex &links,
                                    text::RawHtml rawHtml = text::RawHtml::Omit, const std::optional<text::Typography> &typography = {});

/// Whether one line of inline Markdown could hold a link in any of its forms: `[x](y)`, `<y>`, `a@b`, `http://y`, `mailto:y`, `www.y`. Says yes rather than no.
[[nodiscard]] bool mayLink(const QString &markdown);

/// `html` with each href and src that renderInline() wrote replaced by what `links` resolves it to.
[[nodiscard]] QByteArray withResolvedLinks(const QByteArray &html, const analysis::LinkOrigin &origin, const analysis::LinkIndex &links);

} // namespace quillway::publish
