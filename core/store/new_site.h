// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QDate>

namespace quillway::store {

/// Makes a site in `folder` (absolute; made if it is not there) with settings, a first post, a page, a topic and a reading path to learn from. Nothing
/// that is there is touched: AlreadyExists if the folder is not empty, but for hidden entries (a fresh git checkout).
[[nodiscard]] Result<void> makeSite(FileSystem &files, const QString &folder, const QString &title, const QDate &today);

} // namespace quillway::store
