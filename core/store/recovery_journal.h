// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/store/recovery_records.h"

namespace quillway::store {

/// Writes the journal of one unsaved text (format: recovery_records.h). Whoever calls sees to it that one thread does at a time.
///
/// A change costs a record of its size. When the file has grown beyond a few times the text, and after any failure, it is written anew beside and renamed over,
/// so that the last good one stays until a better one stands. A file that was removed underneath is made again.
class RecoveryJournal
{
public:
    /// `folder` (absolute) must be there when something is written; the file is made by the first write().
    RecoveryJournal(FileSystem &files, const QString &folder, const SitePath &file);
    ~RecoveryJournal(); ///< the file stays
    Q_DISABLE_COPY_MOVE(RecoveryJournal)

    /// Brings the journal to `text`, which was typed on a file with that hash (unset: on no file). `revision` is higher than any before unless the text is the same.
    Result<void> write(quint64 revision, const QByteArray &text, const std::optional<QByteArray> &baseHash);
    /// Notes that the text of this revision and hash is about to be what is on disk. Before the first write() it is only remembered.
    Result<void> noteSaving(quint64 revision, const QByteArray &hash);
    /// After success what was written is on disk, whatever happens to the machine.
    Result<void> sync();
    [[nodiscard]] bool needsSync() const { return m_needsSync; }
    [[nodiscard]] bool isSynced() const { return m_handle && !m_isBroken && !m_needsSync; } ///< what was written last is on disk
    /// Takes the file away, if there is one.
    Result<void> remove();
    /// Goes on in another folder, with a new file there.
    Result<void> startAgain(const QString &folder);

    [[nodiscard]] const QString &path() const { return m_path; } ///< absolute
    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes in the file

private:
    Result<void> append(const QByteArray &bytes);
    Result<void> rewrite();
    Result<void> fill(FileSystem::Handle handle, const QString &beside, qint64 &size);
    [[nodiscard]] bool mustRewrite() const;
    void takeBase(const std::optional<QByteArray> &hash);
    void close();

    FileSystem &m_files;
    QString m_folder;
    SitePath m_file;
    QByteArray m_id;
    QString m_path;
    std::optional<FileSystem::Handle> m_handle;
    QList<JournalBase> m_bases; ///< oldest first
    QByteArray m_text;
    quint64 m_revision = 0;
    qint64 m_size = 0;
    bool m_isBroken = false; ///< what the file ends with is not known
    bool m_needsSync = false;
    bool m_needsFolderSync = false;
};

/// The journal's id, from the name of its file; nothing if it is no journal's.
[[nodiscard]] std::optional<QByteArray> journalId(const QString &fileName);

} // namespace quillway::store
