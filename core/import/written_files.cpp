// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/written_files.h"

#include "core/import/source_listing.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace quillway::importing {

Result<void> WrittenFiles::begin()
{
    m_wasThere = m_files.status(m_site).has_value();
    const QString above = m_wasThere ? m_site : folderOf(m_site);
    if (auto made = m_files.makeFolder(above); !made)
        return made;
    const QString plain = above + "/."_L1 + fileNameOf(m_site) + ".importing"_L1;
    // Another import may be at it, or one was killed.
    for (int number = 1; number < 1000; ++number) {
        m_folder = number == 1 ? plain : u"%1-%2"_s.arg(plain).arg(number);
        auto made = m_files.createFolder(m_folder, 0777);
        if (!made && made.error().code == ErrorCode::AlreadyExists)
            continue;
        if (made)
            m_madeFolders.append(m_folder);
        else
            m_folder.clear();
        return made;
    }
    m_folder.clear();
    return std::unexpected(Error { ErrorCode::AlreadyExists, plain, {}, {} });
}

Result<void> WrittenFiles::makeFolder(const QString &path)
{
    const std::scoped_lock lock(m_mutex);
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

Result<void> WrittenFiles::finish()
{
    if (!m_wasThere) {
        // A folder is never renamed over one that holds something.
        return m_files.rename(m_folder, m_site);
    }
    if (auto moved = moveEntries(); !moved)
        return moved;
    std::ignore = m_files.removeFolder(m_folder); // nothing is in it
    return {};
}

/// The settings last: they are what makes the folder a site.
Result<void> WrittenFiles::moveEntries()
{
    auto entries = m_files.list(m_folder);
    if (!entries)
        return std::unexpected(entries.error());
    std::ranges::stable_partition(*entries, [](const FolderEntry &entry) { return entry.name != "quillway.toml"_L1; });
    QStringList moved;
    for (const FolderEntry &entry : std::as_const(*entries)) {
        Result<void> done;
        if (m_files.status(m_site + u'/' + entry.name))
            done = std::unexpected(Error { ErrorCode::AlreadyExists, m_site, {}, entry.name });
        else
            done = m_files.rename(m_folder + u'/' + entry.name, m_site + u'/' + entry.name);
        if (!done) {
            for (const QString &name : std::as_const(moved))
                std::ignore = m_files.rename(m_site + u'/' + name, m_folder + u'/' + name);
            return done;
        }
        moved.append(entry.name);
    }
    return {};
}

void WrittenFiles::takeBack()
{
    if (m_folder.isEmpty())
        return;
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
