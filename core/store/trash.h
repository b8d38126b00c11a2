// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/file_system.h"
#include "core/base/site_path.h"

#include <QDateTime>

namespace quillway::store {

/// Something that was moved out of the site and can come back: a file or a folder, and where it lies now.
struct Trashed {
    SitePath place; ///< where it was in the site
    QString stored; ///< absolute, under `.quillway/trash/`
};

/// Moves `place` of the site into `.quillway/trash/`, under a folder named after `now` so that nothing there is overwritten.
[[nodiscard]] Result<Trashed> moveToTrash(FileSystem &files, const QString &siteFolder, const SitePath &place, const QDateTime &now);

/// Puts it back. AlreadyExists if something else stands there now: both stay.
[[nodiscard]] Result<void> restoreFromTrash(FileSystem &files, const QString &siteFolder, const Trashed &trashed);

} // namespace quillway::store
