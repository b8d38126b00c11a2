// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/child_process.h"
#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A host of static sites, through its own command-line tool (netlify, wrangler, aws), which finds out itself what it need not send. What was published last is kept on this
/// machine, to be able to say what will change.
class ToolPeer final : public Peer
{
public:
    /// `files` must outlive it.
    ToolPeer(FileSystem &files, model::PublishDestination target, PeerPlace place);

    [[nodiscard]] Result<Listing> listing(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> carryOut(const Upload &upload) override;

private:
    FileSystem &m_files;
    model::PublishDestination m_target;
    QString m_listing;
    QString m_token;
};

/// The call that puts the folder there. Precondition: `target` is of one of these kinds.
[[nodiscard]] ChildCall toolCall(const model::PublishDestination &target, const QString &folder, const QString &token);

} // namespace quillway::deploy
