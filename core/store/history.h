// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/file_system.h"
#include "core/base/site_path.h"

#include <QDateTime>

#include <stop_token>

namespace quillway::store {

/// What a file once had in it.
struct Version {
    QDateTime when; ///< a moment, in UTC to the millisecond, at which these were the file's bytes
    QByteArray hash; ///< contentHash() of the bytes
    qint64 size = 0; ///< bytes

    friend bool operator==(const Version &, const Version &) = default;
};

struct VersionList {
    QList<Version> versions; ///< newest first
    Diagnostics diagnostics; ///< what of the records could not be read, with the file it is in
};

// Previous versions of the site's files, under `.quillway/history/`. Each file has a folder there, named after its path's hash, with
//
//     versions     a line for each record: 8 hexadecimal digits (the first of the contentHash() of what follows behind the blank), a blank, the record.
//                  `v WHEN SIZE HASH` is a version (milliseconds since 1970, bytes, 40 hexadecimal digits); `f PATH` says whose versions these are
//                  (percent-encoded; the last one holds). Only appended to, but by tidyHistory(), which replaces it whole. A line that is torn or damaged
//                  costs that line.
//     HASH.z       a version's bytes: their number (4 bytes, most significant first) and a zlib stream (RFC 1950)
//
// All files of mode 0600, the folders of mode 0700. Everything in it may be deleted at any time, and is read as what anybody may have put there. Functions on one file must not run at once
// with another on the same; otherwise any thread. They read and write the disk: never on the window's thread.

/// Keeps `bytes` as what the file had in it at `when`. Nothing is added if the newest version is the same. To be called with the text that a save is about to
/// replace, and with the one that replaced it. Success means that it is on disk. Whatever fails costs this version and no other; the save need not fail
/// with it.
[[nodiscard]] Result<void> addVersion(FileSystem &files, const QString &siteFolder, const SitePath &file, const QByteArray &bytes,
                                      const QDateTime &when);

/// Empty for a file of which nothing was kept. Errors: NotReadable, NotAFile where something else is in the records' place, TooDeep.
[[nodiscard]] Result<VersionList> versions(const FileSystem &files, const QString &siteFolder, const SitePath &file);

/// The bytes, which have just that hash. Errors: NotFound, BadValue if what is stored is damaged, others as of FileSystem::read().
[[nodiscard]] Result<QByteArray> readVersion(const FileSystem &files, const QString &siteFolder, const SitePath &file,
                                             const QByteArray &hash);

/// To be called when a file was given another place: its versions go with it. If `to` has some already (of an earlier file of that name), it has both from now
/// on. Whatever fails, no version is lost: they are under the one name or the other, or under both. Nothing is done if there are none.
[[nodiscard]] Result<void> moveHistory(FileSystem &files, const QString &siteFolder, const SitePath &from, const SitePath &to);
/// The same for all files that were below the folder `from`. Goes on after an error and gives the first. Reads the records of every file with versions.
[[nodiscard]] Result<void> moveHistoryOfFolder(FileSystem &files, const QString &siteFolder, const SitePath &from, const SitePath &to);

/// How much of a site's disk the versions of all its files may take; posts of a diligent writer's ten years stay far below.
inline constexpr qint64 historyBytes = qint64(512) << 20;

struct TidyReport {
    int versionsRemoved = 0;
    qint64 bytesKept = 0; ///< what the versions take on disk, compressed
    Diagnostics diagnostics; ///< what stood in the way, and what does not belong there
};

/// Thins out the versions of all files (keptVersions()), then removes the oldest of all until they take no more than `mostBytes`; each file's newest stays in
/// any case. Removes what interrupted work left behind, after a day. A version is taken from the records before its bytes are, so that what is listed is
/// there. Reads all records: for when a site was opened, and now and then. Errors: Cancelled.
[[nodiscard]] Result<TidyReport> tidyHistory(FileSystem &files, const QString &siteFolder, const QDateTime &now,
                                             qint64 mostBytes = historyBytes, const std::stop_token &stop = {});

} // namespace quillway::store
