// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <tuple>

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quillway {

using namespace Qt::StringLiterals;

namespace {

/// Beyond this a file is no text of a blog; the program must not fall over it.
constexpr qsizetype maxReadSize = qsizetype(1) << 30;

std::unexpected<Error> failure(ErrorCode code, const QString &path, QString detail = {})
{
    return std::unexpected(Error { code, path, {}, std::move(detail) });
}

/// The error for what errno says, `otherwise` where that alone says too little.
std::unexpected<Error> systemFailure(int number, ErrorCode otherwise, const QString &path = {})
{
    ErrorCode code = otherwise;
    switch (number) {
    case ENOENT: code = ErrorCode::NotFound; break;
    case EEXIST: code = ErrorCode::AlreadyExists; break;
    case EISDIR: code = ErrorCode::NotAFile; break;
    case ENOTDIR: code = ErrorCode::NotAFolder; break;
    case ENOSPC:
    case EDQUOT: code = ErrorCode::DiskFull; break;
    default: break;
    }
    return failure(code, path, QString::fromStdString(std::system_category().message(number)));
}

/// The name as the system takes it; nothing if the system would take it for another one.
std::optional<QByteArray> systemName(const QString &path)
{
    if (path.isEmpty() || path.contains(u'\0') || !path.isValidUtf16())
        return std::nullopt;
    return path.toUtf8();
}

std::unexpected<Error> badName(const QString &path)
{
    return failure(ErrorCode::NotFound, path, u"no possible file name"_s);
}

template<typename Call>
auto retried(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// Closes on leaving.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    { }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

FileKind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return FileKind::File;
    if (S_ISDIR(mode))
        return FileKind::Folder;
    return S_ISLNK(mode) ? FileKind::SymbolicLink : FileKind::Other;
}

FileStatus toStatus(const struct stat &entry)
{
    return {
        .kind = kindOf(entry.st_mode),
        .size = entry.st_size,
        .modified = std::chrono::seconds(entry.st_mtim.tv_sec) + std::chrono::nanoseconds(entry.st_mtim.tv_nsec),
        .mode = quint32(entry.st_mode & 07777),
        .device = entry.st_dev,
        .inode = entry.st_ino,
        .links = quint32(entry.st_nlink),
        .owner = entry.st_uid,
        .group = entry.st_gid,
        .changed = std::chrono::seconds(entry.st_ctim.tv_sec) + std::chrono::nanoseconds(entry.st_ctim.tv_nsec),
    };
}

FileKind kindOf(const dirent &entry, int folder)
{
    switch (entry.d_type) {
    case DT_REG: return FileKind::File;
    case DT_DIR: return FileKind::Folder;
    case DT_LNK: return FileKind::SymbolicLink;
    case DT_UNKNOWN: { // some file systems do not say
        struct stat status = {};
        return ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? kindOf(status.st_mode) : FileKind::Other;
    }
    default: return FileKind::Other;
    }
}

FolderEntry toEntry(QByteArrayView name, FileKind kind)
{
    if (!firstInvalidUtf8(name))
        return { QString::fromUtf8(name), kind };
    QString shown;
    for (qsizetype at = 0; at < name.size();) {
        const qsizetype length = utf8SequenceLength(name, at);
        if (length > 0)
            shown += QString::fromUtf8(name.sliced(at, length));
        else
            shown += u"\\x%1"_s.arg(uint(uchar(name[at])), 2, 16, QChar(u'0'));
        at += std::max<qsizetype>(1, length);
    }
    return { shown, kind, false };
}

/// Everything up to the end of the file, which may grow or shrink while it is read.
Result<QByteArray> readAll(int descriptor, qsizetype expected, const QString &path)
{
    QByteArray bytes;
    qsizetype filled = 0;
    while (true) {
        if (filled == bytes.size()) {
            if (filled > maxReadSize)
                return failure(ErrorCode::TooDeep, path);
            // One byte more than expected, so that the end is met without growing.
            bytes.resizeForOverwrite(filled == 0 ? expected + 1 : filled + std::max<qsizetype>(filled / 2, 65536));
        }
        const auto count = retried([&] { return ::read(descriptor, bytes.data() + filled, size_t(bytes.size() - filled)); });
        if (count < 0)
            return systemFailure(errno, ErrorCode::NotReadable, path);
        if (count == 0)
            break;
        filled += count;
    }
    bytes.truncate(filled);
    return bytes;
}

/// Opens without waiting for the other end of a pipe, and refuses what is no ordinary file.
Result<int> openFile(const QString &path, int flags, mode_t mode, ErrorCode otherwise, struct stat &status)
{
    const auto name = systemName(path);
    if (!name)
        return badName(path);
    Descriptor file(retried([&] { return ::open(name->constData(), flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode); }));
    if (file.number() < 0) // ENXIO: a pipe that nobody reads, a socket
        return errno == ENXIO ? failure(ErrorCode::NotAFile, path) : systemFailure(errno, otherwise, path);
    if (::fstat(file.number(), &status) != 0)
        return systemFailure(errno, otherwise, path);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::NotAFile, path);
    return file.release();
}

/// Everything of `from` into the empty `to`: by sharing blocks, within the kernel, or through memory, the first that the file systems can do. 0, or errno.
int copyBytes(int from, int to)
{
    if (::ioctl(to, FICLONE, from) == 0)
        return 0;
    constexpr size_t piece = size_t(1) << 20;
    bool inKernel = true;
    QByteArray buffer;
    while (true) {
        ssize_t count = -1;
        if (inKernel) {
            count = retried([&] { return ::copy_file_range(from, nullptr, to, nullptr, piece, 0); });
            // Such an error comes with the first piece, before anything is moved on.
            inKernel = count >= 0 || (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP && errno != EPERM);
        }
        if (!inKernel) {
            buffer.resizeForOverwrite(qsizetype(piece));
            count = retried([&] { return ::read(from, buffer.data(), piece); });
            for (ssize_t written = 0; written < count;) {
                const auto taken = retried([&] { return ::write(to, buffer.constData() + written, size_t(count - written)); });
                if (taken <= 0)
                    return taken < 0 ? errno : EIO;
                written += taken;
            }
        }
        if (count < 0)
            return errno;
        if (count == 0)
            return 0;
    }
}

using StatCall = int (*)(const char *, struct stat *);

Result<FileStatus> statusBy(StatCall call, const QString &path)
{
    const auto name = systemName(path);
    if (!name)
        return badName(path);
    struct stat status = {};
    if (call(name->constData(), &status) != 0)
        return systemFailure(errno, ErrorCode::NotReadable, path);
    return toStatus(status);
}

/// Calls that take one path and only succeed or fail.
template<typename Call>
Result<void> changeBy(Call call, const QString &path)
{
    const auto name = systemName(path);
    if (!name)
        return badName(path);
    if (call(name->constData()) != 0)
        return systemFailure(errno, ErrorCode::NotWritable, path);
    return {};
}

} // namespace

