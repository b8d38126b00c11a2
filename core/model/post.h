// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_time.h"
#include "core/base/site_path.h"
#include "core/text/front_matter.h"
#include "core/text/markdown.h"

#include <QStringList>

#include <memory>

namespace quillway::model {

/// A post or page as its file says, with the defaults of site-format.md filled in that need nothing but the file. Immutable once in a Site.
struct Post {
    SitePath file = SitePath::literal(u"posts/untitled.md");
    QString slug; ///< last part of its address; unique only if the site is free of DuplicateSlug
    QString section; ///< folder between `posts/` and the file (or bundle), empty at the top
    bool isBundle = false; ///< `name/index.md` with its pictures beside it

    QString title;
    bool titleFromBody = false; ///< the title is the text of the body's first level-1 heading: a page must not show it twice
    std::optional<Moment> date;
    std::optional<Moment> updated;
    bool draft = false; ///< says so itself; see isDraft()
    QStringList tags; ///< trimmed, as written, without repeats (case-insensitive), in the file's order
    QString author; ///< name or key, empty for the site's
    QString summary; ///< inline Markdown of the front matter, empty if it has none
    QString cover;
    QString coverAlt;
    QString canonical;
    QStringList aliases;
    QString lang; ///< empty for the site's
    QString translationOf; ///< a link to the post or page that this one says in another language; empty: it stands by itself, or is the one that others translate
    bool math = false;
    std::optional<bool> toc;
    text::Value params; ///< Map of the keys that Quillway does not know

    QByteArray source; ///< the whole file
    QByteArray sourceHash; ///< contentHash(source) where whoever read the file knew it; else empty
    qsizetype bodyOffset = 0; ///< bytes
    text::Dialect dialect = text::Dialect::None;
    text::TextFacts facts; ///< of the body; `line` counts from the body's first line
    int bodyLine = 1; ///< the file's line on which the body begins

    [[nodiscard]] QByteArrayView body() const { return QByteArrayView(source).sliced(bodyOffset); }
    [[nodiscard]] bool isPage() const { return file.toString().startsWith(QLatin1StringView("pages/")); }
    /// Not to be published before somebody says so: marked, or a post without any date. A page needs none.
    [[nodiscard]] bool isDraft() const { return draft || (!date && !isPage()); }
};

using PostPtr = std::shared_ptr<const Post>;

/// The two say the same of themselves; their bodies may differ.
[[nodiscard]] bool haveSameHead(const Post &a, const Post &b);

} // namespace quillway::model
