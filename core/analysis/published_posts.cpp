// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/published_posts.h"

#include <utility>

namespace quillway::analysis {

PublishedPosts::PublishedPosts(const model::Site &site, const model::Selection &selection)
    : m_posts(model::publishedPosts(site, selection))
    , m_tags(model::tagsOf(site, m_posts))
{
    m_files.reserve(m_posts.size() + site.pages().size());
    for (const model::PostPtr &post : std::as_const(m_posts))
        m_files.insert(post->file);
    for (const model::PostPtr &page : site.pages()) {
        if (!model::isPublished(*page, selection))
            continue;
        m_pages.append(page);
        m_files.insert(page->file);
    }
    m_tagByKey.reserve(m_tags.size());
    for (qsizetype i = 0; i < m_tags.size(); ++i)
        m_tagByKey.insert(m_tags[i].key, i);
}

const model::Tag *PublishedPosts::tag(QStringView spelling) const
{
    const auto found = m_tagByKey.constFind(model::tagKey(spelling));
    return found != m_tagByKey.cend() ? &m_tags[*found] : nullptr;
}

} // namespace quillway::analysis
