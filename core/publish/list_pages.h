// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"
#include "core/publish/renderer.h"

// The pages that list posts, tags, topics and paths, and the few that have no content of their own.
namespace quillway::publish {

/// Where the blog is entered: who reads on to older posts has seen it, and a tag's new name is not to change hundreds of pages.
[[nodiscard]] bool showsTagCloud(const model::Settings &settings, int indexPage);

[[nodiscard]] Result<QByteArray> renderIndex(const Publication::Private &shared, int number, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderArchive(const Publication::Private &shared, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderTags(const Publication::Private &shared, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderTag(const Publication::Private &shared, const model::Tag &tag, int number, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderTopics(const Publication::Private &shared, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderPaths(const Publication::Private &shared, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderSearch(const Publication::Private &shared, Renderer &renderer);
[[nodiscard]] Result<QByteArray> renderNotFound(const Publication::Private &shared, Renderer &renderer);
/// The page at an old address that leads to `target`, an address of the site.
[[nodiscard]] Result<QByteArray> renderRedirect(const Publication::Private &shared, const QString &address, const QString &target,
                                                Renderer &renderer);

} // namespace quillway::publish
