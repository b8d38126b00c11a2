// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/site_path.h"

namespace quillway::store {

/// Succeeds if `path` (absolute) is really inside of the site, wherever symbolic links lead. OutsideSite if not; NotFound if it is not there; errors of the disk.
[[nodiscard]] Result<void> requireInside(const FileSystem &files, const QString &siteFolder, const QString &path);

/// Succeeds if the folder of the site, or what there is of the way to it, is really inside of the site. Makes nothing.
[[nodiscard]] Result<void> requireRoomInside(const FileSystem &files, const QString &siteFolder, const QString &folder);

/// The folder of the site (empty: the site's own), made if need be; what was made is on disk. Error beside those of the disk: OutsideSite where a link leads
/// out of the site; nothing is made there.
[[nodiscard]] Result<void> makeFolderInSite(FileSystem &files, const QString &siteFolder, const QString &folder);

/// Takes the folder away if it is empty, and then the ones above it, but for those at the site's top, which say what a site is.
void removeEmptyFolders(FileSystem &files, const QString &siteFolder, const QString &folder);

} // namespace quillway::store
