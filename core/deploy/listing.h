// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/site_path.h"

#include <QByteArray>
#include <QHash>

namespace quillway::deploy {

/// The files of a published site, each with the fingerprint() of its content. An empty fingerprint: something is there, or may be, and nobody knows what.
using Listing = QHash<SitePath, QByteArray>;

/// The name of the file, beside the site's, in which a target keeps the listing of what was put there: hidden, since no page has such a name. Whoever publishes from another machine
/// reads the same.
[[nodiscard]] SitePath listingFile();

/// A line of text for each file, by path: the fingerprint in hexadecimal (`-` if it is not known), a blank, the path with control characters and `%` percent-encoded.
[[nodiscard]] QByteArray renderListing(const Listing &listing);

/// BadValue if it is no listing, or a damaged one: nothing of it must be believed then.
[[nodiscard]] Result<Listing> parseListing(const QByteArray &text);

} // namespace quillway::deploy
