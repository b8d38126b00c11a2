// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/site_knowledge.h"
#include "core/analysis/topic_profile.h"

namespace quillway::analysis {

/// One kind of evidence that a post belongs to a topic.
struct CandidateReason {
    enum class Kind {
        NamesTopic, ///< its title says one of the topic's tags (`words`)
        SharedWords, ///< it says words that the topic's posts say more often than the others do (`words`, the most telling first, at most 5)
        LinksToTopic, ///< it links to posts of the topic (`posts`)
        LinkedFromTopic, ///< posts of the topic link to it (`posts`)
        NeighbourTags, ///< it has tags of which most posts are in the topic (`tags`)
        MotifsInTitle, ///< its title says motifs of the topic (`words`)
    };
    Kind kind = Kind::SharedWords;
    double weight = 0; ///< 0 … 1: how sure this alone would make
    QStringList words {};
    QList<TagName> tags {};
    QList<model::PostPtr> posts {}; ///< newest first, at most 5
};

/// A post that probably belongs to a topic, though it is not among its posts.
struct TopicCandidate {
    model::PostPtr post;
    double score = 0; ///< 0 … 1: 1 less the product of (1 - weight) over its reasons
    QList<CandidateReason> reasons; ///< by weight, the greatest first; never empty
};

/// The published posts that are neither the topic's nor excluded from it and score at least 0.35, best first (of equals the newer), at most `most`.
///
/// Words are weighed by what they tell about the topic (S. Robertson and K. Spärck Jones, Relevance weighting of search terms, 1976), in each post by BM25's
/// saturation; a post counts as alike by where it lies between the middle one of the posts outside (0) and the middle one of the topic's own, each measured
/// against the others (1). Where those two are hardly apart, words tell nothing and give no reason.
[[nodiscard]] QList<TopicCandidate> topicCandidates(const model::Topic &topic, const SiteKnowledge &knowledge, qsizetype most = 20);

} // namespace quillway::analysis
