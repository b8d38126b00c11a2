// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"
#include "core/analysis/published_posts.h"
#include "core/analysis/topic_profile.h"
#include "core/publish/kept_index.h"
#include "core/publish/lazy.h"
#include "core/publish/pictures.h"
#include "core/publish/publication.h"
#include "core/publish/search_index.h"

#include <QHash>
#include <QLocale>
#include <QSet>
#include <QVariantHash>

#include <atomic>
#include <mutex>
#include <stop_token>
#include <vector>

namespace quillway::publish {

/// A reading path with the posts that its steps lead to; steps to posts that are not published are left out.
struct ReadingWalk {
    struct Stop {
        model::Step step;
        model::PostPtr post;
    };
    model::ReadingPathPtr path;
    QList<Stop> stops;
    int minutes = 0;
};

/// Where a post stands on a reading path.
struct PathPlace {
    qsizetype walk = 0; ///< index into walks()
    qsizetype stop = 0;
};

/// Which paths and topics a post is part of; indexes into walks() and Site::topics().
struct BackReferences {
    QList<PathPlace> paths;
    QList<qsizetype> topics;
};

/// A topic's texts with the facts filled in, as HTML.
struct TopicTexts {
    QByteArray definition;
    QString definitionText; ///< plain
    QList<QByteArray> claims;
    QList<QByteArray> checklist;
    QList<QByteArray> failureModes;
    Diagnostics diagnostics; ///< texts whose placeholders are wrong; these are shown as written
};

class Renderer;

/// contentHash() of a post's file.
[[nodiscard]] QByteArray sourceHash(const model::Post &post);

/// What the pages of one publication share. Members that are functions compute their value on first use; all may be called by any thread.
struct Publication::Private {
    model::SitePtr site;
    model::Settings settings; ///< the site's, with the base URL in force
    model::Selection selection;
    ThemePtr theme;
    analysis::PublishedPosts published;
    QHash<SitePath, qsizetype> placeByFile; ///< index into published.posts()
    QLocale locale;
    QString dateFormat; ///< Qt's, never empty
    LookAtPicture lookAtPicture;
    ReadWhole readWhole;

    Private(model::SitePtr publishedSite, model::Selection chosen, ThemePtr look, const QUrl &baseUrl, LookAtPicture lookAt,
            ReadWhole readWholePost);

    [[nodiscard]] const QList<model::PostPtr> &posts() const { return published.posts(); }
    /// A text of the program's own, as the theme's language has it.
    [[nodiscard]] QString said(const QString &english) const { return theme->texts.of(english); }
    /// Where its page stands.
    [[nodiscard]] QString addressOf(const model::Post &post) const;
    [[nodiscard]] analysis::LinkOrigin originOf(const model::Post &post) const { return { post.file, addressOf(post) }; }
    /// Its index in posts(), by file (an edited post stands where its older version does); -1 if it is not published.
    [[nodiscard]] qsizetype placeOf(const model::Post &post) const { return placeByFile.value(post.file, -1); }

