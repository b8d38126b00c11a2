// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/post_links.h"

#include <algorithm>

namespace quillway::analysis {

using model::PostPtr;

namespace {

/// All that a post's addresses come from is the same.
bool standAtOneAddress(const PostPtr &a, const PostPtr &b)
{
    return a == b
        || (a->file == b->file && a->slug == b->slug && a->section == b->section && a->isBundle == b->isBundle && a->date == b->date
            && a->aliases == b->aliases);
}

bool sameAddresses(const model::Settings &a, const model::Settings &b)
{
    return a.permalink == b.permalink && a.baseUrl == b.baseUrl && a.perPage == b.perPage;
}

/// Topics or paths.
template<typename Pointer>
bool sameAddresses(const QList<Pointer> &a, const QList<Pointer> &b)
{
    return std::ranges::equal(a, b, [](const Pointer &one, const Pointer &other) {
        return one == other || (one->slug == other->slug && one->file == other->file);
    });
}

bool sameAddresses(const QList<PostPtr> &a, const QList<PostPtr> &b)
{
    return std::ranges::equal(a, b, standAtOneAddress);
}

bool sameAddresses(const QList<model::Asset> &a, const QList<model::Asset> &b)
{
    return a.constData() == b.constData() || std::ranges::equal(a, b, {}, &model::Asset::file, &model::Asset::file);
}

bool sameAddresses(const QList<model::Tag> &a, const QList<model::Tag> &b, int perPage)
{
    const auto pages = [perPage](const model::Tag &tag) { return perPage > 0 ? (tag.posts.size() + perPage - 1) / perPage : 1; };
    return std::ranges::equal(a, b, [&](const model::Tag &one, const model::Tag &other) {
        return one.slug == other.slug && one.info.aliases == other.info.aliases && pages(one) == pages(other);
    });
}

QList<SitePath> targetsOf(const model::Post &post, const LinkIndex &index, const model::Settings &settings)
{
    QList<SitePath> targets;
    if (post.facts.references.isEmpty())
        return targets;
    const LinkOrigin origin = linkOrigin(post, settings);
    for (const text::Reference &reference : post.facts.references) {
        const LinkTarget target = index.resolve(reference.destination, origin);
        if (target.post && target.post->file != post.file && !targets.contains(target.post->file))
            targets.append(target.post->file);
    }
    return targets;
}

} // namespace

bool PostLinks::hasTheAddressesOf(const PostLinks &other) const
{
    return sameAddresses(m_site->settings(), other.m_site->settings()) && sameAddresses(m_site->posts(), other.m_site->posts())
        && sameAddresses(m_site->pages(), other.m_site->pages()) && sameAddresses(m_site->topics(), other.m_site->topics())
        && sameAddresses(m_site->paths(), other.m_site->paths()) && sameAddresses(m_published.posts(), other.m_published.posts())
        && sameAddresses(m_published.pages(), other.m_published.pages())
        && sameAddresses(m_site->parts().assets, other.m_site->parts().assets)
        && sameAddresses(m_published.tags(), other.m_published.tags(), m_site->settings().perPage);
}

PostLinks::PostLinks(const model::SitePtr &site, const PublishedPosts &published, const PostLinks *older, const std::stop_token &stop)
    : m_site(site)
    , m_published(published)
{
    const bool lends = older && hasTheAddressesOf(*older);
    m_index = lends ? older->m_index : std::make_shared<const LinkIndex>(*site, published);
    if (lends)
        m_byFile = older->m_byFile;
    else
        m_byFile.reserve(site->posts().size());
    for (const PostPtr &post : site->posts()) {
        if (stop.stop_requested())
            return;
        const auto known = lends ? m_byFile.constFind(post->file) : m_byFile.cend();
        if (known == m_byFile.cend() || known->post != post)
            m_byFile.insert(post->file, { post, targetsOf(*post, *m_index, site->settings()) });
    }
}

QList<SitePath> PostLinks::from(const model::Post &post) const
{
    const auto found = m_byFile.constFind(post.file);
    return found == m_byFile.cend() ? QList<SitePath>() : found->to;
}

} // namespace quillway::analysis
