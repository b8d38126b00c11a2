// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/store/update_site.h"

namespace quillway::store {

/// A file of the site, or all the files in a folder of it (a bundle), as edits that put them into a snapshot. What cannot be read is left out.
[[nodiscard]] QList<FileEdit> readUnit(const FileSystem &files, const QString &siteFolder, const SitePath &unit);

} // namespace quillway::store
