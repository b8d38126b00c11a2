// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/integrity.h"
#include "core/analysis/link_checker.h"

namespace quillway::analysis {

Diagnostics checkLinks(const model::Site &site, const PublishedPosts &published, const LinkIndex &links)
{
    LinkChecker checker(site, published, links);
    Diagnostics problems;
    for (const auto *list : { &site.posts(), &site.pages() }) {
        for (const model::PostPtr &post : *list)
            problems += checker.checkPost(*post);
    }
    return problems + checker.checkOthers();
}

} // namespace quillway::analysis
