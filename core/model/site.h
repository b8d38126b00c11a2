// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/post.h"
#include "core/model/settings.h"
#include "core/model/topic.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace quillway::model {

/// What tags.toml says of a tag.
struct TagInfo {
    QString title;
    QString description; ///< inline Markdown
    QStringList aliases;
    SourcePosition descriptionPosition {};
};

/// A tag of the site: the spelling shown is the most frequent one, ties by code point.
struct Tag {
    QString key; ///< trimmed, lower case: what tags are compared by
    QString name; ///< as shown
    QString slug; ///< of its address; two tags never share one
    TagInfo info;
    QList<PostPtr> posts; ///< newest first
};

/// A file of the site that is not text to render: a picture beside a post, or something under assets/.
struct Asset {
    SitePath file;
    qint64 size = 0; ///< bytes
};

/// The parts of a site before they are put in order: what a loader makes, what an edit changes.
struct SiteParts {
    QString folder; ///< absolute
    Settings settings;
    QList<PostPtr> posts; ///< any order
    QList<PostPtr> pages;
    QList<TopicPtr> topics;
    QList<ReadingPathPtr> paths;
    QHash<QString, TagInfo> tagInfo; ///< by tag key
    QList<Asset> assets;
    QByteArray settingsSource; ///< quillway.toml as it is; empty if there is none
    QByteArray tagInfoSource; ///< tags.toml as it is
    QHash<SitePath, QByteArray> unreadable; ///< content files whose head could not be read, as they are: to be shown and mended
    Diagnostics diagnostics; ///< of loading
};

/// A whole site as one immutable value, shared between threads. Lists are in the order in which they are shown: posts newest first (UTC, ties
/// by slug ascending; undated ones before all others, by slug), pages, topics and paths by slug.
class Site
{
public:
    explicit Site(SiteParts parts);

    [[nodiscard]] const SiteParts &parts() const { return m_parts; }
    [[nodiscard]] const QString &folder() const { return m_parts.folder; }
    [[nodiscard]] const Settings &settings() const { return m_parts.settings; }
    [[nodiscard]] const QList<PostPtr> &posts() const { return m_parts.posts; }
    [[nodiscard]] const QList<PostPtr> &pages() const { return m_parts.pages; }
    [[nodiscard]] const QList<TopicPtr> &topics() const { return m_parts.topics; }
    [[nodiscard]] const QList<ReadingPathPtr> &paths() const { return m_parts.paths; }
    [[nodiscard]] const Diagnostics &diagnostics() const { return m_parts.diagnostics; }

    // Each of these: null if there is none. Of several with one slug, the first in order.
    [[nodiscard]] PostPtr postBySlug(const QString &slug) const;
    [[nodiscard]] PostPtr postByFile(const SitePath &file) const; ///< posts and pages
    [[nodiscard]] TopicPtr topicBySlug(const QString &slug) const;
    [[nodiscard]] ReadingPathPtr pathBySlug(const QString &slug) const;
    [[nodiscard]] bool hasAsset(const SitePath &file) const;

private:
    SiteParts m_parts;
    QHash<QString, PostPtr> m_postsBySlug;
    QHash<SitePath, PostPtr> m_postsByFile;
    QHash<QString, TopicPtr> m_topicsBySlug;
    QHash<QString, ReadingPathPtr> m_pathsBySlug;
    QSet<SitePath> m_assets;
};

using SitePtr = std::shared_ptr<const Site>;

/// The two sites differ at most in the bodies of posts and pages: what lists, tags and counts are made from is the same. Costs a comparison of pointers for
/// each text that is shared.
[[nodiscard]] bool differInBodiesOnly(const Site &a, const Site &b);

/// What counts as published: the question each export, profile and check asks with its own build date.
struct Selection {
    QDateTime buildDate {}; ///< UTC; posts dated after it are left out
    bool drafts = false; ///< drafts too
    bool future = false; ///< posts dated after the build date too
};

[[nodiscard]] bool isPublished(const Post &post, const Selection &selection);
/// The published posts in the site's order.
[[nodiscard]] QList<PostPtr> publishedPosts(const Site &site, const Selection &selection);

/// A tag as it is compared: trimmed, NFC, lower case.
[[nodiscard]] QString tagKey(QStringView tag);
/// The tags of `posts`, ascending by key (code points).
[[nodiscard]] QList<Tag> tagsOf(const Site &site, const QList<PostPtr> &posts);

/// ceil(words / words_per_minute), at least 1.
[[nodiscard]] int readingMinutes(const Post &post, const Settings &settings);
/// The summary as plain text: the front matter's inline Markdown, else the first paragraph cut at summary_length (text::excerpt).
[[nodiscard]] QString plainSummary(const Post &post, const Settings &settings);
/// The language (BCP 47) of a post or page, else the site's.
[[nodiscard]] QString languageOf(const Site &site, const SitePath &file);
/// The author's name for a post (a key of [authors] resolved).
[[nodiscard]] QString authorName(const Post &post, const Settings &settings);

} // namespace quillway::model
