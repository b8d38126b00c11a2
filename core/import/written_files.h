// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/store/save_file.h"

#include <QSet>

#include <mutex>

namespace quillway::importing {

/// The files of a site that is being made: in a hidden folder beside the site's (in it, where that is there already), until all are there. However the program ends, there
/// is the whole site or none. Any thread, but for begin(), finish() and takeBack().
class WrittenFiles
{
public:
    /// `site` is absolute; it need not be there yet.
    WrittenFiles(FileSystem &files, QString site)
        : m_files(files)
        , m_site(std::move(site))
    { }

    /// Makes the hidden folder. Errors of the disk.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// A new file. What an import writes can be made again: Replaced will do for all but the last.
    [[nodiscard]] Result<void> write(const QString &path, QByteArrayView bytes, store::Durability durability = store::Durability::Replaced);
    /// A new file with the bytes of `source` (absolute), which share their place on the disk where it can.
    [[nodiscard]] Result<void> copy(const QString &source, const QString &path);
    [[nodiscard]] Result<void> makeFolder(const QString &path);

    /// Lets the site appear in its place. What fails there is put back; takeBack() is still to be called then. AlreadyExists if something has come there meanwhile.
    [[nodiscard]] Result<void> finish();
    /// Removes what was written and the folders that were made for it, `.quillway` too; nothing that was there before.
    void takeBack();

private:
    [[nodiscard]] Result<void> makeFolderOf(const QString &path);
    [[nodiscard]] QString absolute(const QString &path) const { return path.isEmpty() ? m_folder : m_folder + u'/' + path; }

    [[nodiscard]] Result<void> moveEntries();

    FileSystem &m_files;
    QString m_site;
    QString m_folder; ///< the hidden one
    bool m_wasThere = false; ///< the site's folder
    std::mutex m_mutex;
    QSet<QString> m_folders; ///< known to be there
    QStringList m_madeFolders; ///< absolute; a folder before those in it
    QStringList m_written; ///< absolute
};

} // namespace quillway::importing
