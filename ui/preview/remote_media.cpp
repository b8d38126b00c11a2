// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/remote_media.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::ui {

namespace {

constexpr qsizetype longestAddress = 8192; ///< servers refuse longer ones
constexpr auto patience = 30s; ///< without a byte
constexpr int mostRedirects = 5;

bool isMedia(const QByteArray &mimeType)
{
    const std::array<QByteArrayView, 3> kinds { "image/", "audio/", "video/" };
    return std::ranges::any_of(kinds, [&](QByteArrayView kind) { return mimeType.startsWith(kind); });
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    // From https to https only.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    for (const auto attribute : { QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
                                  QNetworkRequest::AuthenticationReuseAttribute })
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "image/*, audio/*, video/*");
    request.setTransferTimeout(patience);
    return request;
}

} // namespace

std::optional<QUrl> remoteMediaTarget(const QUrl &request)
{
    if (request.scheme() != QLatin1StringView(siteScheme) || request.host() != remoteMediaHost || request.hasQuery())
        return std::nullopt;
    const QByteArray encoded = request.path(QUrl::FullyEncoded).toLatin1().sliced(std::min<qsizetype>(1, request.path().size()));
    if (encoded.size() > longestAddress)
        return std::nullopt;
    QUrl target = QUrl::fromEncoded(QByteArray::fromPercentEncoding(encoded), QUrl::StrictMode);
    if (target.scheme() == "http"_L1) {
        target.setScheme(u"https"_s);
        if (target.port() == 80)
            target.setPort(-1);
    }
    if (!target.isValid() || target.scheme() != "https"_L1 || target.host().isEmpty() || !target.userInfo().isEmpty())
        return std::nullopt;
    return target.adjusted(QUrl::RemoveFragment);
}

RemoteMedia::RemoteMedia(QObject *parent)
    : QObject(parent)
    , m_kept(largestFile)
{
    m_network.setAutoDeleteReplies(true);
}

void RemoteMedia::fetch(const QUrl &url, const Take &take)
{
    if (const ServedFile *kept = m_kept.object(url)) {
        take(*kept);
        return;
    }
    QNetworkReply *reply = m_network.get(requestFor(url));
    connect(reply, &QNetworkReply::metaDataChanged, reply, [reply] {
        const bool isWanted = isMedia(reply->header(QNetworkRequest::ContentTypeHeader).toByteArray());
        if (!isWanted && !reply->header(QNetworkRequest::LocationHeader).isValid())
            reply->abort();
    });
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
        if (std::max(received, total) > largestFile)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, take] { arrived(*reply, url, take); });
}

void RemoteMedia::arrived(QNetworkReply &reply, const QUrl &url, const Take &take)
{
    const QByteArray type = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() != QNetworkReply::NoError || status != 200 || reply.url().scheme() != "https"_L1 || !isMedia(type)) {
        take(std::nullopt);
        return;
    }
    const ServedFile file { reply.readAll(), type };
    m_kept.insert(url, new ServedFile(file), file.bytes.size());
    take(file);
}

} // namespace quillway::ui
