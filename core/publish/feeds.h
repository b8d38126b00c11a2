// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/feed_source.h"

// Feeds bring each post whole: HTML with absolute links, the summary beside it.
namespace quillway::publish {

/// RFC 4287.
[[nodiscard]] QByteArray renderAtom(const Publication::Private &shared, const FeedSource &source);
/// RSS 2.0 with content:encoded, dc:creator and atom:link.
[[nodiscard]] QByteArray renderRss(const Publication::Private &shared, const FeedSource &source);
/// JSON Feed 1.1.
[[nodiscard]] QByteArray renderJsonFeed(const Publication::Private &shared, const FeedSource &source);

[[nodiscard]] QByteArray renderFeed(const Publication::Private &shared, const FeedSource &source, model::Feed format);

} // namespace quillway::publish
