// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A `.zip` or `.tar.zst` of the whole site. The same site and build date give the same bytes: files by path, nobody as their owner, and the build date as
/// their time (in a .zip, none).
class ArchivePeer final : public Peer
{
public:
    /// `files` must outlive it. `path`: as the settings have it; its extension says what it becomes.
    ArchivePeer(FileSystem &files, const QString &siteFolder, const QString &path);

    /// Nothing: an archive is always made whole.
    [[nodiscard]] Result<Listing> listing(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> carryOut(const Upload &upload) override;

private:
    FileSystem &m_files;
    QString m_path;
};

} // namespace quillway::deploy
