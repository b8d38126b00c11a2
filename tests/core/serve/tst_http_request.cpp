// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/http_request.h"

#include <QTest>

using namespace quillway::serve;

namespace {

const QByteArray host = "Host: localhost:4100\r\n";

} // namespace

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAHead()
    {
        const auto request = parseRequest("GET /a%20b/?x=1&y HTTP/1.1\r\nHost: localhost:4100\r\nAccept:text/html\r\nACCEPT: */* \r\n\r\n"
                                          + QByteArray());
        QVERIFY(!request); // the empty line is not part of it
        const auto good = parseRequest("GET /a%20b/?x=1&y HTTP/1.1\r\nHost: localhost:4100\r\nAccept:text/html\r\nACCEPT: */* \r\n");
        QVERIFY(good);
        QCOMPARE(good->method, "GET");
        QCOMPARE(good->path, "/a%20b/");
        QCOMPARE(good->query, "x=1&y");
        QCOMPARE(good->host, "localhost:4100");
        QCOMPARE(good->headers.value("accept"), "text/html, */*");
        QVERIFY(good->keepsAlive);
        QVERIFY(!good->hasBody());
    }

    void knowsWhetherAnotherRequestFollows_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepsAlive");
        QTest::newRow("1.1") << "GET / HTTP/1.1\r\n" + host << true;
        QTest::newRow("1.1, the last one") << "GET / HTTP/1.1\r\n" + host + "Connection: Close\r\n" << false;
        QTest::newRow("1.1, among others") << "GET / HTTP/1.1\r\n" + host + "Connection: TE, close\r\n" << false;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n") << false;
        QTest::newRow("1.0, on demand") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n") << true;
    }
    void knowsWhetherAnotherRequestFollows()
    {
        QFETCH(const QByteArray, head);
        const auto request = parseRequest(head);
        QVERIFY(request);
        QTEST(request->keepsAlive, "keepsAlive");
    }

    void refusesWhatIsNotWellFormed_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const auto bad = [](const char *name, const QByteArray &head) { QTest::newRow(name) << head << 400; };
        bad("nothing", "");
        bad("an empty line", "\r\n");
        bad("bare line feeds", "GET / HTTP/1.1\nHost: localhost\n");
        bad("two blanks", "GET  / HTTP/1.1\r\n" + host);
        bad("no version", "GET /\r\n" + host);
        bad("a path without a slash", "GET a HTTP/1.1\r\n" + host);
        bad("a fragment", "GET /#a HTTP/1.1\r\n" + host);
        bad("a raw byte of another encoding", "GET /\xC3\xA4 HTTP/1.1\r\n" + host);
        bad("a control character", QByteArray("GET /\x01 HTTP/1.1\r\n") + host);
        bad("no host", "GET / HTTP/1.1\r\n");
        bad("two hosts", "GET / HTTP/1.1\r\n" + host + host);
        bad("two lengths", "GET / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n");
        bad("a blank before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n");
        bad("a folded header", "GET / HTTP/1.1\r\n" + host + " more\r\n");
        bad("NUL in a header", "GET / HTTP/1.1\r\n" + host + QByteArray("A: x\0y\r\n", 8));
        QTest::newRow("another version") << "GET / HTTP/2.0\r\n" + host << 505;
    }
    void refusesWhatIsNotWellFormed()
    {
        QFETCH(const QByteArray, head);
        const auto request = parseRequest(head);
        QVERIFY(!request);
        QTEST(int(request.error()), "status");
    }

    void onlyThisMachineIsAsked_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isOurs");
        const auto named = [](const char *name, const QByteArray &asked, bool isOurs) {
            QTest::newRow(name) << "GET / HTTP/1.1\r\nHost: " + asked + "\r\n" << isOurs;
        };
        named("localhost", "localhost", true);
        named("with a port", "LocalHost:4100", true);
        named("by number", "127.0.0.1:4100", true);
        named("IPv6", "[::1]:4100", true);
        named("IPv6 without a port", "[::1]", true);
        named("a name that leads here", "evil.example:4100", false);
        named("a name that looks like it", "localhost.evil.example", false);
        named("an address that looks like it", "127.0.0.1.evil.example", false);
        named("behind a colon", "localhost:@evil.example", false);
        named("empty", "", false);
        QTest::newRow("in the request line") << QByteArray("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n") << true;
        QTest::newRow("another one in the request line") << QByteArray("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n") << false;
        QTest::newRow("none, of old") << QByteArray("GET / HTTP/1.0\r\n") << false;
    }
    void onlyThisMachineIsAsked()
    {
        QFETCH(const QByteArray, head);
        const auto request = parseRequest(head);
        QVERIFY(request);
        QTEST(isForThisMachine(*request), "isOurs");
    }
};

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_http_request.moc"
