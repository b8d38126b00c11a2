// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/site_knowledge.h"

namespace quillway::analysis {

SiteKnowledgePtr knowledgeOf(const model::SitePtr &site, const model::Selection &selection, const SiteKnowledgePtr &older,
                             const std::stop_token &stop)
{
    const PublishedPosts published(*site, selection);
    if (stop.stop_requested())
        return {};
    PostLinks links(site, published, older ? &older->links : nullptr, stop);
    TermIndex terms(published.posts(), site->settings().stopWords, older ? &older->terms : nullptr, stop);
    if (stop.stop_requested())
        return {};
    return std::make_shared<const SiteKnowledge>(site, selection, published, std::move(links), std::move(terms));
}

} // namespace quillway::analysis
