// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <QHash>
#include <QSet>

namespace quillway::analysis {

/// A site's posts, pages and tags as one build date sees them: what profiles, links and lists share, computed once. A value; keeps its posts alive by
/// itself; any number of threads may read it.
class PublishedPosts
{
public:
    PublishedPosts(const model::Site &site, const model::Selection &selection);

    /// Newest first.
    [[nodiscard]] const QList<model::PostPtr> &posts() const { return m_posts; }
    /// By slug.
    [[nodiscard]] const QList<model::PostPtr> &pages() const { return m_pages; }
    /// True for one of posts() or pages().
    [[nodiscard]] bool contains(const model::Post &postOrPage) const { return m_files.contains(postOrPage.file); }
    /// Ascending by key. Addresses of tags come from here: their slugs depend on which other tags there are.
    [[nodiscard]] const QList<model::Tag> &tags() const { return m_tags; }
    /// By any spelling; null if no published post has it. Lives as long as this value.
    [[nodiscard]] const model::Tag *tag(QStringView spelling) const;

private:
    QList<model::PostPtr> m_posts;
    QList<model::PostPtr> m_pages;
    QSet<SitePath> m_files;
    QList<model::Tag> m_tags;
    QHash<QString, qsizetype> m_tagByKey;
};

} // namespace quillway::analysis
