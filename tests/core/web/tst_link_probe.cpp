// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/web/link_probe.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <tuple>

using namespace quillway;
using namespace quillway::web;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = LinkAnswer::Kind;

namespace {

constexpr int patience = 20'000; // milliseconds

/// A web site on this machine's own loopback address. `answerTo` gives the whole answer to a request line; nothing is sent for an empty one.
class Server
{
public:
    explicit Server(std::function<QByteArray(const QByteArray &method, const QByteArray &path)> answerTo)
        : m_answerTo(std::move(answerTo))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            most = std::max(most, ++m_open);
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray head = socket->readAll();
                const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
                requests.append(words.value(0) + ' ' + words.value(1));
                heads.append(head);
                const QByteArray answer = m_answerTo(words.value(0), words.value(1));
                if (answer.isEmpty())
                    return;
                --m_open;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url(const QString &path) const { return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path)); }

    QByteArrayList requests;
    QByteArrayList heads;
    int most = 0; ///< requests at once

private:
    std::function<QByteArray(const QByteArray &, const QByteArray &)> m_answerTo;
    QTcpServer m_server;
    int m_open = 0;
};

QByteArray status(int code, const QByteArray &more = {})
{
    return "HTTP/1.1 " + QByteArray::number(code) + " X\r\nContent-Length: 0\r\nConnection: close\r\n" + more + "\r\n";
}

QByteArray redirect(int code, const QByteArray &target)
{
    return status(code, "Location: " + target + "\r\n");
}

LinkAnswers answersTo(LinkProbe &probe, const QList<QUrl> &urls)
{
    LinkAnswers answers;
    const auto connection = QObject::connect(&probe, &LinkProbe::answered, &probe,
                                             [&](const QUrl &url, const LinkAnswer &answer) { answers.insert(url, answer); });
    QSignalSpy finished(&probe, &LinkProbe::finished);
    probe.start(urls);
    if (!finished.wait(patience))
        qFatal("the probe does not end");
    QObject::disconnect(connection);
    return answers;
}

const ProbeLimits quick { .atOnce = 4, .timeLimit = 500ms, .pause = 0ms };

} // namespace

class TestLinkProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsWhatASiteSays_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("movedTo");
        QTest::newRow("there") << u"/fine"_s << Kind::Fine << 200 << QString();
        QTest::newRow("not there") << u"/gone"_s << Kind::Missing << 404 << QString();
        QTest::newRow("there, but HEAD is not known") << u"/get-only"_s << Kind::Fine << 200 << QString();
        QTest::newRow("wants a login") << u"/login"_s << Kind::Refused << 403 << QString();
        QTest::newRow("broken") << u"/broken"_s << Kind::Refused << 500 << QString();
        QTest::newRow("moved for good") << u"/old"_s << Kind::Moved << 200 << u"/fine"_s;
        QTest::newRow("moved for good, twice") << u"/older"_s << Kind::Moved << 200 << u"/fine"_s;
        QTest::newRow("elsewhere for now") << u"/today"_s << Kind::Fine << 200 << QString();
        QTest::newRow("moved for good to what is elsewhere for now") << u"/mixed"_s << Kind::Fine << 200 << QString();
        QTest::newRow("moved to nothing") << u"/lost"_s << Kind::Missing << 404 << QString();
        QTest::newRow("round and round") << u"/round"_s << Kind::Refused << 302 << QString();
        QTest::newRow("to a file of this machine") << u"/file"_s << Kind::Refused << 302 << QString();
        QTest::newRow("silent") << u"/silent"_s << Kind::Unreachable << 0 << QString();
    }
    void hearsWhatASiteSays()
    {
        QFETCH(const QString, path);
        QFETCH(const Kind, kind);
        QFETCH(const QString, movedTo);
        Server server([](const QByteArray &method, const QByteArray &asked) {
            if (asked == "/fine" || (asked == "/get-only" && method == "GET"))
                return status(200);
            if (asked == "/get-only")
                return status(405);
            if (asked == "/login")
                return status(403);
            if (asked == "/broken")
                return status(500);
            if (asked == "/old")
                return redirect(301, "/fine");
            if (asked == "/older")
                return redirect(308, "/old");
            if (asked == "/today")
                return redirect(302, "/fine");
            if (asked == "/mixed")
                return redirect(301, "/today");
            if (asked == "/lost")
                return redirect(301, "/gone");
            if (asked == "/round")
                return redirect(302, "/round");
            if (asked == "/file")
                return redirect(302, "file:///etc/passwd");
            return asked == "/silent" ? QByteArray() : status(404);
        });
        LinkProbe probe(quick);
        const LinkAnswers answers = answersTo(probe, { server.url(path) });
        const LinkAnswer answer = answers.value(server.url(path));
        QCOMPARE(answer.kind, kind);
        QTEST(answer.status, "status");
        QCOMPARE(answer.movedTo, movedTo.isEmpty() ? QUrl() : server.url(movedTo));
        QVERIFY(answer.asked.isValid());
    }

    void aSiteThatIsNotThereIsUnreachable()
    {
        QUrl url;
        {
            const Server server([](const auto &...) { return status(200); });
            url = server.url(u"/"_s);
        }
        LinkProbe probe(quick);
        const LinkAnswers answers = answersTo(probe, { url });
        QCOMPARE(answers.value(url).kind, Kind::Unreachable);
        QVERIFY(!answers.value(url).reason.isEmpty());
    }

    void asksAHostOnceAtATimeAndPauses()
    {
        Server server([](const auto &...) { return status(200); });
        LinkProbe probe({ .atOnce = 4, .timeLimit = 5s, .pause = 50ms });
        QElapsedTimer clock;
        clock.start();
        QList<QUrl> urls;
        for (int i = 0; i < 5; ++i)
            urls += { server.url(u"/%1"_s.arg(i)), server.url(u"/%1"_s.arg(i)) };
        QCOMPARE(answersTo(probe, urls).size(), 5);
        QCOMPARE(server.requests.size(), 5);
        QCOMPARE(server.most, 1);
        QVERIFY(clock.elapsed() >= 4LL * 50);
    }

    void saysLittleOfWhoAsks()
    {
        Server server([](const auto &...) { return status(200, "Set-Cookie: a=b\r\n"); });
        LinkProbe probe(quick);
        QUrl url = server.url(u"/"_s);
        std::ignore = answersTo(probe, { url, server.url(u"/two"_s) });
        for (const QByteArray &head : std::as_const(server.heads)) {
            QVERIFY(!head.toLower().contains("cookie:"));
            QVERIFY(!head.toLower().contains("referer:"));
            QVERIFY(!head.toLower().contains("authorization:"));
        }
    }

    void stopsWhenAsked()
    {
        Server server([](const auto &...) { return QByteArray(); });
        LinkProbe probe({ .atOnce = 4, .timeLimit = 60s, .pause = 0ms });
        QSignalSpy finished(&probe, &LinkProbe::finished);
        QSignalSpy answered(&probe, &LinkProbe::answered);
        probe.start({ server.url(u"/1"_s), server.url(u"/2"_s) });
        QTRY_COMPARE_WITH_TIMEOUT(server.requests.size(), 1, patience);
        probe.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        QCOMPARE(answered.size(), 0);
        QVERIFY(!probe.isRunning());
    }

    void nothingToAskEndsToo()
    {
        LinkProbe probe(quick);
        QVERIFY(answersTo(probe, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLinkProbe)
#include "tst_link_probe.moc"
