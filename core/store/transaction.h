// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/site_change.h"
#include "core/store/change_journal.h"

#include <optional>

namespace quillway::store {

/// What became of a change.
struct ChangeReport {
    enum class Outcome {
        Nothing, ///< there was nothing to do
        Refused, ///< nothing was written: `leftAlone` are not as the change expects them, or `error`
        Done,
        Reversed, ///< `error` came in the midst of it; what was written is taken back
        Unfinished, ///< neither was possible: `error`; the next recoverTransactions() goes on
    };
    Outcome outcome = Outcome::Nothing;
    ChangeKind kind = ChangeKind::Change;
    int number = 0; ///< of its record; 0 if there is none
    QString title;
    QList<SitePath> files; ///< of Done: what has another text or another place now (that place); folders of bundles too
    QList<Error> leftAlone; ///< files that somebody else changed: as they are, each with `file` and why
    std::optional<Error> error {};
    changes::SiteChange change {}; ///< as it was carried out; of Refused, as it was to be

    [[nodiscard]] bool isDone() const { return outcome == Outcome::Done || outcome == Outcome::Nothing; }
};

struct ChangeOptions {
    QString title;
    QDateTime when; ///< UTC
    int threads = 16; ///< more than cores: what takes time is the disk's saying that it has it, and it says so for many files at once
};

// A change over many files is carried out as one:
//
// 1. Every file is looked at. If one is not as the change expects it, nothing is written at all (Refused).
// 2. The change, with every file's old and new text, is written to a record in `.quillway/changes/` (change_record.h) and synced. From here on it will be done.
// 3. Folders and files are moved, none over another; then each file is written by saveFile(), which finds it as it was. One that somebody
//    changed since step 1 is left alone and reported. Any other failure: what was done is taken back (Reversed).
// 4. The record is renamed from `.forward` to `.done`. It is what the change can be taken back by, also after a restart.
//
// A program that is killed at any moment leaves the site as it was, or a record by which recoverTransactions() makes it wholly new (before step 2 there is
// none). Only one program at a time does this to a site: InUse. All of these read and write the disk: on worker threads.

/// How many records stay, and how many bytes of them.
inline constexpr qsizetype changesKept = 50;
inline constexpr qint64 changeBytesKept = qint64(256) << 20;

/// Carries out `change`, which is none that was made by hand: it says what each file has before and after. Refused with BadValue: a file is named twice, a move's
/// place is within another move's or is edited from nothing, a place is the program's or git's own.
[[nodiscard]] ChangeReport carryOut(FileSystem &files, const QString &siteFolder, const changes::SiteChange &change,
                                    const ChangeOptions &options);

/// Finishes, or takes back where that is not possible, what killed programs left behind; files that somebody changed since then are left alone. Nothing to do:
/// an empty list, and nothing is written. A change that another program is just carrying out is left to it.
[[nodiscard]] QList<ChangeReport> recoverTransactions(FileSystem &files, const QString &siteFolder, int threads = 16);

/// A change that can be taken back, or done again.
struct LastChange {
    JournalEntry entry;
    QString title;
    QDateTime when;
    qsizetype files = 0;
};
/// The newest change that was not taken back. Nothing if there is none, or its record cannot be read.
[[nodiscard]] std::optional<LastChange> lastChange(const FileSystem &files, const QString &siteFolder);
/// The newest that was, if none was made since.
[[nodiscard]] std::optional<LastChange> lastUndone(const FileSystem &files, const QString &siteFolder);

/// A recorded change turned round, for the files as they are now: where one was edited since, only what the change did to it is taken back.
struct Reversal {
    QString title; ///< the recorded change's
    changes::SiteChange change;
    QList<Error> leftAlone; ///< files in which those lines were changed since, or that are gone
};
[[nodiscard]] Result<Reversal> reversalOf(const FileSystem &files, const QString &siteFolder, const JournalEntry &entry);

/// Takes lastChange() back, as a change of its own with the same title; Nothing if there is none. `leftAlone` has those of reversalOf() too; Refused if there is
/// nothing else. Of `options` the title does not count.
[[nodiscard]] ChangeReport undoChange(FileSystem &files, const QString &siteFolder, const ChangeOptions &options);
/// Does what was taken back last again.
[[nodiscard]] ChangeReport redoChange(FileSystem &files, const QString &siteFolder, const ChangeOptions &options);

} // namespace quillway::store
