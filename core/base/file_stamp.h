// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

namespace quillway {

class ByteReader;
class ByteWriter;

/// How a file looked from outside when its content was known: as long as it looks the same, it holds the same - if the stamp isSettled().
struct FileStamp {
    qint64 size = -1; ///< bytes; -1: of no file
    qint64 modified = 0; ///< nanoseconds since the epoch
    qint64 changed = 0; ///< as FileStatus::changed
    quint64 inode = 0;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

[[nodiscard]] FileStamp stampOf(const FileStatus &status);

/// The time by which isSettled() goes, in nanoseconds since the epoch: to be taken before the statuses are asked for.
[[nodiscard]] qint64 stampTime();

/// True if a stamp taken at `time` or later would be another one, had the file been written since its content was known: a file system's clock goes in
/// steps (some milliseconds; on some, one or two seconds), and within one of them two contents may look the same.
[[nodiscard]] bool isSettled(const FileStamp &stamp, qint64 time);

void write(ByteWriter &writer, const FileStamp &stamp);
[[nodiscard]] FileStamp readStamp(ByteReader &reader);

} // namespace quillway
