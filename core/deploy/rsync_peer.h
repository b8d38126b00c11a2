// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A folder on a server that has rsync(1), reached by ssh as the user has it set up. Of what changed only the difference goes over the network, and what has arrived of an interrupted
/// upload is not sent again.
class RsyncPeer final : public Peer
{
public:
    /// `files` must outlive it.
    RsyncPeer(FileSystem &files, model::PublishDestination target, const PeerPlace &place);

    [[nodiscard]] Result<Listing> listing(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> carryOut(const Upload &upload) override;

private:
    [[nodiscard]] Result<void> run(const QStringList &options, const QStringList &paths, const QString &folder, const QByteArray &input,
                                   const std::stop_token &stop, const std::function<void(QByteArrayView)> &heard = {},
                                   const QList<int> &goodStatuses = { 0 }) const;
    [[nodiscard]] QString remote(const QString &file) const;
    [[nodiscard]] Result<void> send(const QList<SitePath> &files, const Upload &upload,
                                    const std::function<void(QByteArrayView)> &heard) const;
    [[nodiscard]] Result<void> remove(const QList<SitePath> &files, const Upload &upload) const;
    [[nodiscard]] Result<void> putListing(const Listing &listing, const QStringList &options, const std::stop_token &stop);

    FileSystem &m_files;
    model::PublishDestination m_target;
    QString m_listing; ///< where the listing is on this side, absolute
};

} // namespace quillway::deploy
