// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A folder on a server that is reached by sftp(1), as the user has ssh set up. Files arrive under another name and are renamed when they are whole; a server other than OpenSSH's
/// may refuse to rename over a file that is there.
class SftpPeer final : public Peer
{
public:
    /// `files` must outlive it.
    SftpPeer(FileSystem &files, model::PublishDestination target, PeerPlace place);

    [[nodiscard]] Result<Listing> listing(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> carryOut(const Upload &upload) override;

private:
    [[nodiscard]] Result<QByteArray> run(const QByteArray &batch, const QString &folder, const std::stop_token &stop,
                                         const std::function<void(QByteArrayView)> &heard = {}) const;
    [[nodiscard]] QByteArray remote(const QString &file) const;
    void addListing(QByteArray &batch) const;
    void addFile(QByteArray &batch, const SitePath &file) const;

    FileSystem &m_files;
    model::PublishDestination m_target;
    PeerPlace m_place;
    QString m_listing; ///< where the listing is on this side, absolute
};

/// `text` as one word of a batch of sftp(1): in quotes, in which it takes nothing but these and backslashes for anything special.
[[nodiscard]] QByteArray sftpWord(const QString &text);

} // namespace quillway::deploy
