// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QDate>

namespace quillway::store {

/// Nothing if a new site may be made in `folder`: it is not there, or holds nothing but hidden entries (a fresh git checkout). Else AlreadyExists, with one of
/// the names in `detail`, or why it cannot be looked into.
[[nodiscard]] Result<void> requireEmpty(const FileSystem &files, const QString &folder);

/// Makes a site in `folder` (absolute; made if it is not there) with settings, a first post, a page, a topic and a reading path to learn from. Nothing
/// that is there is touched: requireEmpty() says where it cannot be.
[[nodiscard]] Result<void> makeSite(FileSystem &files, const QString &folder, const QString &title, const QDate &today);

} // namespace quillway::store
