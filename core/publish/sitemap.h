// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

namespace quillway::publish {

/// sitemaps.org 0.9: the pages that search engines should know, with the day of their last change where that is known. At most the 50,000 that the protocol allows.
/// Needs a base_url: its URLs have to be absolute.
[[nodiscard]] QByteArray renderSitemap(const Publication::Private &shared);

/// RFC 9309: everything may be read; names the sitemap if there is one.
[[nodiscard]] QByteArray renderRobots(const Publication::Private &shared);

} // namespace quillway::publish
