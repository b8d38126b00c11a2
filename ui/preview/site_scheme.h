// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background_pool.h"
#include "core/publish/publication.h"

#include <QByteArray>
#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

#include <functional>
#include <memory>
#include <optional>

namespace quillway::ui {

class RemoteMedia;

/// The preview's URLs: `quillway-site://site` and the path that the same thing has on the published site.
inline constexpr char siteScheme[] = "quillway-site";
/// The host that stands for all other sites; see RemoteMedia.
inline constexpr QLatin1StringView remoteMediaHost("remote");

/// The URL of a path of the site (percent-encoded, as publish writes it), and back; nothing for URLs of other schemes or hosts.
[[nodiscard]] QUrl siteUrl(const QString &path);
[[nodiscard]] std::optional<QString> sitePath(const QUrl &url);

/// What a page of the preview may do: show pictures, styles, fonts, sound and film of its own site. No script, frame, form, plug-in, nothing from elsewhere.
/// (Content Security Policy Level 3.)
[[nodiscard]] QByteArray contentPolicy();

/// What is served for a path that is no page.
struct ServedFile {
    QByteArray bytes;
    QByteArray mimeType;
};

/// Reads what stands behind an address. Refused (nothing) are: files that really are outside `siteFolder`, whatever links lead there, what is no ordinary
/// file, and what is larger than `largestFile`. Blocks; for worker threads.
[[nodiscard]] std::optional<ServedFile> readServed(const publish::SourceFile &source, const QString &path, const QString &siteFolder);
inline constexpr qint64 largestFile = 64LL * 1024 * 1024; ///< bytes

/// Answers the requests of the preview's page: the page itself from memory, other things by way of a Publication on worker threads. Lives on the window's
/// thread, which is also where the engine asks.
class SiteSchemeHandler : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit SiteSchemeHandler(QObject *parent = nullptr);
    ~SiteSchemeHandler() override;

    /// What is served from now on: `html` at `path`, and the rest of its site. Null: nothing.
    void setPage(const QString &path, const QByteArray &html, publish::PublicationPtr publication);

    /// Whether what RemoteMedia fetches is given out. At first it is not.
    void setRemoteMediaAllowed(bool allowed) { m_isRemoteAllowed = allowed; }

    /// In place of contentPolicy().
    void setPolicy(const QByteArray &policy) { m_policy = policy; }

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    void answerOwn(QWebEngineUrlRequestJob *job, const QString &path);
    void answerRemote(QWebEngineUrlRequestJob *job, const QUrl &target);
    void reply(QWebEngineUrlRequestJob *job, const ServedFile &file);
    void replyOrFail(QWebEngineUrlRequestJob *job, const std::optional<ServedFile> &file);

    QByteArray m_policy = contentPolicy();
    QString m_path;
    QByteArray m_html;
    publish::PublicationPtr m_publication;
    bool m_isRemoteAllowed = false;
    RemoteMedia *m_remote = nullptr; ///< child, once there was something to fetch
    BackgroundPool m_readers;
};

} // namespace quillway::ui