Result<QByteArray> NativeFileSystem::read(const QString &path) const
{
    struct stat status = {};
    const auto opened = openFile(path, O_RDONLY, 0, ErrorCode::NotReadable, status);
    if (!opened)
        return std::unexpected(opened.error());
    const Descriptor file(*opened);
    if (status.st_size > maxReadSize)
        return failure(ErrorCode::TooDeep, path);
    return readAll(file.number(), qsizetype(status.st_size), path);
}

Result<QByteArray> NativeFileSystem::readPart(const QString &path, qint64 offset, qsizetype size) const
{
    struct stat status = {};
    const auto opened = openFile(path, O_RDONLY, 0, ErrorCode::NotReadable, status);
    if (!opened)
        return std::unexpected(opened.error());
    const Descriptor file(*opened);
    QByteArray bytes(std::max<qsizetype>(0, size), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const auto count = retried(
            [&] { return ::pread(file.number(), bytes.data() + filled, size_t(bytes.size() - filled), off_t(offset + filled)); });
        if (count < 0)
            return systemFailure(errno, ErrorCode::NotReadable, path);
        if (count == 0)
            break;
        filled += count;
    }
    bytes.truncate(filled);
    return bytes;
}

Result<QList<FolderEntry>> NativeFileSystem::list(const QString &folder) const
{
    const auto name = systemName(folder);
    if (!name)
        return badName(folder);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(::opendir(name->constData()), &::closedir);
    if (!stream)
        return systemFailure(errno, ErrorCode::NotReadable, folder);
    QList<FolderEntry> entries;
    while (true) {
        errno = 0;
        const dirent *entry = ::readdir(stream.get());
        if (!entry)
            break;
        const QByteArrayView entryName(entry->d_name);
        if (entryName != "." && entryName != "..")
            entries.append(toEntry(entryName, kindOf(*entry, ::dirfd(stream.get()))));
    }
    if (errno != 0)
        return systemFailure(errno, ErrorCode::NotReadable, folder);
    return entries;
}

