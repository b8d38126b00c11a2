// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/site_path.h"
#include "core/model/settings.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace quillway::model {

/// Where `[publish.NAME]` puts a site. What a kind has no use for is empty.
struct PublishDestination {
    enum class Kind { Folder, Archive, Git, Rsync, Sftp, Netlify, Cloudflare, S3 };

    QString name;
    Kind kind = Kind::Folder;
    QUrl baseUrl {}; ///< of the site there, with a trailing slash; empty: the settings'
    QString path {}; ///< Folder, Archive (`.zip` or `.tar.zst`): absolute or seen from the site's folder; Rsync, Sftp: a folder on the server
    QString host {}; ///< Rsync, Sftp: a name, or one that the user's ssh configuration knows
    QString user {}; ///< Rsync, Sftp; empty: as ssh is set up
    int port = 0; ///< Rsync, Sftp; 0: as ssh is set up
    QString remote {}; ///< Git: an address, a folder, or the name of a remote of the site's own repository
    QString branch {}; ///< Git
    QString project {}; ///< Netlify: the site's name or id; Cloudflare: the project; S3: the bucket
    QString endpoint {}; ///< S3: of a service other than Amazon's

    friend bool operator==(const PublishDestination &, const PublishDestination &) = default;
};

/// The word of quillway.toml for a kind.
[[nodiscard]] QString publishKindName(PublishDestination::Kind kind);
[[nodiscard]] QList<PublishDestination::Kind> publishKinds();

/// A key that targets of a kind have.
struct PublishKey {
    QString name;
    bool isNeeded = false;
};
[[nodiscard]] QList<PublishKey> publishKeys(PublishDestination::Kind kind);

/// Why `value` cannot be that key of a target, as what it should be (`a host's name`); nothing if it can. Values go to other programs as arguments: none of them may be read as
/// an option, and none has control characters.
[[nodiscard]] std::optional<QString> publishKeyFault(const QString &key, const QString &value);

/// What `[publish.NAME]` means, given as it is written. Nothing if nothing could be put there; then, and for keys that it does not know, `diagnostics` has where and why.
[[nodiscard]] std::optional<PublishDestination> readPublishDestination(const QString &name, const text::Value &table, const SitePath &file,
                                                                       Diagnostics &diagnostics);

/// Those of the settings, in their order. The targets of settings that were read are good.
[[nodiscard]] QList<PublishDestination> publishDestinations(const Settings &settings);

} // namespace quillway::model
