// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A branch of a git repository elsewhere, as GitHub, GitLab and Forgejo show it as a site. Each publication is one commit on top of what the branch has, made in a bare repository in
/// the user's cache folder: the site's own repository, its work tree and its hooks are not touched. What others put on the branch (CNAME) stays.
class GitPeer final : public Peer
{
public:
    /// `files` must outlive it.
    GitPeer(FileSystem &files, model::PublishDestination target, PeerPlace place);

    [[nodiscard]] Result<Listing> listing(const std::stop_token &stop) override;
    /// ProgramFailed if somebody else has pushed to the branch since listing().
    [[nodiscard]] Result<void> carryOut(const Upload &upload) override;

private:
    [[nodiscard]] Result<QByteArray> git(const QStringList &arguments, const std::stop_token &stop, const QByteArray &input = {},
                                         const QString &folder = {}) const;
    [[nodiscard]] Result<QString> address(const std::stop_token &stop) const;
    [[nodiscard]] Result<void> prepare(const std::stop_token &stop);
    [[nodiscard]] Result<QByteArray> makeTree(const Upload &upload) const;
    [[nodiscard]] Result<QByteArray> indexLines(const Upload &upload) const;
    [[nodiscard]] Result<QByteArray> makeCommit(const Upload &upload, const QByteArray &tree) const;
    [[nodiscard]] QString ref() const { return QStringLiteral("refs/heads/") + m_target.branch; }

    FileSystem &m_files;
    model::PublishDestination m_target;
    PeerPlace m_place;
    QString m_repository; ///< absolute
    QString m_address; ///< of the other side; set by prepare()
    QByteArray m_base; ///< the commit that the branch had; empty: there is no such branch
};

} // namespace quillway::deploy
