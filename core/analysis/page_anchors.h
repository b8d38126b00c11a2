// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/post.h"

#include <QHash>
#include <QSet>

namespace quillway::analysis {

/// The places of posts' pages that a `#fragment` can name: headings, ids and names in raw HTML, footnotes. Gathers a post's when it is first asked
/// about, so use one for many questions; belongs to one thread at a time. Posts must outlive it.
class PageAnchors
{
public:
    /// `fragment` decoded. `#` alone and `#top` are on every page (HTML, "scrolling to a fragment").
    [[nodiscard]] bool has(const model::Post &post, const QString &fragment);
    /// A fragment leads somewhere on one of them if it does on the other.
    [[nodiscard]] static bool areSame(const model::Post &a, const model::Post &b);
    /// The post's headings' anchors, in order.
    [[nodiscard]] static QStringList headings(const model::Post &post);

private:
    QHash<const model::Post *, QSet<QString>> m_byPost;
};

} // namespace quillway::analysis
