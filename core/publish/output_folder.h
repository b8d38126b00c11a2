// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

namespace quillway::publish {

/// Where an export may go: `wanted` (absolute), or `public` in the site's folder if that is empty. BadUsage for a folder in which it could overwrite what the
/// author wrote: the site's own, one that holds it, one of the site's content folders; symbolic links are seen through. NotAFolder if a file is there. OutsideSite for a privateOutput()
/// that a link leads elsewhere.
[[nodiscard]] Result<QString> outputFolder(const FileSystem &files, const QString &siteFolder, const QString &wanted);

/// Where the program exports for itself: `.quillway/output/NAME` of the site, absolute. To serve or to upload from there, whatever the author does in `public`.
[[nodiscard]] QString privateOutput(const QString &siteFolder, const QString &name);

} // namespace quillway::publish
