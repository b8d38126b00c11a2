// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/written_files.h"

#include "core/import/source_listing.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::importing {

Result<void> WrittenFiles::makeFolder(const QString &path)
{
    const std::scoped_lock lock(m_mutex);
    if (m_folders.contains(path))
        return {};
    // From the top down, so that each folder that is new is known as such. The site's own parents are not taken back: they were asked for.
    const QString top = absolute({});
    if (m_folders.isEmpty()) {
        const bool isNew = !m_files.status(top);
        if (auto made = m_files.makeFolder(top); !made)
            return made;
        if (isNew)
            m_madeFolders.append(top);
        m_folders.insert(QString());
    }
    QString folder;
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        folder += folder.isEmpty() ? part : u'/' + part;
        if (m_folders.contains(folder))
            continue;
        if (auto made = m_files.createFolder(absolute(folder), 0777); made)
            m_madeFolders.append(absolute(folder));
        else if (made.error().code != ErrorCode::AlreadyExists)
            return made;
        m_folders.insert(folder);
    }
    return {};
}

Result<void> WrittenFiles::makeFolderOf(const QString &path)
{
    return makeFolder(folderOf(path));
}

Result<void> WrittenFiles::write(const QString &path, QByteArrayView bytes, store::Durability durability)
{
    if (auto made = makeFolderOf(path); !made)
        return made;
    if (auto saved = store::saveFile(m_files, absolute(path), bytes, { .durability = durability, .expected = store::Expected::absent() });
        !saved)
        return saved;
    const std::scoped_lock lock(m_mutex);
    m_written.append(absolute(path));
    return {};
}

Result<void> WrittenFiles::copy(const QString &source, const QString &path)
{
    if (auto made = makeFolderOf(path); !made)
        return made;
    if (auto copied = m_files.copyFile(source, absolute(path)); !copied)
        return copied;
    const std::scoped_lock lock(m_mutex);
    m_written.append(absolute(path));
    return {};
}

void WrittenFiles::takeBack()
{
    for (const QString &file : std::as_const(m_written))
        std::ignore = m_files.remove(file);
    const QString own = absolute(u".quillway"_s);
    for (const QString &name : { u"/import-report.json"_s, u"/import-report.html"_s, u"/.gitignore"_s })
        std::ignore = m_files.remove(own + name);
    std::ignore = m_files.removeFolder(own);
    while (!m_madeFolders.isEmpty())
        std::ignore = m_files.removeFolder(m_madeFolders.takeLast());
}

} // namespace quillway::importing
