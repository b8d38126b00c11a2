// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_stamp.h"

#include "core/base/byte_stream.h"

#include <algorithm>

namespace quillway {

namespace {

constexpr qint64 second = 1'000'000'000;
constexpr qint64 fineStep = second / 20; ///< ten times what a kernel that counts in hundredths needs
constexpr qint64 coarseStep = 2 * second + second / 10; ///< FAT's

} // namespace

FileStamp stampOf(const FileStatus &status)
{
    return { .size = status.size, .modified = status.modified.count(), .changed = status.changed.count(), .inode = status.inode };
}

qint64 stampTime()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

bool isSettled(const FileStamp &stamp, qint64 time)
{
    const bool isCoarse = stamp.modified % second == 0 || stamp.changed % second == 0;
    return stamp.size >= 0 && std::max(stamp.modified, stamp.changed) < time - (isCoarse ? coarseStep : fineStep);
}

void write(ByteWriter &writer, const FileStamp &stamp)
{
    writer.number(stamp.size);
    writer.number(stamp.modified);
    writer.number(stamp.changed);
    writer.number(stamp.inode);
}

FileStamp readStamp(ByteReader &reader)
{
    FileStamp stamp;
    stamp.size = reader.number<qint64>();
    stamp.modified = reader.number<qint64>();
    stamp.changed = reader.number<qint64>();
    stamp.inode = reader.number<quint64>();
    return stamp;
}

} // namespace quillway
