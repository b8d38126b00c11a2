// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/history_log.h"

namespace quillway::store {

/// The folder in which the versions of one file are. Its parts know nothing of the rules for keeping them.
struct HistoryFolder {
    QString path; ///< absolute

    [[nodiscard]] QString log() const;
    [[nodiscard]] QString object(const QByteArray &hash) const;
};

/// The folder of all folders.
[[nodiscard]] QString historyRoot(const QString &siteFolder);
[[nodiscard]] HistoryFolder historyFolder(const QString &siteFolder, const SitePath &file);
/// True if that is the name of a HistoryFolder; of `file`'s, if one is given.
[[nodiscard]] bool isHistoryFolderName(const QString &name, const std::optional<SitePath> &file = std::nullopt);
/// The hash in the name of an object; empty if it is none's.
[[nodiscard]] QByteArray hashOfObject(const QString &fileName);

/// The log's bytes; empty if there is none. Errors: NotAFile if a link or anything else is in its place, TooDeep if it is no log by its size.
[[nodiscard]] Result<QByteArray> readLog(const FileSystem &files, const HistoryFolder &folder);
/// Appends the records to what the log has now and syncs. A log that ends torn gets the end of its line first.
[[nodiscard]] Result<void> appendToLog(FileSystem &files, const HistoryFolder &folder, const HistoryLog &log, const QByteArray &records);

/// The bytes with that hash. NotFound; BadValue if they are damaged.
[[nodiscard]] Result<QByteArray> readObject(const FileSystem &files, const HistoryFolder &folder, const QByteArray &hash);
/// Makes sure that readObject() gives `bytes`, on disk.
[[nodiscard]] Result<void> ensureObject(FileSystem &files, const HistoryFolder &folder, const QByteArray &hash, const QByteArray &bytes);

} // namespace quillway::store
