// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include "core/base/content_hash.h"
#include "core/changes/site_change.h"
#include "core/store/history_folder.h"
#include "core/store/private_folder.h"

#include <QSet>

#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

bool isNotFound(const auto &result)
{
    return !result && result.error().code == ErrorCode::NotFound;
}

/// The file's folder, made if it is not there.
Result<HistoryFolder> makeHistoryFolder(FileSystem &files, const QString &siteFolder, const SitePath &file)
{
    HistoryFolder folder = historyFolder(siteFolder, file);
    const auto status = files.status(folder.path);
    if (status && status->kind != FileKind::Folder)
        return std::unexpected(Error { ErrorCode::NotAFolder, folder.path, {}, {} });
    if (status)
        return folder;
    const bool isFirst = isNotFound(files.status(historyRoot(siteFolder)));
    auto made = privateFolder(files, siteFolder, {}).and_then([&](const QString & /*root*/) {
        return ensureOwnersFolder(files, historyRoot(siteFolder));
    });
    if (made)
        made = ensureOwnersFolder(files, folder.path);
    if (made)
        made = files.syncFolder(historyRoot(siteFolder));
    if (made && isFirst)
        made = files.syncFolder(siteFolder + u"/.quillway"_s);
    return made ? Result<HistoryFolder>(folder) : std::unexpected(made.error());
}

Result<HistoryLog> parsedLog(const FileSystem &files, const HistoryFolder &folder)
{
    return readLog(files, folder).transform([](const QByteArray &bytes) { return parseHistoryLog(bytes); });
}

/// For a place where versions are already: all bytes first, then the records, and only then away from the old place.
Result<void> joinHistories(FileSystem &files, const HistoryFolder &source, const HistoryFolder &target, const SitePath &to)
{
    const auto old = parsedLog(files, source);
    const auto present = old ? parsedLog(files, target) : old;
    if (!present)
        return std::unexpected(present.error());
    QSet<QByteArray> known;
    for (const Version &version : present->versions)
        known.insert(renderRecord(version));
    QByteArray records = renderRecord(to);
    for (auto version = old->versions.rbegin(); version != old->versions.rend(); ++version) {
        const auto bytes = readObject(files, source, version->hash);
        if (!bytes && bytes.error().code != ErrorCode::BadValue && bytes.error().code != ErrorCode::NotFound)
            return std::unexpected(bytes.error());
        if (!bytes) // damaged or gone: there is nothing to take along
            continue;
        if (auto kept = ensureObject(files, target, version->hash, *bytes); !kept)
            return kept;
        if (const QByteArray record = renderRecord(*version); !known.contains(record))
            records += record;
    }
    if (auto appended = appendToLog(files, target, *present, records); !appended)
        return appended;
    // What cannot be removed is there twice, and tidied up some day.
    std::ignore = files.remove(source.log());
    for (const Version &version : old->versions)
        std::ignore = files.remove(source.object(version.hash));
    std::ignore = files.removeFolder(source.path);
    return {};
}

} // namespace

Result<void> addVersion(FileSystem &files, const QString &siteFolder, const SitePath &file, const QByteArray &bytes, const QDateTime &when)
{
    const auto folder = makeHistoryFolder(files, siteFolder, file);
    if (!folder)
        return std::unexpected(folder.error());
    const auto log = parsedLog(files, *folder);
    if (!log)
        return std::unexpected(log.error());
    const Version version { when.toUTC(), contentHash(bytes), bytes.size() };
    if (auto kept = ensureObject(files, *folder, version.hash, bytes); !kept)
        return kept;
    const bool isNewest = !log->versions.isEmpty() && log->versions.first().hash == version.hash;
    if (isNewest && log->file == file)
        return {};
    const QByteArray whose = log->file == file ? QByteArray() : renderRecord(file);
    return appendToLog(files, *folder, *log, isNewest ? whose : whose + renderRecord(version));
}

Result<VersionList> versions(const FileSystem &files, const QString &siteFolder, const SitePath &file)
{
    const HistoryFolder folder = historyFolder(siteFolder, file);
    const auto log = parsedLog(files, folder);
    if (!log)
        return std::unexpected(log.error());
    VersionList list { log->versions, {} };
    if (log->damagedLines > 0)
        list.diagnostics.append({ Severity::Warning,
                                  { ErrorCode::BadValue,
                                    folder.log(),
                                    { .line = log->firstDamagedLine },
                                    u"%1 damaged records of previous versions"_s.arg(log->damagedLines) } });
    return list;
}

Result<QByteArray> readVersion(const FileSystem &files, const QString &siteFolder, const SitePath &file, const QByteArray &hash)
{
    return readObject(files, historyFolder(siteFolder, file), hash);
}

Result<void> moveHistory(FileSystem &files, const QString &siteFolder, const SitePath &from, const SitePath &to)
{
    const HistoryFolder source = historyFolder(siteFolder, from);
    const HistoryFolder target = historyFolder(siteFolder, to);
    const auto status = files.status(source.path);
    if (from == to || isNotFound(status))
        return {};
    if (!status)
        return std::unexpected(status.error());
    const auto present = files.status(target.path);
    if (present)
        return joinHistories(files, source, target, to);
    if (!isNotFound(present))
        return std::unexpected(present.error());
    auto renamed = files.rename(source.path, target.path); // never over a folder with something in it
    if (renamed)
        renamed = files.syncFolder(historyRoot(siteFolder));
    if (!renamed)
        return renamed;
    const auto log = parsedLog(files, target);
    return log ? appendToLog(files, target, *log, renderRecord(to)) : std::unexpected(log.error());
}

Result<void> moveHistoryOfFolder(FileSystem &files, const QString &siteFolder, const SitePath &from, const SitePath &to)
{
    const auto entries = files.list(historyRoot(siteFolder));
    if (!entries)
        return isNotFound(entries) ? Result<void>() : std::unexpected(entries.error());
    Result<void> result;
    for (const FolderEntry &entry : *entries) {
        if (entry.kind != FileKind::Folder || !isHistoryFolderName(entry.name))
            continue;
        const auto log = parsedLog(files, { historyRoot(siteFolder) + u'/' + entry.name });
        if (!log && result)
            result = std::unexpected(log.error());
        if (!log || !log->file || !isHistoryFolderName(entry.name, log->file) || !log->file->toString().startsWith(from.toString() + u'/'))
            continue;
        const auto moved = moveHistory(files, siteFolder, *log->file, changes::movedPath(*log->file, { from, to }));
        if (!moved && result)
            result = moved;
    }
    return result;
}

} // namespace quillway::store
