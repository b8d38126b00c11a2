// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/published_posts.h"
#include "core/model/topic.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>
#include <QVariantHash>

#include <optional>

namespace quillway::analysis {

/// A tag by key and by the spelling shown.
struct TagName {
    QString key;
    QString name;
    friend bool operator==(const TagName &, const TagName &) = default;
};

struct YearCount {
    int year = 0;
    int posts = 0;
    friend bool operator==(const YearCount &, const YearCount &) = default;
};

struct SuggestedStep {
    QString stage;
    model::PostPtr post;
};

/// What a topic's posts say about it, by the rules of topic-profile. Where those leave a choice:
/// - dates and years are those that each post's own zone shows; only the order of posts goes by UTC. `perYear` spans every year that a post shows.
/// - a tag is shown in the spelling that most published posts of the site (not just of the topic) use, as on its own page.
/// - letters and digits of titles are Unicode's general categories L* and Nd, characters are code points; the apostrophes are U+0027 and U+2019.
struct TopicProfile {
    QString title;
    QString focus; ///< the topic's own
    QList<model::PostPtr> posts; ///< newest first
    std::optional<QDate> first;
    std::optional<QDate> last;
    QList<TagName> adjacent; ///< at most 3
    QStringList motifs; ///< at most 4
    QList<TagName> early; ///< at most 2, as newer
    QList<TagName> newer;
    QList<YearCount> perYear; ///< ascending, without gaps
    int minutes = 0;
    QList<SuggestedStep> suggestedPath; ///< stages by the site's wording
    QList<model::PostPtr> related;
};

[[nodiscard]] TopicProfile topicProfile(const model::Topic &topic, const PublishedPosts &published, const model::Settings &settings);
/// The same for a single question.
[[nodiscard]] TopicProfile topicProfile(const model::Topic &topic, const model::Site &site, const model::Selection &selection);

/// The topic's published posts alone, newest first.
[[nodiscard]] QList<model::PostPtr> topicPosts(const model::Topic &topic, const PublishedPosts &published);

/// The document of topic-profile, "As JSON".
[[nodiscard]] QStringList namesOf(const QList<TagName> &tags);
[[nodiscard]] QStringList slugsOf(const QList<model::PostPtr> &posts);

[[nodiscard]] QJsonObject toJson(const TopicProfile &profile);
/// Its bytes, members in the order of topic-profile (QJsonObject orders them by name): what `topic profile --json` prints.
[[nodiscard]] QByteArray toJsonDocument(const TopicProfile &profile);

/// The facts as the values that a topic's texts may name behind `topic.`: numbers, texts, dates (QDate), lists of texts; `per_year` as a list of
/// `{year, count}`, posts as `{title, slug, url}`, steps as these with `stage`.
[[nodiscard]] QVariantHash topicFacts(const TopicProfile &profile, const model::Settings &settings);
/// The names of topicFacts(), sorted.
[[nodiscard]] const QStringList &topicFactNames();

} // namespace quillway::analysis
