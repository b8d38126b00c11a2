// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write_all.h"

namespace quillway::store {

Result<void> writeAll(FileSystem &files, FileSystem::Handle handle, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto count = files.write(handle, bytes);
        if (!count)
            return std::unexpected(count.error());
        if (*count <= 0 || *count > bytes.size())
            return std::unexpected(Error { ErrorCode::ShortWrite, {}, {}, {} });
        bytes = bytes.sliced(*count);
    }
    return {};
}

} // namespace quillway::store
