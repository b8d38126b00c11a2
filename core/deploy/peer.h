// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/deploy/upload_plan.h"
#include "core/model/publish_destination.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <stop_token>

namespace quillway::deploy {

/// Files that have arrived, and how many there are to send. Called on the thread that uploads; must be quick.
using UploadProgress = std::function<void(int done, int total)>;

/// An exported site on its way.
struct Upload {
    QString folder {}; ///< where it was exported to, absolute
    Listing wanted {}; ///< what is in there
    Listing present {}; ///< what the target has, as Peer::listing() gave it
    UploadPlan plan {}; ///< from `present` to `wanted`
    QDateTime buildDate {};
    QString title {}; ///< of the site: for whoever keeps records
    UploadProgress progress {};
    std::stop_token stop {};
};

/// The other side of a publication. Blocks on network and disk: for worker threads, one at a time.
///
/// What is interrupted, by whatever, leaves a target whose listing says what has arrived, so that the next upload goes on from there; a file is there whole or as it was before.
/// Files that no upload put there are never removed.
class Peer
{
public:
    virtual ~Peer() = default;

    [[nodiscard]] virtual Result<Listing> listing(const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> carryOut(const Upload &upload) = 0;
};

/// What a peer needs to know of this side.
struct PeerPlace {
    QString siteFolder; ///< absolute
    QString cacheFolder; ///< absolute, of the user's: what is kept there can be made again
    QString token; ///< of the target, from the keychain; empty: none
};

/// `files` and nothing else must outlive it.
[[nodiscard]] std::unique_ptr<Peer> makePeer(FileSystem &files, const model::PublishDestination &target, const PeerPlace &place);

} // namespace quillway::deploy
