// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A folder of this machine, or one that is mounted on it.
class FolderPeer final : public Peer
{
public:
    /// `files` must outlive it. `folder`: as the settings have it.
    FolderPeer(FileSystem &files, const QString &siteFolder, const QString &folder);

    /// AlreadyExists for a folder that has files and no listing: they are somebody else's.
    [[nodiscard]] Result<Listing> listing(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> carryOut(const Upload &upload) override;

private:
    [[nodiscard]] Result<QString> folder() const;
    [[nodiscard]] Result<void> write(const QString &folder, const SitePath &file, const QByteArray &bytes);

    FileSystem &m_files;
    QString m_siteFolder;
    QString m_folder;
};

} // namespace quillway::deploy
