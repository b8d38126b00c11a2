// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

namespace quillway::publish {

/// Where an export may go: `wanted` (absolute), or `public` in the site's folder if that is empty. BadUsage for a folder in which it could overwrite what the
/// author wrote: the site's own, one that holds it, one of the site's content folders; symbolic links are seen through. NotAFolder if a file is there.
[[nodiscard]] Result<QString> outputFolder(const FileSystem &files, const QString &siteFolder, const QString &wanted);

} // namespace quillway::publish
