// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/serve/http_server.h"
#include "support/site_folder.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace quillway;
using namespace quillway::serve;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // milliseconds

/// A server whose answers are a few files, and what a client hears of it.
class Desk
{
public:
    explicit Desk(const ServerLimits &limits = {})
        : server(
              files, [this](const HttpRequest &request) { return SiteFolderAnswers(files, folder.path()).answerTo(request); }, "/events",
              limits)
    {
        folder.write(u"a.txt"_s, "hello");
        folder.write(u"large.bin"_s, QByteArray(3'000'000, 'x'));
        if (!server.listen(0))
            qFatal("no port");
    }

    void connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, patience));
    }

    /// What comes until the other side closes.
    [[nodiscard]] QByteArray talk(const QByteArray &said) const
    {
        QTcpSocket socket;
        connectTo(socket);
        socket.write(said);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, patience))
            return "(nothing closed the connection)";
        return socket.readAll();
    }

    test::SiteFolder folder;
    NativeFileSystem files;
    HttpServer server;
};

QByteArray get(const QByteArray &path, const QByteArray &more = "Connection: close\r\n")
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

QByteArray heard(QTcpSocket &socket, const QByteArray &until)
{
    QByteArray bytes;
    const bool came = QTest::qWaitFor(
        [&] {
            bytes += socket.readAll();
            return bytes.endsWith(until);
        },
        patience);
    return came ? bytes : bytes + "(and then nothing)";
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndCloses()
    {
        const QByteArray answer = Desk().talk(get("/a.txt"));
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("\r\nContent-Length: 5\r\n"));
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\nhello"));
    }

    void theHeadAlone()
    {
        const QByteArray answer = Desk().talk("HEAD /a.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QVERIFY(answer.contains("\r\nContent-Length: 5\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }

    void severalRequestsOnOneConnection()
    {
        const QByteArray answers = Desk().talk(get("/a.txt", {}) + "\r\n" + get("/none", {}) + get("/a.txt"));
        QCOMPARE(answers.count("HTTP/1.1 200"), 2);
        QCOMPARE(answers.count("HTTP/1.1 404"), 1);
        QCOMPARE(answers.count("hello"), 2);
    }

    void aFileOfAnySize()
    {
        const QByteArray answer = Desk().talk(get("/large.bin"));
        QCOMPARE(answer.sliced(answer.indexOf("\r\n\r\n") + 4), QByteArray(3'000'000, 'x'));
    }

    void aRequestInPieces()
    {
        const Desk desk;
        QTcpSocket socket;
        desk.connectTo(socket);
        for (const char c : get("/a.txt")) {
            socket.write(&c, 1);
            socket.flush();
            QTest::qWait(1);
        }
        QVERIFY(heard(socket, "hello").startsWith("HTTP/1.1 200"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("garbage") << QByteArray("\x16\x03\x01\r\n\r\n") << "400"_ba;
        QTest::newRow("another site's name") << QByteArray("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") << "421"_ba;
        QTest::newRow("a head without end") << "GET / HTTP/1.1\r\nA: " + QByteArray(20'000, 'a') << "431"_ba;
        QTest::newRow("a long head") << "GET / HTTP/1.1\r\nA: " + QByteArray(20'000, 'a') + "\r\n\r\n" << "431"_ba;
        QTest::newRow("a body") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nGET ") << "413"_ba;
        QTest::newRow("a body in chunks") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
                                          << "413"_ba;
    }
    void refuses()
    {
        QFETCH(const QByteArray, said);
        QFETCH(const QByteArray, status);
        const QByteArray answer = Desk().talk(said);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer);
        QCOMPARE(answer.count("HTTP/1.1"), 1);
    }

    void whoeverSaysNothingIsLeft()
    {
        const Desk desk({ .idle = 100ms });
        QVERIFY(desk.talk("GET / HT").isEmpty());
    }

    void tooManyAreToldToComeLater()
    {
        const Desk desk({ .connections = 1 });
        QTcpSocket first;
        desk.connectTo(first);
        first.write(get("/a.txt", {}));
        QVERIFY(heard(first, "hello").startsWith("HTTP/1.1 200"));
        QVERIFY(desk.talk(get("/a.txt")).startsWith("HTTP/1.1 503"));
        first.disconnectFromHost();
        QTRY_VERIFY_WITH_TIMEOUT(desk.talk(get("/a.txt")).startsWith("HTTP/1.1 200"), patience);
    }

    void streamsHearEveryEventAndTheLastOneFirst()
    {
        Desk desk({ .idle = 100ms });
        desk.server.setEvent("1");
        QTcpSocket socket;
        desk.connectTo(socket);
        socket.write(get("/events"));
        QVERIFY(heard(socket, "data: 1\n\n").contains("Content-Type: text/event-stream"));
        QTest::qWait(300); // a stream may wait
        desk.server.setEvent("2");
        QCOMPARE(heard(socket, "\n\n"), "data: 2\n\n");
    }

    void onlyThisMachineCanConnect()
    {
        const Desk desk;
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.2"_s, desk.server.port()); // the same machine by another address: not listened to
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, patience));
        QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void aPortThatIsTakenIsAnError()
    {
        const Desk desk;
        NativeFileSystem files;
        HttpServer second(files, [](const HttpRequest &) { return plainAnswer(HttpStatus::Ok); }, {});
        QCOMPARE(second.listen(desk.server.port()).error().code, ErrorCode::InUse);
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
