// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trash.h"

#include "core/base/path_parts.h"
#include "core/store/private_folder.h"

using namespace Qt::StringLiterals;

namespace quillway::store {

namespace {

QString absolute(const QString &siteFolder, const SitePath &place)
{
    return siteFolder + u'/' + place.toString();
}

/// A rename that replaces nothing and of which both folders are on disk when it is done.
Result<void> move(FileSystem &files, const QString &from, const QString &to)
{
    if (auto made = files.makeFolder(folderOf(to)); !made)
        return made;
    if (auto renamed = files.renameIfAbsent(from, to); !renamed)
        return renamed;
    if (auto synced = files.syncFolder(folderOf(to)); !synced)
        return synced;
    return files.syncFolder(folderOf(from));
}

} // namespace

Result<Trashed> moveToTrash(FileSystem &files, const QString &siteFolder, const SitePath &place, const QDateTime &now)
{
    const auto trash = privateFolder(files, siteFolder, u"trash"_s);
    if (!trash)
        return std::unexpected(trash.error());
    const QString stamp = now.toUTC().toString(u"yyyyMMdd-hhmmss-zzz"_s);
    QString folder = *trash + u'/' + stamp;
    for (int n = 2; files.status(folder); ++n)
        folder = *trash + u'/' + stamp + u'-' + QString::number(n);
    const QString stored = folder + u'/' + place.toString();
    if (auto moved = move(files, absolute(siteFolder, place), stored); !moved)
        return std::unexpected(moved.error());
    return Trashed { place, stored };
}

Result<void> restoreFromTrash(FileSystem &files, const QString &siteFolder, const Trashed &trashed)
{
    return move(files, trashed.stored, absolute(siteFolder, trashed.place));
}

} // namespace quillway::store
