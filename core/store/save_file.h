// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <optional>

namespace quillway::store {

/// How sure a save has to be of the disk.
enum class Durability {
    Synced, ///< success means that file and folder are on disk: for everything that a user wrote
    Replaced, ///< whole or not there at all, but a power cut may undo it: for what can be made again (exported files)
};

/// What the caller believes to be at the path, so that nothing of another program's is overwritten unseen.
class Expected
{
public:
    /// A file with these bytes. Anything else, or no file, is ChangedOnDisk.
    [[nodiscard]] static Expected content(QByteArrayView bytes);
    /// The same by its contentHash().
    [[nodiscard]] static Expected hash(const QByteArray &hash) { return Expected(hash); }
    /// Nothing yet. A file that is there is AlreadyExists.
    [[nodiscard]] static Expected absent() { return Expected({}); }

    [[nodiscard]] bool isAbsent() const { return m_hash.isEmpty(); }
    [[nodiscard]] bool matches(QByteArrayView bytes) const;

private:
    explicit Expected(QByteArray hash)
        : m_hash(std::move(hash))
    { }
    QByteArray m_hash;
};

struct SaveOptions {
    Durability durability = Durability::Synced;
    std::optional<Expected> expected {}; ///< unset: whatever is there is replaced
    quint32 newFileMode = 0666; ///< permission bits of a file that is not there yet, less the umask's
};

/// Makes `bytes` the content of the file at `path` (absolute; its folder must be there). The one way in which Quillway replaces a file.
///
/// - Success means all of it: what each write took is counted, and with Durability::Synced file and folder are on disk.
/// - Failure leaves the old text whole, or no file where there was none. Two exceptions, both with whole text: when the very last step,
///   the sync of the folder, fails (SyncFailed), the new text stands already; and see hard links below.
/// - At any moment, a kill included, the path has the old text or the new one: a new file is written beside and renamed. What a kill
///   leaves behind has a name that leftoverKind() knows.
/// - Permission bits stay. A symbolic link stays: its target is written. A link that leads nowhere is NotFound.
/// - Hard links, and a file whose owner or group the new file could not have, stay too: such a file is written in place, after its old text
///   was written (and synced) beside it as a backup. When the write fails, the old text is put back; only if that fails as well is the
///   file torn, and the backup stays and is named in the error's detail. A kill in this short time leaves the backup.
/// - Not written at all: folders, devices, pipes (NotAFile), files without any write permission bit (NotWritable, for root too).
/// - With `expected`: if the path has exactly `bytes` already, nothing is written (but synced) and all is well. Otherwise the check is made
///   before the work and again directly before the rename; a new file is renamed in one step with the check.
///
/// Other errors: NotWritable, NotFound (the folder), DiskFull (the user's quota too), ShortWrite, SyncFailed. `file` is `path`. Any thread; of two
/// saves to one path at once, one wins, whole.
[[nodiscard]] Result<void> saveFile(FileSystem &files, const QString &path, QByteArrayView bytes, const SaveOptions &options = {});

/// A new file of what can be made again (an exported page), written where it stands: half the work of saveFile(), which it is for wherever something may be
/// there already. AlreadyExists if so, links that lead nowhere included. A failure leaves no file; a kill may leave a part of one. Other errors as saveFile().
[[nodiscard]] Result<void> createFile(FileSystem &files, const QString &path, QByteArrayView bytes);

/// What an interrupted save left behind, by the file's name.
enum class Leftover {
    None,
    Unfinished, ///< `.quillway-save-…`: a text that never became the file's; may be removed
    Backup, ///< `.quillway-backup-…`: the text from before a write in place that was interrupted; perhaps the only whole copy
};
[[nodiscard]] Leftover leftoverKind(QStringView fileName);

} // namespace quillway::store
