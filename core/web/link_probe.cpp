// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/link_probe.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::web {

namespace {

constexpr int mostHops = 10;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// What the status of a page says that is no redirect.
LinkAnswer::Kind kindOf(int status)
{
    if (status >= 200 && status < 300)
        return LinkAnswer::Kind::Fine;
    return status == 404 || status == 410 ? LinkAnswer::Kind::Missing : LinkAnswer::Kind::Refused;
}

QString hostOf(const QUrl &url)
{
    return url.host() + u':' + QString::number(url.port(-1));
}

QNetworkRequest requestFor(const QUrl &url, std::chrono::milliseconds timeLimit)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(timeLimit);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Mozilla/5.0 (compatible; Quillway link check)"_s);
    request.setRawHeader("Accept", "*/*");
    return request;
}

} // namespace

LinkProbe::LinkProbe(const ProbeLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &LinkProbe::next);
}

LinkProbe::~LinkProbe()
{
    for (QNetworkReply *reply : std::as_const(m_replies))
        reply->disconnect(this);
}

void LinkProbe::start(const QList<QUrl> &urls)
{
    m_waiting.clear();
    QSet<QUrl> known;
    for (const QUrl &url : urls) {
        if (!std::exchange(known, known + QSet { url }).contains(url))
            m_waiting.append({ .asked = url, .at = url });
    }
    m_total = static_cast<int>(m_waiting.size() + m_replies.size());
    m_done = 0;
    m_running = true;
    m_later.start(0);
}

void LinkProbe::cancel()
{
    m_waiting.clear();
    for (QNetworkReply *reply : QSet(m_replies)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    m_replies.clear();
    m_hosts.clear();
    if (m_running)
        m_later.start(0);
}

/// Sends what may be sent now; looks again when the next host has had its pause.
void LinkProbe::next()
{
    if (!m_running)
        return;
    if (m_waiting.isEmpty() && m_replies.isEmpty()) {
        m_running = false;
        Q_EMIT finished();
        return;
    }
    std::chrono::milliseconds soonest = m_limits.pause;
    for (qsizetype i = 0; i < m_waiting.size() && m_replies.size() < m_limits.atOnce;) {
        const QString host = hostOf(m_waiting.at(i).at);
        const auto last = m_lastOf.constFind(host);
        const auto rest = last == m_lastOf.cend() ? std::chrono::milliseconds(0)
                                                  : m_limits.pause - std::chrono::milliseconds(last->elapsed());
        if (m_hosts.contains(host) || rest.count() > 0) {
            if (!m_hosts.contains(host))
                soonest = std::min(soonest, rest);
            ++i;
            continue;
        }
        send(m_waiting.takeAt(i));
    }
    if (!m_waiting.isEmpty() && m_replies.size() < m_limits.atOnce)
        m_later.start(std::max(soonest, std::chrono::milliseconds(1)));
}

void LinkProbe::send(const Question &question)
{
    const QString host = hostOf(question.at);
    m_hosts.insert(host);
    m_lastOf[host].start();
    const QNetworkRequest request = requestFor(question.at, m_limits.timeLimit);
    QNetworkReply *reply = question.isHead ? m_network.head(request) : m_network.get(request);
    m_replies.insert(reply);
    const auto take = [this, question, host, reply] {
        if (!m_replies.remove(reply))
            return;
        reply->disconnect(this);
        m_hosts.remove(host);
        m_lastOf[host].start();
        received(question, *reply);
        reply->abort(); // the rest of a page is not wanted
        reply->deleteLater();
        m_later.start(0);
    };
    connect(reply, &QNetworkReply::finished, this, take);
    if (!question.isHead)
        connect(reply, &QNetworkReply::readyRead, this, take);
}

void LinkProbe::received(const Question &question, QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isRedirect(status))
        return redirected(question, reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(), status);
    const bool isGood = status > 0 && kindOf(status) == LinkAnswer::Kind::Fine;
    if (question.isHead && !isGood && (status > 0 || reply.error() == QNetworkReply::RemoteHostClosedError)) {
        Question again = question; // many sites know nothing of HEAD, or have another answer to it
        again.isHead = false;
        m_waiting.prepend(again);
        return;
    }
    if (status == 0)
        return answer(question, { .kind = LinkAnswer::Kind::Unreachable, .reason = reply.errorString() });
    const bool hasMoved = isGood && question.hops > 0 && question.isForGood;
    answer(question,
           { .kind = hasMoved ? LinkAnswer::Kind::Moved : kindOf(status), .status = status, .movedTo = hasMoved ? question.at : QUrl() });
}

void LinkProbe::redirected(Question question, const QUrl &target, int status)
{
    const QUrl next = question.at.resolved(target);
    const bool isWeb = (next.scheme() == u"http" || next.scheme() == u"https") && !next.host().isEmpty();
    if (target.isEmpty() || !isWeb || ++question.hops > mostHops)
        return answer(question, { .kind = LinkAnswer::Kind::Refused, .status = status });
    question.isForGood = question.isForGood && (status == 301 || status == 308);
    question.at = next.adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    m_waiting.prepend(question);
}

void LinkProbe::answer(const Question &question, LinkAnswer answer)
{
    answer.asked = QDateTime::currentDateTimeUtc();
    ++m_done;
    Q_EMIT answered(question.asked, answer);
    Q_EMIT progress(m_done, m_total);
}

} // namespace quillway::web
