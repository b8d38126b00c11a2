// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QSet>

#include <mutex>
#include <optional>

namespace quillway::publish {

/// Pictures that earlier exports scaled, in the site's `.quillway/pictures/`, one file each under the hash of what it was made from. It spares an export into another
/// folder, or after a clean one, the scaling; to lose it, or a part of it, costs time and nothing else. Any thread may use it.
class PictureCache
{
public:
    /// Makes nothing on the disk before there is something to keep.
    PictureCache(FileSystem &files, const QString &siteFolder);

    /// Nothing if it is not there or damaged.
    [[nodiscard]] std::optional<QByteArray> find(const QByteArray &key) const;
    /// Where it cannot be written, it is not kept.
    void keep(const QByteArray &key, const QByteArray &picture);

    /// Takes away the oldest files, those that nobody asked for first, until all take `most` bytes or fewer. Does nothing if nothing was kept.
    void tidy(qint64 most = qint64(256) * 1024 * 1024);

private:
    [[nodiscard]] QString pathOf(const QByteArray &key) const;

    FileSystem &m_files;
    QString m_siteFolder;
    QString m_folder;
    mutable std::mutex m_mutex;
    mutable QSet<QString> m_used; ///< names of files
    bool m_hasKept = false;
};

} // namespace quillway::publish
