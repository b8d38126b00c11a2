// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"
#include "core/base/diagnostic.h"

namespace quillway::analysis {

/// Everything that is wrong with a site, the problems of loading included, in order of place: what `quillway check` prints. Error: what breaks a
/// page (a link or picture that leads nowhere, two outputs with one address, a step to an unknown post); Warning: what a reader would stumble over; Note: what is worth
/// a look (a heading that skips a level, a tag used once, a post that nothing leads to). Problems of posts that are not published now are at most warnings. A diagnostic's detail names what is wrong and, where there is one, a near name.
[[nodiscard]] Diagnostics checkSite(const model::Site &site, const model::Selection &selection);

// Its parts, each without order and without the problems of loading; `links` and `published` must be of the same site.
[[nodiscard]] Diagnostics checkAddresses(const model::Site &site, const PublishedPosts &published, const LinkIndex &links);
[[nodiscard]] Diagnostics checkLinks(const model::Site &site, const PublishedPosts &published, const LinkIndex &links);
[[nodiscard]] Diagnostics checkTopics(const model::Site &site, const PublishedPosts &published);
[[nodiscard]] Diagnostics checkPaths(const model::Site &site, const PublishedPosts &published);
/// Posts that no tag, topic or path leads to, and tags of one post. In a site of fewer than five published posts nothing is one.
[[nodiscard]] Diagnostics checkReach(const model::Site &site, const PublishedPosts &published);

} // namespace quillway::analysis
