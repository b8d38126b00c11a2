// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/peer.h"

#include "core/deploy/archive_peer.h"
#include "core/deploy/folder_peer.h"
#include "core/deploy/git_peer.h"
#include "core/deploy/rsync_peer.h"
#include "core/deploy/sftp_peer.h"
#include "core/deploy/tool_peer.h"

namespace quillway::deploy {

std::unique_ptr<Peer> makePeer(FileSystem &files, const model::PublishDestination &target, const PeerPlace &place)
{
    using Kind = model::PublishDestination::Kind;
    switch (target.kind) {
    case Kind::Folder: return std::make_unique<FolderPeer>(files, place.siteFolder, target.path);
    case Kind::Archive: return std::make_unique<ArchivePeer>(files, place.siteFolder, target.path);
    case Kind::Git: return std::make_unique<GitPeer>(files, target, place);
    case Kind::Rsync: return std::make_unique<RsyncPeer>(files, target, place);
    case Kind::Sftp: return std::make_unique<SftpPeer>(files, target, place);
    case Kind::Netlify:
    case Kind::Cloudflare:
    case Kind::S3: return std::make_unique<ToolPeer>(files, target, place);
    }
    return nullptr;
}

} // namespace quillway::deploy
