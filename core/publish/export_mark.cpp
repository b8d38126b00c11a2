// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_mark.h"

#include "core/base/content_hash.h"
#include "core/store/private_folder.h"
#include "core/store/save_file.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

ExportMark::ExportMark(FileSystem &files, const QString &siteFolder, const QString &output)
    : m_files(files)
{
    const Result<QString> folder = store::privateFolder(files, siteFolder, u"exports"_s);
    if (!folder)
        return;
    m_path = *folder + u'/' + QString::fromLatin1(contentHash(output.toUtf8()).toHex().first(16)) + ".running"_L1;
    const bool wasThere = files.status(m_path).has_value();
    if (const Result<FileSystem::Handle> handle = files.lock(m_path, 0600)) {
        m_handle = *handle;
        m_followsAKilledOne = wasThere;
    }
}

ExportMark::~ExportMark()
{
    if (m_handle)
        std::ignore = m_files.close(*m_handle);
}

void ExportMark::finish()
{
    if (m_handle)
        std::ignore = m_files.remove(m_path);
}

void removeUnfinished(FileSystem &files, const QString &output)
{
    QStringList waiting { output };
    while (!waiting.isEmpty()) {
        const QString folder = waiting.takeLast();
        const Result<QList<FolderEntry>> entries = files.list(folder);
        if (!entries)
            continue;
        for (const FolderEntry &entry : *entries) {
            const QString path = folder + u'/' + entry.name;
            if (entry.kind == FileKind::Folder && entry.nameIsUtf8)
                waiting.append(path);
            else if (entry.kind == FileKind::File && store::leftoverKind(entry.name) == store::Leftover::Unfinished)
                std::ignore = files.remove(path);
        }
    }
}

} // namespace quillway::publish
