// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/save_file.h"

#include "core/base/content_hash.h"
#include "core/base/path_parts.h"
#include "core/store/write_all.h"

#include <QRandomGenerator>

#include <tuple>

namespace quillway::store {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView unfinishedPrefix = u".quillway-save-";
constexpr QStringView backupPrefix = u".quillway-backup-";
constexpr quint32 privateMode = 0600;
constexpr quint32 writeBits = 0222;

/// One call of saveFile() under way.
class Save
{
public:
    Save(FileSystem &files, const QString &path, QByteArrayView bytes, const SaveOptions &options)
        : m_files(files)
        , m_path(path)
        , m_target(path)
        , m_bytes(bytes)
        , m_options(options)
    { }

    Result<void> run();

private:
    enum class State { Write, AlreadyThere };

    [[nodiscard]] bool isSynced() const { return m_options.durability == Durability::Synced; }
    Result<void> findTarget();
    Result<State> compare();
    Result<void> confirm();
    Result<void> replace();
    Result<void> moveIntoPlace(const QString &written);
    Result<void> overwrite();
    Result<void> rewrite(QByteArrayView bytes);
    Result<void> syncFolder();

    struct Beside {
        QString path;
        FileSystem::Handle handle;
    };
    Result<Beside> createBeside(QStringView prefix, quint32 mode);
    Result<void> takeOverMode(const Beside &beside, bool &keepsOwner);
    Result<void> finish(FileSystem::Handle handle, QByteArrayView bytes);
    void discard(const QString &path) { std::ignore = m_files.remove(path); }

    FileSystem &m_files;
    const QString &m_path;
    QString m_target; ///< m_path with links followed
    std::optional<FileStatus> m_existing; ///< of m_target
    QByteArrayView m_bytes;
    const SaveOptions &m_options;
};

Result<void> Save::run()
{
    if (const auto found = findTarget(); !found)
        return found;
    const auto state = compare();
    if (!state)
        return std::unexpected(state.error());
    if (*state == State::AlreadyThere)
        return confirm();
    return m_existing && m_existing->links > 1 ? overwrite() : replace();
}

Result<void> Save::findTarget()
{
    auto status = m_files.status(m_path);
    if (status && status->kind == FileKind::SymbolicLink) {
        const auto target = m_files.linkTarget(m_path);
        if (!target)
            return std::unexpected(target.error());
        m_target = *target;
        status = m_files.status(m_target);
    } else if (!status && status.error().code == ErrorCode::NotFound) {
        return {};
    }
    if (!status)
        return std::unexpected(status.error());
    if (status->kind != FileKind::File)
        return std::unexpected(Error { ErrorCode::NotAFile, {}, {}, {} });
    if (!(status->mode & writeBits))
        return std::unexpected(Error { ErrorCode::NotWritable, {}, {}, u"the file is marked as read-only"_s });
    m_existing = *status;
    return {};
}

/// Holds what is on disk against what the caller expects there.
Result<Save::State> Save::compare()
{
    if (!m_options.expected)
        return State::Write;
    const auto current = m_files.read(m_target);
    if (!current && current.error().code == ErrorCode::NotFound) {
        if (m_options.expected->isAbsent())
            return State::Write;
        return std::unexpected(Error { ErrorCode::ChangedOnDisk, {}, {}, u"the file is not there any more"_s });
    }
    if (!current)
        return std::unexpected(current.error());
    if (m_bytes == *current)
        return State::AlreadyThere;
    if (m_options.expected->isAbsent())
        return std::unexpected(Error { ErrorCode::AlreadyExists, {}, {}, {} });
    if (!m_options.expected->matches(*current))
        return std::unexpected(Error { ErrorCode::ChangedOnDisk, {}, {}, {} });
    return State::Write;
}

/// Whoever wrote the same text before us may not have synced it.
Result<void> Save::confirm()
{
    if (!isSynced())
        return {};
    const auto handle = m_files.append(m_target, privateMode);
    if (!handle)
        return std::unexpected(handle.error());
    if (const auto finished = finish(*handle, {}); !finished)
        return finished;
    return syncFolder();
}

Result<void> Save::replace()
{
    const auto beside = createBeside(unfinishedPrefix, m_existing ? privateMode : m_options.newFileMode);
    if (!beside)
        return std::unexpected(beside.error());
    bool keepsOwner = true;
    auto result = takeOverMode(*beside, keepsOwner);
    if (!result || !keepsOwner) {
        std::ignore = m_files.close(beside->handle);
        discard(beside->path);
        return result ? overwrite() : result;
    }
    result = finish(beside->handle, m_bytes);
    if (result)
        result = moveIntoPlace(beside->path);
    if (!result)
        discard(beside->path);
    return result ? syncFolder() : result;
}

Result<void> Save::moveIntoPlace(const QString &written)
{
    if (m_options.expected && m_options.expected->isAbsent())
        return m_files.renameIfAbsent(written, m_target);
    if (const auto state = compare(); !state)
        return std::unexpected(state.error());
    return m_files.rename(written, m_target);
}

/// For a file that must stay the same one: its old text is kept beside it until the new one stands.
Result<void> Save::overwrite()
{
    const auto old = m_files.read(m_target);
    if (!old)
        return std::unexpected(old.error());
    const auto backup = createBeside(backupPrefix, privateMode);
    if (!backup)
        return std::unexpected(backup.error());
    auto result = finish(backup->handle, *old);
    if (result)
        result = syncFolder();
    if (!result) {
        discard(backup->path);
        return result;
    }

    result = rewrite(m_bytes);
    if (!result) {
        const auto current = m_files.read(m_target);
        const bool isWhole = (current && *current == *old) || rewrite(*old);
        if (!isWhole) {
            Error error = result.error();
            error.detail += (error.detail.isEmpty() ? u""_s : u"; "_s) + u"the text from before is in "_s + backup->path;
            return std::unexpected(error);
        }
    }
    discard(backup->path);
    return result;
}

Result<void> Save::rewrite(QByteArrayView bytes)
{
    const auto handle = m_files.truncate(m_target);
    if (!handle)
        return std::unexpected(handle.error());
    return finish(*handle, bytes);
}

Result<void> Save::syncFolder()
{
    return isSynced() ? m_files.syncFolder(folderOf(m_target)) : Result<void>();
}

/// A new file in the target's folder: a rename cannot leave its file system.
Result<Save::Beside> Save::createBeside(QStringView prefix, quint32 mode)
{
    constexpr int attempts = 8; // a random name is taken only when somebody means us harm
    Result<FileSystem::Handle> handle;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const QString name = prefix.toString() + u"%1"_s.arg(QRandomGenerator::global()->generate64(), 16, 16, QChar(u'0'));
        const QString path = folderOf(m_target) + u'/' + name;
        handle = m_files.create(path, mode);
        if (handle)
            return Beside { path, *handle };
        if (handle.error().code != ErrorCode::AlreadyExists)
            break;
    }
    return std::unexpected(handle.error());
}

