// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/site_scheme.h"

#include <QCache>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

namespace quillway::ui {

/// Pictures, sound and film that a page takes from other sites. The engine itself stays off the network: where the user allows them, the preview's script
/// asks for them by addresses of the own scheme, `quillway-site://remote/` and the percent-encoded address, and the window fetches them.

/// The address that such a request stands for; nothing for requests of other kinds, and for addresses that are not https. (A page on https cannot have
/// pictures over http: browsers ask for them over https, and so does this.)
[[nodiscard]] std::optional<QUrl> remoteMediaTarget(const QUrl &request);

/// Fetches what remoteMediaTarget() named, over https only, redirects included, without cookies, credentials or a word on where it is shown. What is no picture,
/// sound or film by its type, or larger than `largestFile`, is not given. Belongs to one thread, never waits.
class RemoteMedia : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<void(const std::optional<ServedFile> &file)>;

    explicit RemoteMedia(QObject *parent = nullptr);

    /// Calls `take` once, now or later; not after this has gone.
    void fetch(const QUrl &url, const Take &take);

private:
    void arrived(QNetworkReply &reply, const QUrl &url, const Take &take);

    QNetworkAccessManager m_network;
    QCache<QUrl, ServedFile> m_kept; ///< pages load anew more often than pictures change; cost in bytes
};

} // namespace quillway::ui