Result<FileStatus> NativeFileSystem::status(const QString &path) const
{
    return statusBy([](const char *name, struct stat *status) { return ::lstat(name, status); }, path);
}

Result<FileStatus> NativeFileSystem::targetStatus(const QString &path) const
{
    return statusBy([](const char *name, struct stat *status) { return ::stat(name, status); }, path);
}

Result<QString> NativeFileSystem::linkTarget(const QString &path) const
{
    const auto name = systemName(path);
    if (!name)
        return badName(path);
    const std::unique_ptr<char, void (*)(void *)> target(::realpath(name->constData(), nullptr), &::free);
    if (!target)
        return systemFailure(errno, ErrorCode::NotReadable, path);
    const QByteArrayView bytes(target.get());
    if (firstInvalidUtf8(bytes))
        return failure(ErrorCode::NotUtf8, path);
    return QString::fromUtf8(bytes);
}

Result<FileSystem::Handle> NativeFileSystem::create(const QString &path, quint32 mode)
{
    struct stat status = {};
    return openFile(path, O_WRONLY | O_CREAT | O_EXCL, mode_t(mode), ErrorCode::NotWritable, status);
}

Result<FileSystem::Handle> NativeFileSystem::truncate(const QString &path)
{
    // Not O_TRUNC: what is refused must not have been cut already.
    struct stat status = {};
    const auto opened = openFile(path, O_WRONLY | O_CREAT, 0666, ErrorCode::NotWritable, status);
    if (!opened)
        return opened;
    Descriptor file(*opened);
    if (retried([&] { return ::ftruncate(file.number(), 0); }) != 0)
        return systemFailure(errno, ErrorCode::NotWritable, path);
    return file.release();
}

Result<FileSystem::Handle> NativeFileSystem::append(const QString &path, quint32 mode)
{
    struct stat status = {};
    return openFile(path, O_WRONLY | O_CREAT | O_APPEND, mode_t(mode), ErrorCode::NotWritable, status);
}

Result<qsizetype> NativeFileSystem::write(Handle handle, QByteArrayView bytes)
{
    const auto count = retried([&] { return ::write(handle, bytes.data(), size_t(bytes.size())); });
    if (count < 0)
        return systemFailure(errno, ErrorCode::NotWritable);
    return qsizetype(count);
}

Result<void> NativeFileSystem::setMode(Handle handle, quint32 mode)
{
    if (retried([&] { return ::fchmod(handle, mode_t(mode)); }) != 0)
        return systemFailure(errno, ErrorCode::NotWritable);
    return {};
}

Result<void> NativeFileSystem::sync(Handle handle)
{
    if (retried([&] { return ::fsync(handle); }) != 0)
        return systemFailure(errno, ErrorCode::SyncFailed);
    return {};
}

Result<void> NativeFileSystem::syncData(Handle handle)
{
    if (retried([&] { return ::fdatasync(handle); }) != 0)
        return systemFailure(errno, ErrorCode::SyncFailed);
    return {};
}

Result<void> NativeFileSystem::close(Handle handle)
{
    // Never again after EINTR: the descriptor is gone by then, and may be another thread's.
    if (::close(handle) != 0 && errno != EINTR)
        return systemFailure(errno, ErrorCode::NotWritable);
    return {};
}

Result<void> NativeFileSystem::copyFile(const QString &from, const QString &to)
{
    struct stat status = {};
    const auto source = openFile(from, O_RDONLY, 0, ErrorCode::NotReadable, status);
    if (!source)
        return std::unexpected(source.error());
    const Descriptor reading(*source);
    struct stat made = {};
    const auto target = openFile(to, O_WRONLY | O_CREAT | O_EXCL, mode_t(status.st_mode & 0777) | S_IWUSR, ErrorCode::NotWritable, made);
    if (!target)
        return std::unexpected(target.error());
    Descriptor writing(*target);
    int fault = copyBytes(reading.number(), writing.number());
    if (::close(writing.release()) != 0 && fault == 0 && errno != EINTR)
        fault = errno; // where a full disk or network is told of late
    if (fault == 0)
        return {};
    std::ignore = remove(to);
    return systemFailure(fault, ErrorCode::NotWritable, to);
}