/// Gives the new file the old one's permission bits; says whether it also has its owner and group.
Result<void> Save::takeOverMode(const Beside &beside, bool &keepsOwner)
{
    if (!m_existing)
        return {};
    const auto status = m_files.status(beside.path);
    if (!status)
        return std::unexpected(status.error());
    keepsOwner = status->owner == m_existing->owner && status->group == m_existing->group;
    // Some file systems have one mode for all files and refuse to set any.
    return status->mode == m_existing->mode ? Result<void>() : m_files.setMode(beside.handle, m_existing->mode);
}

/// Writes, syncs and closes; closes in any case.
Result<void> Save::finish(FileSystem::Handle handle, QByteArrayView bytes)
{
    auto result = writeAll(m_files, handle, bytes);
    if (result && isSynced())
        result = m_files.sync(handle);
    const auto closed = m_files.close(handle);
    return result ? closed : result;
}

} // namespace

Expected Expected::content(QByteArrayView bytes)
{
    return Expected(quillway::contentHash(bytes));
}

bool Expected::matches(QByteArrayView bytes) const
{
    return m_hash == quillway::contentHash(bytes);
}

Result<void> saveFile(FileSystem &files, const QString &path, QByteArrayView bytes, const SaveOptions &options)
{
    return Save(files, path, bytes, options).run().transform_error([&](Error error) {
        error.file = path;
        return error;
    });
}

Result<void> createFile(FileSystem &files, const QString &path, QByteArrayView bytes)
{
    const auto handle = files.create(path, SaveOptions().newFileMode);
    if (!handle)
        return std::unexpected(handle.error());
    const auto written = writeAll(files, *handle, bytes);
    const auto closed = files.close(*handle);
    if (written && closed)
        return {};
    std::ignore = files.remove(path);
    Error error = written ? closed.error() : written.error();
    error.file = path;
    return std::unexpected(error);
}

Leftover leftoverKind(QStringView fileName)
{
    if (fileName.startsWith(unfinishedPrefix))
        return Leftover::Unfinished;
    return fileName.startsWith(backupPrefix) ? Leftover::Backup : Leftover::None;
}

} // namespace quillway::store
