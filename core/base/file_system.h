// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace quillway {

enum class FileKind { File, Folder, SymbolicLink, Other };

struct FileStatus {
    FileKind kind = FileKind::Other; ///< of the entry itself, links not followed, unless said otherwise
    qint64 size = 0; ///< bytes
    std::chrono::nanoseconds modified {}; ///< since the epoch
    quint32 mode = 0; ///< permission bits
    quint64 device = 0;
    quint64 inode = 0;
    quint32 links = 1; ///< hard links
    quint32 owner = 0; ///< user id
    quint32 group = 0; ///< group id
    std::chrono::nanoseconds changed {}; ///< of the entry in any way (ctime), since the epoch; no program can set it back
};

struct FolderEntry {
    QString name;
    FileKind kind = FileKind::Other;
    bool nameIsUtf8 = true; ///< false: `name` is for showing only (`\xNN` for bytes that are not UTF-8), the entry cannot be opened by it
};

/// The disk as core sees it: each member is one system call's worth of work, so that a test can let any one of
/// them fail, fall short or stop. Paths are absolute. Every member may be called from any thread at once.
/// Errors carry the path in `file` (those of calls on a Handle leave it empty: the caller knows it) and the system's reason in `detail`.
/// NotReadable or NotWritable stand where no narrower code fits.
class FileSystem
{
public:
    using Handle = int;

    virtual ~FileSystem() = default;

    // Reading
    /// The whole of an ordinary file, links followed. Others are NotAFile (never waits for a pipe), more than 1 GiB is TooDeep.
    [[nodiscard]] virtual Result<QByteArray> read(const QString &path) const = 0;
    /// Up to `size` bytes of an ordinary file (links followed) from byte `offset` on: fewer at its end, none behind it. For files too large to be held whole.
    [[nodiscard]] virtual Result<QByteArray> readPart(const QString &path, qint64 offset, qsizetype size) const = 0;
    /// Entries without `.` and `..`, in no order; links are not followed.
    [[nodiscard]] virtual Result<QList<FolderEntry>> list(const QString &folder) const = 0;
    [[nodiscard]] virtual Result<FileStatus> status(const QString &path) const = 0; ///< of a link itself
    [[nodiscard]] virtual Result<FileStatus> targetStatus(const QString &path) const = 0; ///< links followed
    [[nodiscard]] virtual Result<QString> linkTarget(const QString &path) const = 0; ///< canonical, absolute

    // Writing
    /// A new file for writing that must not exist yet, with these permission bits less the umask's.
    [[nodiscard]] virtual Result<Handle> create(const QString &path, quint32 mode) = 0;
    /// An existing file cut to nothing, or a new one: only where replacing by rename would break a hard link. What is refused was not cut.
    [[nodiscard]] virtual Result<Handle> truncate(const QString &path) = 0;
    /// A file to append to, made with these permission bits if it is not there.
    [[nodiscard]] virtual Result<Handle> append(const QString &path, quint32 mode) = 0;
    /// The number of bytes taken, which may be fewer than given.
    [[nodiscard]] virtual Result<qsizetype> write(Handle handle, QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Result<void> setMode(Handle handle, quint32 mode) = 0;
    [[nodiscard]] virtual Result<void> sync(Handle handle) = 0;
    /// Like sync() for the bytes and how many there are, without times and the like: what an appended record needs.
    [[nodiscard]] virtual Result<void> syncData(Handle handle) = 0;
    [[nodiscard]] virtual Result<void> close(Handle handle) = 0;
    /// A new file at `to` with the bytes of the ordinary file `from` (links followed) and its permission bits less the umask's: sharing the disk's blocks where the file system
    /// can (a reflink), else copied. AlreadyExists if there is anything at `to`; what a copy that fails has made is gone again.
    [[nodiscard]] virtual Result<void> copyFile(const QString &from, const QString &to) = 0;
    [[nodiscard]] virtual Result<void> rename(const QString &from, const QString &to) = 0;
    /// Like rename(), but AlreadyExists if there is something at `to`, in one step with the check.
    [[nodiscard]] virtual Result<void> renameIfAbsent(const QString &from, const QString &to) = 0;
    [[nodiscard]] virtual Result<void> syncFolder(const QString &folder) = 0;
    [[nodiscard]] virtual Result<void> makeFolder(const QString &folder) = 0; ///< parents too; there already: fine
    /// One new folder with these permission bits less the umask's. AlreadyExists if anything is there.
    [[nodiscard]] virtual Result<void> createFolder(const QString &folder, quint32 mode) = 0;
    [[nodiscard]] virtual Result<void> remove(const QString &path) = 0; ///< a file or a link
    [[nodiscard]] virtual Result<void> removeFolder(const QString &folder) = 0; ///< must be empty

    // Telling other programs
    /// A file (made if it is not there; no link) that only one handle in all programs can have: InUse while another does. Ends with close() or with
    /// the program, however that ends. Where the file system knows no locks, everyone gets it.
    [[nodiscard]] virtual Result<Handle> lock(const QString &path, quint32 mode) = 0;
};

} // namespace quillway
