// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/publish/entry_use.h"
#include "core/publish/plan.h"

#include <array>

namespace quillway::publish {

class PageKey;

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

/// For each output of an export a key: a hash over everything that its bytes are made from. Two exports, whenever they were made, whose keys for an
/// output are equal have equal bytes there, so that it need not be rendered to be known. Keys are made from posts' hashes and heads, far below the cost of rendering;
/// a change that a template does not show may give another key, never the other way round.
///
/// A kind of output that is not thought of here has no key, and is made each time. Whoever gives a page another input adds it to that page's key;
/// tests/core/publish/tst_incremental_export finds out who did not.
class PageKeys
{
public:
    /// `shared` must outlive this.
    PageKeys(const FileSystem &files, const Publication::Private &shared);

    /// Before anything else is asked for; `former` may be of any site.
    void readPosts(const SiteTrace &former, int threads);

    /// Empty if there is none. Thread-safe.
    [[nodiscard]] QByteArray keyOf(const Output &output) const;

    [[nodiscard]] SiteTrace trace() const;
    /// False if trace() is `former`.
    [[nodiscard]] bool hasNews() const { return m_hasNews; }

private:
    /// What is known of a published post.
    struct PostKeys {
        QByteArray full; ///< of its own page and of feeds: all of it
        std::array<QByteArray, everyPart.toInt() + 1> entries; ///< as an entry in lists, by the parts shown; only those that some template asks for
    };
    /// What an entry of a post may show, in parts.
    struct HeadKeys {
        QByteArray base, summary, tags;
        int words = 0;
        int minutes = 0;
    };

    using Key = PageKey;

    [[nodiscard]] QByteArray commonKey() const;
    [[nodiscard]] QByteArray tagOrderKey() const;
    [[nodiscard]] QByteArray linksKey(const model::Post &post) const;
    [[nodiscard]] HeadKeys headKeys(const model::Post &post, qsizetype place) const;
    [[nodiscard]] static QByteArray entryKey(const HeadKeys &head, EntryParts parts);
    [[nodiscard]] bool readPost(qsizetype place, const SiteTrace &former);

    [[nodiscard]] EntryParts partsOf(const QString &templateName) const { return m_parts.value(templateName); }
    [[nodiscard]] const QByteArray &entry(qsizetype place, EntryParts parts) const;
    [[nodiscard]] const QByteArray &entry(const model::PostPtr &post, EntryParts parts) const;
    [[nodiscard]] QByteArray everyEntry(EntryParts parts) const;

    [[nodiscard]] QByteArray postKey(qsizetype place) const;
    [[nodiscard]] QByteArray translationsKey(const model::Post &post) const;
    [[nodiscard]] QByteArray pageKey(const model::Post &page) const;
    [[nodiscard]] QByteArray indexKey(int number) const;
    [[nodiscard]] QByteArray tagPageKey(qsizetype tag, int number) const;
    [[nodiscard]] QByteArray feedKey(const QString &title, const QString &description, const QString &list, const QList<qsizetype> &places,
                                     model::Feed feed) const;
    [[nodiscard]] QByteArray topicKey(qsizetype topic) const;
    [[nodiscard]] QByteArray topicFeedKey(qsizetype topic, model::Feed feed) const;
    [[nodiscard]] QByteArray pathKey(qsizetype walk) const;
    [[nodiscard]] QByteArray sitemapKey() const;
    [[nodiscard]] QByteArray searchKey(QByteArrayView kind) const;
    [[nodiscard]] QByteArray searchPostsKey(qsizetype file) const;
    [[nodiscard]] QByteArray assetKey(const SitePath &file, int width) const;

    const FileSystem &m_files;
    const Publication::Private &m_shared;
    QHash<QString, EntryParts> m_parts; ///< by template
    QByteArray m_common; ///< what every page depends on: program, theme, settings, menu
    QList<QByteArray> m_tags; ///< of published.tags(), without how many posts they have
    QByteArray m_tagCounts; ///< of all of them, with that
    std::vector<PostKeys> m_posts;
    QList<QList<model::PostPtr>> m_topicPosts;
    QByteArray m_links; ///< SiteTrace::links
    QByteArray m_tagOrder; ///< SiteTrace::tags
    std::vector<PostTrace> m_traces; ///< by place
    bool m_hasNews = false;
};

} // namespace quillway::publish