Result<void> NativeFileSystem::rename(const QString &from, const QString &to)
{
    const auto target = systemName(to);
    if (!target)
        return badName(to);
    return changeBy([&](const char *name) { return ::rename(name, target->constData()); }, from);
}

Result<void> NativeFileSystem::renameIfAbsent(const QString &from, const QString &to)
{
    const auto source = systemName(from);
    const auto target = systemName(to);
    if (!source || !target)
        return badName(source ? to : from);
    if (::renameat2(AT_FDCWD, source->constData(), AT_FDCWD, target->constData(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return systemFailure(errno, ErrorCode::NotWritable, errno == EEXIST ? to : from);
    // A file system without that call. A folder replaces at most an empty one (rename(2)); for files, a second name and then the first one gone is as safe.
    struct stat status = {};
    if (::lstat(source->constData(), &status) == 0 && S_ISDIR(status.st_mode))
        return targetStatus(to) ? std::unexpected(Error { ErrorCode::AlreadyExists, to, {}, {} }) : rename(from, to);
    if (::link(source->constData(), target->constData()) != 0)
        return systemFailure(errno, ErrorCode::NotWritable, errno == EEXIST ? to : from);
    return remove(from);
}

Result<void> NativeFileSystem::syncFolder(const QString &folder)
{
    const auto name = systemName(folder);
    if (!name)
        return badName(folder);
    const Descriptor opened(retried([&] { return ::open(name->constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (opened.number() < 0)
        return systemFailure(errno, ErrorCode::SyncFailed, folder);
    // EINVAL, ENOTSUP: a file system that keeps no such order (some network and user-space ones) has nothing to sync.
    if (retried([&] { return ::fsync(opened.number()); }) != 0 && errno != EINVAL && errno != ENOTSUP)
        return systemFailure(errno, ErrorCode::SyncFailed, folder);
    return {};
}

Result<void> NativeFileSystem::makeFolder(const QString &folder)
{
    const auto name = systemName(folder);
    if (!name)
        return badName(folder);
    if (::mkdir(name->constData(), 0777) == 0)
        return {};
    if (errno == EEXIST) {
        const auto there = targetStatus(folder);
        return there && there->kind == FileKind::Folder ? Result<void>() : failure(ErrorCode::NotAFolder, folder);
    }
    const qsizetype slash = folder.lastIndexOf(u'/');
    if (errno != ENOENT || slash <= 0)
        return systemFailure(errno, ErrorCode::NotWritable, folder);
    if (const auto parent = makeFolder(folder.first(slash)); !parent)
        return parent;
    if (::mkdir(name->constData(), 0777) != 0 && errno != EEXIST)
        return systemFailure(errno, ErrorCode::NotWritable, folder);
    return {};
}

Result<void> NativeFileSystem::createFolder(const QString &folder, quint32 mode)
{
    return changeBy([&](const char *name) { return ::mkdir(name, mode_t(mode)); }, folder);
}

Result<void> NativeFileSystem::remove(const QString &path)
{
    return changeBy(&::unlink, path);
}

Result<void> NativeFileSystem::removeFolder(const QString &folder)
{
    return changeBy(&::rmdir, folder);
}

Result<FileSystem::Handle> NativeFileSystem::lock(const QString &path, quint32 mode)
{
    struct stat status = {};
    const auto opened = openFile(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode_t(mode), ErrorCode::NotWritable, status);
    if (!opened)
        return opened;
    Descriptor file(*opened);
    if (retried([&] { return ::flock(file.number(), LOCK_EX | LOCK_NB); }) != 0) {
        if (errno == EWOULDBLOCK)
            return failure(ErrorCode::InUse, path);
        if (errno != ENOLCK && errno != ENOTSUP && errno != ENOSYS && errno != EINVAL)
            return systemFailure(errno, ErrorCode::NotWritable, path);
    }
    return file.release();
}

} // namespace quillway
