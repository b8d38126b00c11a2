// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_record.h"

#include "core/base/file_system.h"

#include <QList>

#include <optional>

namespace quillway::store {

/// What is to be done with a recorded change.
enum class ChangeState {
    Forward, ///< it is being carried out
    Back, ///< what was done of it is being taken back
    Done, ///< it is in the files, and the record says how to take it back
};

/// Why a change was made.
enum class ChangeKind {
    Change,
    Undo, ///< takes change number `of` back
    Redo, ///< takes the undo number `of` back
};

/// A record in `.quillway/changes/` by its file's name: `0000000012.done`, `0000000013-undo-12.forward`, `0000000014-redo-13.back`.
struct JournalEntry {
    int number = 0; ///< from 1; higher than that of any earlier one
    ChangeKind kind = ChangeKind::Change;
    int of = 0; ///< of an Undo or Redo
    ChangeState state = ChangeState::Done;

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// The records of a site's changes, by number. Only reads. Empty if there are none.
[[nodiscard]] Result<QList<JournalEntry>> listChanges(const FileSystem &files, const QString &siteFolder);
/// Errors: BadValue if it is damaged, those of FileSystem::read().
[[nodiscard]] Result<ChangeRecord> readChange(const FileSystem &files, const QString &siteFolder, const JournalEntry &entry);

/// The change that an undo would take back now, and the undo that a redo would, by the records of `entries`.
struct UndoState {
    std::optional<JournalEntry> undo;
    std::optional<JournalEntry> redo;
};
[[nodiscard]] UndoState undoState(const QList<JournalEntry> &entries);

/// The right to write those records: one owner at a time in all programs. Files of mode 0600, their folder of mode 0700.
class ChangeJournal
{
public:
    /// Makes the folder. Error beside those of the disk: InUse.
    [[nodiscard]] static Result<ChangeJournal> open(FileSystem &files, const QString &siteFolder);
    ~ChangeJournal();
    ChangeJournal(ChangeJournal &&other) noexcept;
    ChangeJournal(const ChangeJournal &) = delete;
    ChangeJournal &operator=(const ChangeJournal &) = delete;
    ChangeJournal &operator=(ChangeJournal &&) = delete;

    [[nodiscard]] Result<QList<JournalEntry>> entries() const { return listChanges(*m_files, m_siteFolder); }
    /// A new record, on disk, to be carried out. Without success there is none, unless the disk does not even let it be removed: see entries().
    [[nodiscard]] Result<JournalEntry> begin(ChangeKind kind, int of, const ChangeRecord &record);
    Result<void> setState(JournalEntry &entry, ChangeState state);
    Result<void> remove(const JournalEntry &entry);
    Result<void> setAside(const JournalEntry &entry); ///< under a name with `.damaged`: nothing can be made of it
    /// Removes the oldest of those that are done until at most that many with at most that many bytes are there; the newest stays. And what a killed program
    /// left of a record that it was writing.
    void tidy(qsizetype mostRecords, qint64 mostBytes);

private:
    ChangeJournal(FileSystem &files, const QString &siteFolder, const QString &folder, FileSystem::Handle lock);
    [[nodiscard]] QString pathOf(const JournalEntry &entry) const;

    FileSystem *m_files;
    QString m_siteFolder;
    QString m_folder;
    std::optional<FileSystem::Handle> m_lock;
};

} // namespace quillway::store
