// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_folder.h"

#include "core/base/content_hash.h"
#include "core/store/save_file.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

constexpr quint32 privateMode = 0600;
constexpr qint64 largestLog = qint64(16) << 20; ///< two hundred thousand versions
constexpr qsizetype sizePrefix = 4; ///< bytes in front of the zlib stream
constexpr qint64 mostInflated = 1032; ///< times its size, at most, that a zlib stream can grow to (RFC 1951: 258 bytes from 2 bits)

std::unexpected<Error> failure(ErrorCode code, const QString &path, const QString &detail = {})
{
    return std::unexpected(Error { code, path, {}, detail });
}

/// Somebody else's bytes: their own word of how long they are is not taken where it cannot be true.
std::optional<QByteArray> inflated(const QByteArray &stored)
{
    if (stored.size() < sizePrefix)
        return std::nullopt;
    const qint64 claimed = qFromBigEndian<quint32>(stored.constData());
    if (claimed > (stored.size() - sizePrefix) * mostInflated)
        return std::nullopt;
    return qUncompress(stored);
}

} // namespace

QString HistoryFolder::log() const
{
    return path + u"/versions"_s;
}

QString HistoryFolder::object(const QByteArray &hash) const
{
    return path + u'/' + QString::fromLatin1(hash.toHex()) + u".z"_s;
}

QString historyRoot(const QString &siteFolder)
{
    return siteFolder + u"/.quillway/history"_s;
}

HistoryFolder historyFolder(const QString &siteFolder, const SitePath &file)
{
    return { historyRoot(siteFolder) + u'/' + QString::fromLatin1(contentHash(file.toString().toUtf8()).toHex()) };
}

bool isHistoryFolderName(const QString &name, const std::optional<SitePath> &file)
{
    if (file)
        return historyFolder({}, *file).path.endsWith(u'/' + name);
    return !hashOfObject(name + u".z"_s).isEmpty();
}

QByteArray hashOfObject(const QString &fileName)
{
    if (!fileName.endsWith(".z"_L1))
        return {};
    const QByteArray digits = fileName.chopped(2).toLatin1();
    const QByteArray hash = QByteArray::fromHex(digits);
    return hash.size() == contentHash({}).size() && hash.toHex() == digits ? hash : QByteArray();
}

Result<QByteArray> readLog(const FileSystem &files, const HistoryFolder &folder)
{
    const auto status = files.status(folder.log());
    if (!status)
        return status.error().code == ErrorCode::NotFound ? Result<QByteArray>(QByteArray()) : std::unexpected(status.error());
    // A site from somewhere else may have a link here, and we append.
    if (status->kind != FileKind::File)
        return failure(ErrorCode::NotAFile, folder.log());
    if (status->size > largestLog)
        return failure(ErrorCode::TooDeep, folder.log());
    return files.read(folder.log());
}

Result<void> appendToLog(FileSystem &files, const HistoryFolder &folder, const HistoryLog &log, const QByteArray &records)
{
    const QByteArray bytes = (log.endsTorn ? "\n" : "") + records;
    const auto handle = files.append(folder.log(), privateMode);
    if (!handle)
        return std::unexpected(handle.error());
    // In one piece: of two programs that append at once, neither tears the other's line.
    Result<void> result;
    if (const auto written = files.write(*handle, bytes); !written)
        result = std::unexpected(written.error());
    else if (*written != bytes.size())
        result = failure(ErrorCode::ShortWrite, folder.log());
    if (result)
        result = files.sync(*handle);
    const auto closed = files.close(*handle);
    if (result)
        result = closed;
    if (result)
        result = files.syncFolder(folder.path);
    return result.transform_error([&](Error error) {
        error.file = folder.log();
        return error;
    });
}

Result<QByteArray> readObject(const FileSystem &files, const HistoryFolder &folder, const QByteArray &hash)
{
    const auto stored = files.read(folder.object(hash));
    if (!stored)
        return stored;
    auto bytes = inflated(*stored);
    if (!bytes || contentHash(*bytes) != hash)
        return failure(ErrorCode::BadValue, folder.object(hash), u"the stored version is damaged"_s);
    return *std::move(bytes);
}

Result<void> ensureObject(FileSystem &files, const HistoryFolder &folder, const QByteArray &hash, const QByteArray &bytes)
{
    const QString path = folder.object(hash);
    if (const auto status = files.status(path); status && status->kind != FileKind::File) {
        if (const auto removed = files.remove(path); !removed)
            return removed;
    } else if (status && readObject(files, folder, hash)) {
        return {};
    }
    return saveFile(files, path, qCompress(bytes), { .newFileMode = privateMode });
}

} // namespace quillway::store
