// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/published_posts.h"
#include "core/analysis/topic_profile.h"

namespace quillway::analysis {

/// A topic that the site does not have, though its tags speak for one.
struct TopicSuggestion {
    QString title; ///< the tags' titles or names, `Docker & Kubernetes`
    QString slug; ///< that no topic has
    QList<TagName> tags; ///< at least 2, at most 4, the one with most posts first
    QList<model::PostPtr> posts; ///< that have one of them, newest first: what the topic's posts would be
    int together = 0; ///< how many of these have at least two of the tags
    double strength = 0; ///< 0 … 1: the mean normalised pointwise mutual information of the tags' pairs (G. Bouma, 2009)
};

/// Groups of tags that stand together much more often than by chance: pairs found on at least 3 posts (0.2 % of them on large sites) whose normalised mutual
/// information is at least 0.35; each group grows from its strongest pair by tags that go with all of it. A tag is in one group at most. Left out: groups of
/// whose posts a topic that is there has two thirds, and groups that hold most posts of the site. The strongest first by strength times the root of `together`.
[[nodiscard]] QList<TopicSuggestion> topicSuggestions(const model::Site &site, const PublishedPosts &published, qsizetype most = 10);

} // namespace quillway::analysis
