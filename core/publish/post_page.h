// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/article.h"
#include "core/publish/renderer.h"

#include <optional>
#include <stop_token>

namespace quillway::publish {

/// The page of a post or page, and what its body is made of.
struct PostPage {
    RenderedPage page;
    Article article;
};

/// For the export and the preview alike. `post` may be newer than the publication's own copy, or not published at all. `parsed` is its body's tree, if it
/// is at hand. Nothing if stopped.
[[nodiscard]] std::optional<Result<PostPage>> renderPostPage(const Publication::Private &shared, const model::Post &post, Renderer &renderer,
                                                             const text::ParsedMarkdown *parsed = nullptr, const std::stop_token &stop = {});

} // namespace quillway::publish
