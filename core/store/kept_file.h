// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <optional>

// Files in `.quillway/` that hold what can be made again: a heading that says whose they are, a content, and a sum over both (checkSum()), so that one that is
// damaged, cut, or of another build of the program is as good as none.
namespace quillway::store {

/// The content of such a file, a view into `bytes`; nothing if it is not of `heading` or not whole.
[[nodiscard]] std::optional<QByteArrayView> keptContent(QByteArrayView bytes, QByteArrayView heading);

/// Replaces the file at `path` (absolute; its folder is there) in one step by heading and content. NotAFile if something else than a file stands there: a link that came with somebody's site
/// could lead to any file of the user's. Other errors: those of saveFile().
[[nodiscard]] Result<void> saveKept(FileSystem &files, const QString &path, QByteArray headingAndContent);

} // namespace quillway::store
