// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QHash>

#include <functional>
#include <mutex>
#include <optional>

namespace quillway::test {

/// The members of FileSystem.
enum class Call {
    Read,
    List,
    Status,
    TargetStatus,
    LinkTarget,
    Create,
    Truncate,
    Append,
    Write,
    SetMode,
    Sync,
    SyncData,
    Close,
    CopyFile,
    Rename,
    RenameIfAbsent,
    SyncFolder,
    MakeFolder,
    CreateFolder,
    Remove,
    RemoveFolder,
    Lock,
};

/// A call that was made, by the path it was about; for calls on a handle that of the file it belongs to.
struct RecordedCall {
    Call call;
    QString path;
    bool failed = false; ///< because it was told to

    friend bool operator==(const RecordedCall &, const RecordedCall &) = default;
};

enum class Lasting {
    Once, ///< only that call
    Forever, ///< it and all later ones that match: a disk that is gone, full, read-only
};

/// Which calls fail, and how.
struct Fault {
    int nth = 1; ///< of the calls that match, from 1
    std::optional<Call> call {}; ///< unset: every call matches
    Lasting lasting = Lasting::Once;
    ErrorCode code = ErrorCode::NotWritable;
};

/// Another FileSystem whose calls are recorded and can be made to fail, fall short or stop. A call that fails has no effect, but for three: a
/// write takes half of its bytes first, as a disk does that runs full; a sync has synced what it could; a close has closed. Any thread.
class FaultFileSystem final : public FileSystem
{
public:
    /// `real` must outlive this.
    explicit FaultFileSystem(FileSystem &real)
        : m_real(real)
    { }
    ~FaultFileSystem() override; ///< closes what a "killed" program left open

    void failAt(const Fault &fault) { m_fault = fault; }
    /// Call number `nth` (from 1) and all later ones do nothing but fail, closes too; the nth, if it is a write, takes half of its bytes. What is on
    /// the disk then is what a killed program leaves behind.
    void killAt(int nth) { m_killedAt = nth; }
    /// A write takes at most this many bytes at a time; with 0 nothing, without an error.
    void shortenWritesTo(qsizetype bytes) { m_writeLimit = bytes; }
    /// Is called before each call is made: another program that does something at just that moment.
    void setObserver(std::function<void(Call)> observer) { m_observer = std::move(observer); }

    [[nodiscard]] QList<RecordedCall> calls() const;
    /// The kinds of the calls, in their order.
    [[nodiscard]] QList<Call> kinds() const;
    [[nodiscard]] int count(Call call) const;
    [[nodiscard]] bool hasFailed() const; ///< some call was made to fail
    [[nodiscard]] int openHandles() const; ///< opened and not closed yet

    [[nodiscard]] Result<QByteArray> read(const QString &path) const override;
    [[nodiscard]] Result<QByteArray> readPart(const QString &path, qint64 offset, qsizetype size) const override;
    [[nodiscard]] Result<QList<FolderEntry>> list(const QString &folder) const override;
    [[nodiscard]] Result<FileStatus> status(const QString &path) const override;
    [[nodiscard]] Result<FileStatus> targetStatus(const QString &path) const override;
    [[nodiscard]] Result<QString> linkTarget(const QString &path) const override;
    [[nodiscard]] Result<Handle> create(const QString &path, quint32 mode) override;
    [[nodiscard]] Result<Handle> truncate(const QString &path) override;
    [[nodiscard]] Result<Handle> append(const QString &path, quint32 mode) override;
    [[nodiscard]] Result<qsizetype> write(Handle handle, QByteArrayView bytes) override;
    [[nodiscard]] Result<void> setMode(Handle handle, quint32 mode) override;
    [[nodiscard]] Result<void> sync(Handle handle) override;
    [[nodiscard]] Result<void> syncData(Handle handle) override;
    [[nodiscard]] Result<void> close(Handle handle) override;
    [[nodiscard]] Result<void> copyFile(const QString &from, const QString &to) override;
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to) override;
    [[nodiscard]] Result<void> renameIfAbsent(const QString &from, const QString &to) override;
    [[nodiscard]] Result<void> syncFolder(const QString &folder) override;
    [[nodiscard]] Result<void> makeFolder(const QString &folder) override;
    [[nodiscard]] Result<void> createFolder(const QString &folder, quint32 mode) override;
    [[nodiscard]] Result<void> remove(const QString &path) override;
    [[nodiscard]] Result<void> removeFolder(const QString &folder) override;
    [[nodiscard]] Result<Handle> lock(const QString &path, quint32 mode) override;

private:
    enum class Fate { Done, Fails, Killed };

    Fate record(Call call, const QString &path) const;
    [[nodiscard]] std::unexpected<Error> failure(const QString &path) const;
    Result<Handle> opened(Call call, const QString &path, Result<Handle> (*open)(FileSystem &, const QString &, quint32), quint32 mode);
    QString pathOf(Handle handle) const;

    FileSystem &m_real;
    std::optional<Fault> m_fault;
    std::optional<int> m_killedAt;
    std::optional<qsizetype> m_writeLimit;
    std::function<void(Call)> m_observer;

    mutable std::mutex m_mutex;
    mutable QList<RecordedCall> m_calls;
    mutable int m_matched = 0;
    QHash<Handle, QString> m_open;
};

} // namespace quillway::test
