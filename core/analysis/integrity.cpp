// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"

namespace quillway::analysis {

Diagnostics checkSite(const model::Site &site, const model::Selection &selection)
{
    const PublishedPosts published(site, selection);
    const LinkIndex links(site, published);
    Diagnostics problems = site.diagnostics();
    problems += checkAddresses(site, published, links);
    problems += checkLinks(site, published, links);
    problems += checkTopics(site, published);
    problems += checkPaths(site, published);
    problems += checkReach(site, published);
    sortByPlace(problems);
    return problems;
}

} // namespace quillway::analysis
