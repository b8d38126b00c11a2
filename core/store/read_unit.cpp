// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read_unit.h"

namespace quillway::store {

QList<FileEdit> readUnit(const FileSystem &files, const QString &siteFolder, const SitePath &unit)
{
    QList<FileEdit> edits;
    QList<SitePath> waiting { unit };
    while (!waiting.isEmpty()) {
        const SitePath place = waiting.takeLast();
        const QString path = siteFolder + u'/' + place.toString();
        const auto status = files.status(path);
        if (!status)
            continue;
        if (status->kind == FileKind::File) {
            if (auto bytes = files.read(path))
                edits.append({ place, *bytes });
        } else if (status->kind == FileKind::Folder) {
            for (const FolderEntry &entry : files.list(path).value_or(QList<FolderEntry>())) {
                if (auto child = SitePath::parse(place.toString() + u'/' + entry.name))
                    waiting.append(*child);
            }
        }
    }
    return edits;
}

} // namespace quillway::store
