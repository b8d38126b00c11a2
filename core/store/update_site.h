// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <optional>

namespace quillway::store {

/// A file of the site as it stands from now on: its bytes, or gone.
struct FileEdit {
    SitePath file;
    std::optional<QByteArray> bytes;
    qint64 assetSize = -1; ///< of an asset whose bytes nobody needs: they are empty then, and this is how many there are
};

/// The site as loading would give it had the files been edited so on disk; the other files are shared with `site`, not read again. While a post's,
/// page's, topic's or path's head cannot be read, its last good version stays in its list beside the diagnostic, so that it does not jump about while it is
/// being typed. Pure; any thread. Costs in proportion to the number of posts only where lists are put in order.
[[nodiscard]] model::SitePtr withEdits(const model::Site &site, const QList<FileEdit> &edits);

} // namespace quillway::store
