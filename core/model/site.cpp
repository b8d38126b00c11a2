// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/site.h"

#include "core/model/code_point_order.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace quillway::model {

namespace {

/// A post's place in the order of lists: undated ones count as the newest.
qint64 instant(const Post &post)
{
    return post.date ? post.date->at.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

/// Newest first, ties by slug, then by file so that equal slugs have an order too.
void sortByDate(QList<PostPtr> &posts)
{
    struct Entry {
        qint64 instant;
        PostPtr post;
    };
    QList<Entry> entries;
    entries.reserve(posts.size());
    for (PostPtr &post : posts)
        entries.append({ instant(*post), std::move(post) });
    std::ranges::sort(entries, [](const Entry &a, const Entry &b) {
        if (a.instant != b.instant)
            return a.instant > b.instant;
        const auto bySlug = compareCodePoints(a.post->slug, b.post->slug);
        return bySlug != 0 ? bySlug < 0 : CodePointLess()(a.post->file.toString(), b.post->file.toString());
    });
    for (qsizetype i = 0; i < posts.size(); ++i)
        posts[i] = std::move(entries[i].post);
}

template<typename Pointer>
void sortBySlug(QList<Pointer> &list)
{
    std::ranges::sort(list, [](const Pointer &a, const Pointer &b) {
        const auto bySlug = compareCodePoints(a->slug, b->slug);
        return bySlug != 0 ? bySlug < 0 : CodePointLess()(a->file.toString(), b->file.toString());
    });
}

template<typename Pointer>
void indexBySlug(QHash<QString, Pointer> &hash, const QList<Pointer> &list)
{
    hash.reserve(list.size());
    for (const Pointer &entry : list) {
        if (!hash.contains(entry->slug))
            hash.insert(entry->slug, entry);
    }
}

} // namespace

Site::Site(SiteParts parts)
    : m_parts(std::move(parts))
{
    sortByDate(m_parts.posts);
    sortBySlug(m_parts.pages);
    sortBySlug(m_parts.topics);
    sortBySlug(m_parts.paths);
    std::ranges::sort(m_parts.assets, {}, &Asset::file);
    indexBySlug(m_postsBySlug, m_parts.posts);
    indexBySlug(m_topicsBySlug, m_parts.topics);
    indexBySlug(m_pathsBySlug, m_parts.paths);
    m_postsByFile.reserve(m_parts.posts.size() + m_parts.pages.size());
    for (const auto *list : { &m_parts.posts, &m_parts.pages }) {
        for (const PostPtr &post : *list)
            m_postsByFile.insert(post->file, post);
    }
    m_assets.reserve(m_parts.assets.size());
    for (const Asset &asset : std::as_const(m_parts.assets))
        m_assets.insert(asset.file);
}

PostPtr Site::postBySlug(const QString &slug) const
{
    return m_postsBySlug.value(slug);
}

PostPtr Site::postByFile(const SitePath &file) const
{
    return m_postsByFile.value(file);
}

TopicPtr Site::topicBySlug(const QString &slug) const
{
    return m_topicsBySlug.value(slug);
}

ReadingPathPtr Site::pathBySlug(const QString &slug) const
{
    return m_pathsBySlug.value(slug);
}

bool Site::hasAsset(const SitePath &file) const
{
    return m_assets.contains(file);
}

bool differInBodiesOnly(const Site &a, const Site &b)
{
    const auto sameHead = [](const PostPtr &one, const PostPtr &other) { return one == other || haveSameHead(*one, *other); };
    return a.parts().settingsSource == b.parts().settingsSource && a.parts().tagInfoSource == b.parts().tagInfoSource
        && a.topics() == b.topics() && a.paths() == b.paths() && std::ranges::equal(a.posts(), b.posts(), sameHead)
        && std::ranges::equal(a.pages(), b.pages(), sameHead);
}

bool isPublished(const Post &post, const Selection &selection)
{
    if (post.isDraft() && !selection.drafts)
        return false;
    return selection.future || !post.date || post.date->at.toMSecsSinceEpoch() <= selection.buildDate.toMSecsSinceEpoch();
}

QList<PostPtr> publishedPosts(const Site &site, const Selection &selection)
{
    QList<PostPtr> published;
    published.reserve(site.posts().size());
    for (const PostPtr &post : site.posts()) {
        if (isPublished(*post, selection))
            published.append(post);
    }
    return published;
}

} // namespace quillway::model
