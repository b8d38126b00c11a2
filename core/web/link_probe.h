// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/web/link_answers.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

class QNetworkReply;

namespace quillway::web {

/// How polite a probe is.
struct ProbeLimits {
    int atOnce = 4; ///< addresses
    std::chrono::milliseconds timeLimit { 10'000 }; ///< for one request
    std::chrono::milliseconds pause { 500 }; ///< between two requests to one host, of which there is never more than one at a time
};

/// Asks other sites whether their addresses still lead somewhere: with HEAD, and with GET (of which no more than the head is taken) where a site does not answer that well. Follows
/// redirects itself, to see which of them are for good. Sends no cookies, no credentials and not where the link stands. Belongs to one thread with an event loop; never waits.
class LinkProbe : public QObject
{
    Q_OBJECT

public:
    explicit LinkProbe(const ProbeLimits &limits = {}, QObject *parent = nullptr);
    ~LinkProbe() override;

    /// Asks for each of them; those of an earlier call that wait are dropped. finished() follows, later.
    void start(const QList<QUrl> &urls);
    void cancel(); ///< finished() follows; what was not answered is not
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void answered(const QUrl &url, const quillway::web::LinkAnswer &answer);
    void progress(int done, int total);
    void finished();

private:
    /// One address on its way through redirects and methods.
    struct Question {
        QUrl asked;
        QUrl at; ///< where it has led to
        bool isHead = true;
        bool isForGood = true; ///< every redirect so far was
        int hops = 0;
    };

    void next();
    void send(const Question &question);
    void received(const Question &question, QNetworkReply &reply);
    void redirected(Question question, const QUrl &target, int status);
    void answer(const Question &question, LinkAnswer answer);

    ProbeLimits m_limits;
    QNetworkAccessManager m_network;
    QList<Question> m_waiting;
    QHash<QString, QElapsedTimer> m_lastOf; ///< when a host was asked last
    QSet<QString> m_hosts; ///< that are being asked
    QSet<QNetworkReply *> m_replies;
    QTimer m_later;
    int m_total = 0;
    int m_done = 0;
    bool m_running = false;
};

} // namespace quillway::web
