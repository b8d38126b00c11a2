// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_file_system.h"

#include <algorithm>
#include <tuple>

namespace quillway::test {

using namespace Qt::StringLiterals;

FaultFileSystem::~FaultFileSystem()
{
    for (const Handle handle : m_open.keys())
        std::ignore = m_real.close(handle);
}

QList<RecordedCall> FaultFileSystem::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

QList<Call> FaultFileSystem::kinds() const
{
    QList<Call> kinds;
    for (const RecordedCall &call : calls())
        kinds.append(call.call);
    return kinds;
}

int FaultFileSystem::count(Call call) const
{
    return int(std::ranges::count(calls(), call, &RecordedCall::call));
}

bool FaultFileSystem::hasFailed() const
{
    return std::ranges::contains(calls(), true, &RecordedCall::failed);
}

int FaultFileSystem::openHandles() const
{
    const std::scoped_lock lock(m_mutex);
    return int(m_open.size());
}

FaultFileSystem::Fate FaultFileSystem::record(Call call, const QString &path) const
{
    if (m_observer)
        m_observer(call);
    const std::scoped_lock lock(m_mutex);
    Fate fate = Fate::Done;
    if (m_fault && m_fault->call.value_or(call) == call) {
        ++m_matched;
        if (m_matched == m_fault->nth || (m_matched > m_fault->nth && m_fault->lasting == Lasting::Forever))
            fate = Fate::Fails;
    }
    const qsizetype number = m_calls.size() + 1;
    if (m_killedAt && number >= *m_killedAt)
        fate = number == *m_killedAt && call == Call::Write ? Fate::Fails : Fate::Killed;
    m_calls.append({ call, path, fate != Fate::Done });
    return fate;
}

std::unexpected<Error> FaultFileSystem::failure(const QString &path) const
{
    const ErrorCode code = m_fault ? m_fault->code : ErrorCode::NotWritable;
    return std::unexpected(Error { code, path, {}, u"made to fail"_s });
}

QString FaultFileSystem::pathOf(Handle handle) const
{
    const std::scoped_lock lock(m_mutex);
    return m_open.value(handle);
}

Result<QByteArray> FaultFileSystem::readPart(const QString &path, qint64 offset, qsizetype size) const
{
    return record(Call::Read, path) == Fate::Done ? m_real.readPart(path, offset, size) : failure(path);
}

Result<QByteArray> FaultFileSystem::read(const QString &path) const
{
    return record(Call::Read, path) == Fate::Done ? m_real.read(path) : failure(path);
}

Result<QList<FolderEntry>> FaultFileSystem::list(const QString &folder) const
{
    return record(Call::List, folder) == Fate::Done ? m_real.list(folder) : failure(folder);
}

Result<FileStatus> FaultFileSystem::status(const QString &path) const
{
    return record(Call::Status, path) == Fate::Done ? m_real.status(path) : failure(path);
}

Result<FileStatus> FaultFileSystem::targetStatus(const QString &path) const
{
    return record(Call::TargetStatus, path) == Fate::Done ? m_real.targetStatus(path) : failure(path);
}

Result<QString> FaultFileSystem::linkTarget(const QString &path) const
{
    return record(Call::LinkTarget, path) == Fate::Done ? m_real.linkTarget(path) : failure(path);
}

Result<FileSystem::Handle> FaultFileSystem::opened(Call call, const QString &path,
                                                   Result<Handle> (*open)(FileSystem &, const QString &, quint32), quint32 mode)
{
    if (record(call, path) != Fate::Done)
        return failure(path);
    const auto handle = open(m_real, path, mode);
    if (handle) {
        const std::scoped_lock lock(m_mutex);
        m_open.insert(*handle, path);
    }
    return handle;
}

Result<FileSystem::Handle> FaultFileSystem::create(const QString &path, quint32 mode)
{
    return opened(Call::Create, path, [](FileSystem &files, const QString &p, quint32 m) { return files.create(p, m); }, mode);
}

Result<FileSystem::Handle> FaultFileSystem::truncate(const QString &path)
{
    return opened(Call::Truncate, path, [](FileSystem &files, const QString &p, quint32) { return files.truncate(p); }, 0);
}

Result<FileSystem::Handle> FaultFileSystem::append(const QString &path, quint32 mode)
{
    return opened(Call::Append, path, [](FileSystem &files, const QString &p, quint32 m) { return files.append(p, m); }, mode);
}

Result<qsizetype> FaultFileSystem::write(Handle handle, QByteArrayView bytes)
{
    const Fate fate = record(Call::Write, pathOf(handle));
    if (fate == Fate::Fails)
        std::ignore = m_real.write(handle, bytes.first(bytes.size() / 2));
    if (fate != Fate::Done)
        return failure({});
    if (m_writeLimit == 0)
        return 0;
    return m_real.write(handle, bytes.first(std::min(bytes.size(), m_writeLimit.value_or(bytes.size()))));
}

Result<void> FaultFileSystem::setMode(Handle handle, quint32 mode)
{
    return record(Call::SetMode, pathOf(handle)) == Fate::Done ? m_real.setMode(handle, mode) : failure({});
}

Result<void> FaultFileSystem::sync(Handle handle)
{
    return record(Call::Sync, pathOf(handle)) == Fate::Done ? m_real.sync(handle) : failure({});
}

Result<void> FaultFileSystem::syncData(Handle handle)
{
    return record(Call::SyncData, pathOf(handle)) == Fate::Done ? m_real.syncData(handle) : failure({});
}

Result<void> FaultFileSystem::close(Handle handle)
{
    const Fate fate = record(Call::Close, pathOf(handle));
    if (fate == Fate::Killed)
        return failure({});
    {
        const std::scoped_lock lock(m_mutex);
        m_open.remove(handle);
    }
    const auto closed = m_real.close(handle);
    return fate == Fate::Done ? closed : failure({});
}

Result<void> FaultFileSystem::copyFile(const QString &from, const QString &to)
{
    return record(Call::CopyFile, to) == Fate::Done ? m_real.copyFile(from, to) : failure(to);
}

Result<void> FaultFileSystem::rename(const QString &from, const QString &to)
{
    return record(Call::Rename, to) == Fate::Done ? m_real.rename(from, to) : failure(from);
}

Result<void> FaultFileSystem::renameIfAbsent(const QString &from, const QString &to)
{
    return record(Call::RenameIfAbsent, to) == Fate::Done ? m_real.renameIfAbsent(from, to) : failure(from);
}

Result<void> FaultFileSystem::syncFolder(const QString &folder)
{
    return record(Call::SyncFolder, folder) == Fate::Done ? m_real.syncFolder(folder) : failure(folder);
}

Result<void> FaultFileSystem::makeFolder(const QString &folder)
{
    return record(Call::MakeFolder, folder) == Fate::Done ? m_real.makeFolder(folder) : failure(folder);
}

Result<void> FaultFileSystem::createFolder(const QString &folder, quint32 mode)
{
    return record(Call::CreateFolder, folder) == Fate::Done ? m_real.createFolder(folder, mode) : failure(folder);
}

Result<void> FaultFileSystem::remove(const QString &path)
{
    return record(Call::Remove, path) == Fate::Done ? m_real.remove(path) : failure(path);
}

Result<void> FaultFileSystem::removeFolder(const QString &folder)
{
    return record(Call::RemoveFolder, folder) == Fate::Done ? m_real.removeFolder(folder) : failure(folder);
}

Result<FileSystem::Handle> FaultFileSystem::lock(const QString &path, quint32 mode)
{
    return opened(Call::Lock, path, [](FileSystem &files, const QString &p, quint32 m) { return files.lock(p, m); }, mode);
}

} // namespace quillway::test