    [[nodiscard]] const analysis::LinkIndex &links() const;
    [[nodiscard]] const QByteArray &linksFingerprint() const; ///< of links() under these settings, and of every picture()
    /// Nothing if `asset` is no picture by its name, or cannot be read as one.
    [[nodiscard]] std::optional<SitePicture> picture(const SitePath &asset) const;
    [[nodiscard]] std::optional<SitePicture> picture(const analysis::LinkTarget &target) const
    {
        return target.asset ? picture(*target.asset) : std::nullopt;
    }
    [[nodiscard]] const QHash<SitePath, QList<model::PostPtr>> &translations() const; ///< translationGroups()
    /// Another post has the same summary, or without one the same first paragraph.
    [[nodiscard]] bool isSummedUpLikeAnother(const model::Post &post) const;
    /// True if a post or page has a link (not only a picture) to that picture.
    [[nodiscard]] bool isLinked(const SitePath &asset) const;
    [[nodiscard]] const QList<ReadingWalk> &walks() const; ///< of every path, in the site's order
    [[nodiscard]] const analysis::TopicProfile &profile(qsizetype topic) const; ///< of site->topics()[topic]
    [[nodiscard]] const TopicTexts &topicTexts(qsizetype topic, Renderer &renderer) const; ///< the same whatever the renderer
    [[nodiscard]] BackReferences backReferences(const model::Post &post) const;
    [[nodiscard]] const QList<qsizetype> &tagsAt(qsizetype place) const; ///< of posts()[place] in its order; indexes into published.tags()
    [[nodiscard]] const QList<qsizetype> &placesOf(qsizetype tag) const; ///< of the posts that have published.tags()[tag], ascending
    [[nodiscard]] const QVariantHash &tagEntry(qsizetype tag) const; ///< tagContext() of published.tags()[tag]
    [[nodiscard]] const QVariantHash &tagOfEntry(
        qsizetype tag) const; ///< the same for a post's entry, which does not tell how many others have the tag
    [[nodiscard]] const QVariantHash &entry(qsizetype place) const; ///< of posts()[place]
    [[nodiscard]] const QList<qsizetype> &related(qsizetype place) const; ///< relatedPosts() of posts()[place], as indexes into posts()
    [[nodiscard]] QVariantHash siteContext(const QString &address) const; ///< `site` on the page at that address
    /// The body with absolute links and nothing of the theme's: for feeds.
    [[nodiscard]] const QByteArray &feedBody(qsizetype place) const;
    /// The search is not switched off, and nothing of the author's stands in its place.
    [[nodiscard]] bool hasSearch() const;
    /// Of a site that has a search. Whoever asks first may lend what an earlier export knew, and threads.
    [[nodiscard]] const SiteSearch &search(const KeptIndex &former = {}, int threads = 1, const std::stop_token &stop = {}) const;
    /// The post with its text: itself, or read now if only its head is known. Null if that text is not there any more.
    [[nodiscard]] model::PostPtr whole(const model::Post &post) const;
    /// A text was asked for that is not there any more: what was made since may lack it.
    [[nodiscard]] bool isOutdated() const { return m_isOutdated; }

    struct MenuContext {
        QString address; ///< empty if it leads elsewhere
        QVariantHash entry;
    };

private:
    [[nodiscard]] QHash<SitePath, BackReferences> findBackReferences() const;
    [[nodiscard]] QSet<SitePath> findLinkedPictures() const;
    [[nodiscard]] QByteArray picturesFingerprint() const;

    Lazy<analysis::LinkIndex> m_links;
    Lazy<QByteArray> m_linksFingerprint;
    Lazy<QList<ReadingWalk>> m_walks;
    std::vector<Lazy<analysis::TopicProfile>> m_profiles;
    std::vector<Lazy<TopicTexts>> m_topicTexts;
    Lazy<QHash<SitePath, BackReferences>> m_backReferences;
    Lazy<QList<QString>> m_addresses;
    Lazy<QList<QList<qsizetype>>> m_tagsOfPosts;
    Lazy<QList<QList<qsizetype>>> m_placesOfTags;
    Lazy<QList<QVariantHash>> m_tagEntries;
    Lazy<QList<QVariantHash>> m_tagsOfEntries;
    std::vector<Lazy<QVariantHash>> m_entries;
    std::vector<Lazy<QByteArray>> m_feedBodies;
    std::vector<Lazy<QList<qsizetype>>> m_related;
    Lazy<SiteSearch> m_search;
    Lazy<QVariantHash> m_siteContext;
    Lazy<QHash<SitePath, QList<model::PostPtr>>> m_translations;
    Lazy<QSet<QString>> m_repeatedSummaries;
    Lazy<QSet<SitePath>> m_linkedPictures;
    mutable std::mutex m_picturesMutex;
    mutable QHash<SitePath, std::optional<SitePicture>> m_pictures;
    mutable std::mutex m_siteContextsMutex;
    mutable QHash<QList<qsizetype>, QVariantHash> m_siteContexts; ///< by which of the menu's entries are current
    Lazy<QList<MenuContext>> m_menu;
    mutable std::atomic<bool> m_isOutdated = false;
};

} // namespace quillway::publish
