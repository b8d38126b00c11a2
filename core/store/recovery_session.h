// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/store/recovery_records.h"

#include <QDateTime>

#include <memory>

namespace quillway::store {

// `.quillway/recovery/` has a folder (mode 0700) for each program that has the site open and something to write there, with its journals and a file `lock`
// that it holds locked while it runs. A folder that nobody has locked was left behind by a program that ended without saving. In `kept/` are texts that
// the user has put aside.

/// This program's folder for a site; goes away with the object unless journals are in it. One thread at a time.
class RecoverySession
{
public:
    [[nodiscard]] static Result<std::unique_ptr<RecoverySession>> begin(FileSystem &files, const QString &siteFolder);
    ~RecoverySession();
    Q_DISABLE_COPY_MOVE(RecoverySession)

    [[nodiscard]] const QString &folder() const { return m_folder; } ///< absolute

private:
    friend class LeftSession;
    RecoverySession(FileSystem &files, QString folder, std::optional<FileSystem::Handle> lock);

    FileSystem &m_files;
    QString m_folder;
    std::optional<FileSystem::Handle> m_lock;
};

/// A journal that another program, which runs no more, left behind.
struct LeftJournal {
    QString path; ///< absolute
    std::chrono::nanoseconds modified {}; ///< since the epoch
    JournalContent content;
    std::shared_ptr<RecoverySession> session; ///< keeps other programs from it while it is held, and clears the folder away after the last journal
};

/// What programs that run no more left at the site, the newest first. Folders that are locked are left alone, and so are links and names
/// that are not the program's. Where nothing can be written (a site on a read-only disk) journals are read without locking them. Never fails:
/// what cannot be read is not there.
[[nodiscard]] QList<LeftJournal> leftJournals(FileSystem &files, const QString &siteFolder);

/// Writes a text that the user did not go on with to `.quillway/recovery/kept/`, under a name made of the time and the file's; the path, absolute.
[[nodiscard]] Result<QString> keepAside(FileSystem &files, const QString &siteFolder, const SitePath &file, QByteArrayView text,
                                        const QDateTime &now);

} // namespace quillway::store
