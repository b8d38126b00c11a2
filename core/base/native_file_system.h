// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

namespace quillway {

/// The real disk, through POSIX calls. Stateless: any number may exist.
class NativeFileSystem final : public FileSystem
{
public:
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
};

} // namespace quillway
