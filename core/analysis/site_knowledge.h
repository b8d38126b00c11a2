// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/post_links.h"
#include "core/analysis/published_posts.h"
#include "core/analysis/term_index.h"

#include <memory>
#include <stop_token>

namespace quillway::analysis {

/// What the questions about a snapshot's topics, tags and paths have in common, computed once: topicCandidates(), pathPlan(), pathProblems() and others take it.
/// Immutable; made on a worker and then read by any number of threads.
struct SiteKnowledge {
    model::SitePtr site;
    model::Selection selection;
    PublishedPosts published;
    PostLinks links; ///< of all posts
    TermIndex terms; ///< of the published posts
};

using SiteKnowledgePtr = std::shared_ptr<const SiteKnowledge>;

/// `older`, the knowledge of an earlier snapshot, makes it cost what the change costs: the texts of all posts are read only once (about a second for 10,000 posts),
/// after a change to one post it takes some 20 ms. Null if stopped.
[[nodiscard]] SiteKnowledgePtr knowledgeOf(const model::SitePtr &site, const model::Selection &selection,
                                           const SiteKnowledgePtr &older = {}, const std::stop_token &stop = {});

} // namespace quillway::analysis
