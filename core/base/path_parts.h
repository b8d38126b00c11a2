// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QString>
#include <QStringList>

// Paths with `/` between their parts, absolute or inside a folder.
namespace quillway {

/// What is before the last part: `a/b` of `a/b/c`, `/` of `/a`, nothing of `a`.
[[nodiscard]] QString folderOf(const QString &path);

/// The last part.
[[nodiscard]] QString fileNameOf(const QString &path);

/// The folders that a relative path goes through, nearest first: `a/b` and `a` of `a/b/c`.
[[nodiscard]] QStringList foldersAbove(const QString &path);

/// True for what stands in `folder`, however far down, by the names alone; not for the folder itself.
[[nodiscard]] bool isBelow(const QString &path, const QString &folder);

/// An absolute path without symbolic links; the part of it that is not there yet stays as it is. Reads the disk.
[[nodiscard]] QString canonicalPath(const FileSystem &files, const QString &path);

} // namespace quillway
