// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/publish/entry_use.h"
#include "core/publish/plan.h"
#include "core/publish/post_keys.h"

namespace quillway::publish {

class PageKey;

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
    void readPosts(const SiteTrace &former, int threads) { m_keys.read(former, threads); }

    /// Empty if there is none. Thread-safe.
    [[nodiscard]] QByteArray keyOf(const Output &output) const;

    [[nodiscard]] SiteTrace trace() const { return m_keys.trace(); }
    /// False if trace() is `former`.
    [[nodiscard]] bool hasNews() const { return m_keys.hasNews(); }

private:
    using Key = PageKey;

    [[nodiscard]] QByteArray commonKey() const;
    [[nodiscard]] EntryParts partsOf(const QString &templateName) const { return m_parts.value(templateName); }
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
    PostKeys m_keys;
    QByteArray m_tagCounts; ///< all tags and how many posts they have
    QList<QList<model::PostPtr>> m_topicPosts;
};

} // namespace quillway::publish
