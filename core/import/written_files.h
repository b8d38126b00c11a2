// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/store/save_file.h"

#include <QSet>

#include <mutex>

namespace quillway::importing {

/// The files of a site that is being made, so that they can be taken back. Any thread, but for takeBack().
class WrittenFiles
{
public:
    /// `folder` is absolute; it need not be there yet.
    WrittenFiles(FileSystem &files, QString folder)
        : m_files(files)
        , m_folder(std::move(folder))
    { }

    /// A new file. What an import writes can be made again: Replaced will do for all but the last.
    [[nodiscard]] Result<void> write(const QString &path, QByteArrayView bytes, store::Durability durability = store::Durability::Replaced);
    /// A new file with the bytes of `source` (absolute), which share their place on the disk where it can.
    [[nodiscard]] Result<void> copy(const QString &source, const QString &path);
    [[nodiscard]] Result<void> makeFolder(const QString &path);

    /// Removes what was written and the folders that were made for it, `.quillway` too; nothing that was there before.
    void takeBack();

private:
    [[nodiscard]] Result<void> makeFolderOf(const QString &path);
    [[nodiscard]] QString absolute(const QString &path) const { return path.isEmpty() ? m_folder : m_folder + u'/' + path; }

    FileSystem &m_files;
    QString m_folder;
    std::mutex m_mutex;
    QSet<QString> m_folders; ///< known to be there
    QStringList m_madeFolders; ///< absolute; a folder before those in it
    QStringList m_written; ///< absolute
};

} // namespace quillway::importing
