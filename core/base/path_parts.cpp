// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path_parts.h"

#include <QDir>

#include <algorithm>

namespace quillway {

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return path.first(slash == 0 ? 1 : std::max<qsizetype>(0, slash));
}

QString fileNameOf(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

QStringList foldersAbove(const QString &path)
{
    QStringList folders;
    for (QString folder = folderOf(path); !folder.isEmpty() && folder != u"/"; folder = folderOf(folder))
        folders.append(folder);
    return folders;
}

bool isBelow(const QString &path, const QString &folder)
{
    return path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

QString canonicalPath(const FileSystem &files, const QString &path)
{
    QString rest;
    for (const QString &existing : QStringList(path) + foldersAbove(path) + QStringList(QStringLiteral("/"))) {
        if (const Result<QString> target = files.linkTarget(existing))
            return QDir::cleanPath(*target + u'/' + rest);
        rest = fileNameOf(existing) + (rest.isEmpty() ? QString() : u'/' + rest);
    }
    return path;
}

} // namespace quillway
