// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

namespace quillway::store {

/// Writes all of it, however small the pieces are that the system takes. ShortWrite if it takes none.
[[nodiscard]] Result<void> writeAll(FileSystem &files, FileSystem::Handle handle, QByteArrayView bytes);

} // namespace quillway::store
