// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/file_system.h"

namespace quillway::store {

/// `.quillway/NAME` of the site (`.quillway` itself without a name), made if it is not there, with the `.gitignore` that keeps the program's own files out of the author's repository. Absolute.
[[nodiscard]] Result<QString> privateFolder(FileSystem &files, const QString &siteFolder, const QString &name);

/// A folder that only its owner can look into (mode 0700), made if it is not there; what is there stays as it is. The folder above it must be there.
[[nodiscard]] Result<void> ensureOwnersFolder(FileSystem &files, const QString &folder);

} // namespace quillway::store
