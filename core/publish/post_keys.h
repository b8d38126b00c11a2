// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/entry_use.h"
#include "core/publish/publication_data.h"

#include <array>
#include <vector>

namespace quillway::publish {

/// What the last export found out about a post, to spare the next one the search.
struct PostTrace {
    QByteArray source; ///< contentHash() of its file
    QByteArray links; ///< fingerprint of where its links lead
    QList<qint32> related; ///< places of relatedPosts()
    friend bool operator==(const PostTrace &, const PostTrace &) = default;
};

/// The same of a site; each part holds as long as what it was derived from has the same fingerprint.
struct SiteTrace {
    QByteArray links; ///< of LinkIndex: PostTrace::links hold under it
    QByteArray tags; ///< of which post has which tags, in order: PostTrace::related hold under it
    QHash<QString, PostTrace> posts; ///< by file
    friend bool operator==(const SiteTrace &, const SiteTrace &) = default;
};

/// Hashes over what the pages of a site show of its published posts: the better part of the keys of PageKeys, which says what they are good for.
class PostKeys
{
public:
    /// `shared` must outlive this. `parts`: what templates show of entries; only such entries can be asked for.
    PostKeys(const Publication::Private &shared, const QList<EntryParts> &parts);

    /// Before anything else is asked for; `former` may be of any site.
    void read(const SiteTrace &former, int threads);

    /// All of a post, as its own page and feeds show it, but for what other posts have to do with it.
    [[nodiscard]] const QByteArray &full(qsizetype place) const { return m_posts[size_t(place)].full; }
    /// Of an entry in a list, these parts. Empty for a place that there is not.
    [[nodiscard]] const QByteArray &entry(qsizetype place, EntryParts parts) const;
    [[nodiscard]] const QByteArray &entry(const model::PostPtr &post, EntryParts parts) const
    {
        return entry(m_shared.placeOf(*post), parts);
    }
    [[nodiscard]] QByteArray everyEntry(EntryParts parts) const; ///< of all posts, in order
    [[nodiscard]] QByteArray entryOfPage(const model::Post &page, EntryParts parts) const; ///< of one that is no post
    [[nodiscard]] QByteArray linksOf(const model::Post &post) const; ///< where the links of a post or page lead
    [[nodiscard]] const QList<qint32> &related(qsizetype place) const { return m_traces[size_t(place)].related; }

    [[nodiscard]] const QByteArray &tag(qsizetype index) const
    {
        return m_tags.at(index);
    } ///< of published.tags(), without how many posts it has
    [[nodiscard]] const QByteArray &tagOrder() const { return m_tagOrder; } ///< which post has which tags
    [[nodiscard]] const QByteArray &linkTargets() const { return m_links; } ///< all that links can lead to

    [[nodiscard]] SiteTrace trace() const;
    /// False if trace() is `former`.
    [[nodiscard]] bool hasNews() const { return m_hasNews; }

private:
    struct Keys {
        QByteArray full;
        std::array<QByteArray, everyPart.toInt() + 1> entries; ///< by the parts shown
    };
    /// What an entry of a post may show, in parts.
    struct HeadKeys {
        QByteArray base, summary, tags;
        int words = 0;
        int minutes = 0;
    };

    [[nodiscard]] QByteArray tagOrderKey() const;
    [[nodiscard]] HeadKeys headKeys(const model::Post &post, qsizetype place) const;
    [[nodiscard]] static QByteArray entryKey(const HeadKeys &head, EntryParts parts);
    [[nodiscard]] bool readPost(qsizetype place, const SiteTrace &former);

    const Publication::Private &m_shared;
    QList<EntryParts> m_parts;
    QList<QByteArray> m_tags;
    QByteArray m_links; ///< SiteTrace::links
    QByteArray m_tagOrder; ///< SiteTrace::tags
    std::vector<Keys> m_posts; ///< by place
    std::vector<PostTrace> m_traces; ///< by place
    bool m_hasNews = false;
};

} // namespace quillway::publish
