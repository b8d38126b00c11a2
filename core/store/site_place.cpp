// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/site_place.h"

#include "core/base/path_parts.h"

#include <tuple>

namespace quillway::store {

namespace {

QString absolute(const QString &siteFolder, const QString &folder)
{
    return folder.isEmpty() ? siteFolder : siteFolder + u'/' + folder;
}

/// The parents of the folders on the way to `path` that are not there, the one that is there last.
QStringList missing(const FileSystem &files, const QString &siteFolder, const QString &path)
{
    QStringList parents;
    for (QString place = path; place.size() > siteFolder.size() && !files.status(place); place = folderOf(place))
        parents.append(folderOf(place));
    return parents;
}

} // namespace

Result<void> requireInside(const FileSystem &files, const QString &siteFolder, const QString &path)
{
    const auto site = files.linkTarget(siteFolder);
    if (!site) // a disk that is unplugged: nothing is known of what is on it
        return std::unexpected(Error { ErrorCode::NotReadable, siteFolder, {}, site.error().detail });
    const auto target = files.linkTarget(path);
    if (!target)
        return std::unexpected(target.error());
    if (*target == *site || target->startsWith(*site + u'/'))
        return {};
    return std::unexpected(Error { ErrorCode::OutsideSite, path, {}, *target });
}

Result<void> requireRoomInside(const FileSystem &files, const QString &siteFolder, const QString &folder)
{
    const QString path = absolute(siteFolder, folder);
    const QStringList parents = missing(files, siteFolder, path);
    return requireInside(files, siteFolder, parents.isEmpty() ? path : parents.constLast());
}

Result<void> makeFolderInSite(FileSystem &files, const QString &siteFolder, const QString &folder)
{
    const QString path = absolute(siteFolder, folder);
    const QStringList parents = missing(files, siteFolder, path);
    if (auto inside = requireInside(files, siteFolder, parents.isEmpty() ? path : parents.constLast()); !inside || parents.isEmpty())
        return inside;
    if (auto made = files.makeFolder(path); !made)
        return made;
    if (auto inside = requireInside(files, siteFolder, path); !inside)
        return inside;
    for (const QString &parent : std::as_const(parents)) {
        if (auto synced = files.syncFolder(parent); !synced)
            return synced;
    }
    return {};
}

void removeEmptyFolders(FileSystem &files, const QString &siteFolder, const QString &folder)
{
    for (QString place = folder; place.contains(u'/'); place = folderOf(place)) {
        const QString path = siteFolder + u'/' + place;
        if (!files.removeFolder(path))
            return;
        std::ignore = files.syncFolder(folderOf(path));
    }
}

} // namespace quillway::store
