// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/file_system.h"
#include "core/store/content_kind.h"

#include <stop_token>

namespace quillway::store {

struct SiteFile {
    SitePath file;
    ContentKind kind = ContentKind::Ignored;
};

/// The files that make up a site, by path, and what stood in the way of some.
struct SiteListing {
    QList<SiteFile> files; ///< posts, pages, topics, paths, assets, settings, tags; nothing ignored, nothing of the theme
    Diagnostics diagnostics; ///< by place
};

/// Looks through the folders that site-format.md names, however deep, without reading a file. Links within the site are followed. Reported, and left out:
/// a name that is not UTF-8 (NotUtf8) or has a backslash (BadValue); a link that leads out of the site (OutsideSite), nowhere (NotFound), or back into a
/// folder it stands in (BadValue), or that multiplies the site's folders beyond reason (TooDeep); a pipe or device (NotAFile); a folder that the
/// system does not open (NotReadable); Markdown in a folder under topics/ or paths/ (TooDeep). Also reported: the backup that
/// an interrupted save left (ShortWrite). A missing quillway.toml is a warning (NotFound).
///
/// Errors: NotFound if there is no such folder, or it is no site: neither quillway.toml nor posts/ is in it; NotAFolder; NotReadable; Cancelled.
[[nodiscard]] Result<SiteListing> listSite(const FileSystem &files, const QString &folder, const std::stop_token &stop = {});

} // namespace quillway::store
