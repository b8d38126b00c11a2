// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_quillway.h"
#include "support/site_folder.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;
using quillway::test::runQuillway;
using quillway::test::SiteFolder;

namespace {

constexpr int patience = 30'000; // milliseconds

/// `quillway serve` of a small site, from its address on standard output to Ctrl+C.
class Serving
{
public:
    explicit Serving(const QStringList &options = {})
    {
        folder.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/blog/\"\n");
        folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: Old\n---\n\nWords. [New](2024-06-01-new.md)\n");
        folder.write(u"posts/2024-06-01-new.md"_s, "---\ntitle: New\n---\n\nWords.\n");
        folder.write(u"posts/2024-07-01-draft.md"_s, "---\ntitle: Secret\ndraft: true\n---\n\nWords.\n");
        program.start(QStringLiteral(QUILLWAY_PROGRAM), QStringList { u"serve"_s, folder.path() } + options);
        const bool began = QTest::qWaitFor([this] { return program.canReadLine(); }, patience);
        address = QUrl(QString::fromUtf8(program.readLine()).trimmed());
        if (!began || address.port() <= 0)
            qFatal("it does not serve: %s", program.readAllStandardError().constData());
    }
    ~Serving()
    {
        program.kill();
        program.waitForFinished();
    }

    [[nodiscard]] QByteArray get(const QByteArray &path) const
    {
        QTcpSocket socket;
        connectTo(socket);
        socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        const bool isOver = QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, patience);
        return isOver ? socket.readAll() : QByteArray("(no end)");
    }

    void connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(address.host(), quint16(address.port()));
        if (!socket.waitForConnected(patience))
            qFatal("it does not answer");
    }

    SiteFolder folder;
    QProcess program;
    QUrl address;
};

QByteArray nextEvent(QTcpSocket &events)
{
    QByteArray bytes;
    const bool came = QTest::qWaitFor(
        [&] {
            bytes += events.readAll();
            return bytes.endsWith("\n\n") && bytes.contains("data: ");
        },
        patience);
    return came ? bytes.sliced(bytes.indexOf("data: ") + 6).trimmed() : QByteArray();
}

} // namespace

class TestServeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheSiteWhateverItsAddressWillBe()
    {
        const Serving serving;
        QCOMPARE(serving.address.host(), u"127.0.0.1"_s);
        const QByteArray page = serving.get("/posts/old/");
        QVERIFY2(page.startsWith("HTTP/1.1 200"), page);
        QVERIFY(page.contains("href=\"/posts/new/\""));
        QVERIFY(!page.contains("/blog/"));
        QVERIFY(serving.get("/posts/draft/").startsWith("HTTP/1.1 404"));
        QVERIFY(serving.get("/../quillway.toml").startsWith("HTTP/1.1 400"));
        QVERIFY(serving.get("/quillway.toml").startsWith("HTTP/1.1 404"));
        QVERIFY(!serving.folder.has(u"public"_s));
    }

    void draftsIfTheyAreAskedFor()
    {
        const Serving serving({ u"--drafts"_s });
        QVERIFY(serving.get("/posts/draft/").startsWith("HTTP/1.1 200"));
    }

    void pagesHearOfEachChangeAndKnowTheirState()
    {
        const Serving serving;
        QTcpSocket events;
        serving.connectTo(events);
        events.write("GET /.quillway/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const QByteArray first = nextEvent(events);
        QVERIFY(serving.get("/").contains("/.quillway/reload.js?version=" + first + '"'));
        QVERIFY(serving.get("/.quillway/reload.js?version=" + first).contains("EventSource"));
        serving.folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: Old\n---\n\nChanged.\n");
        const QByteArray second = nextEvent(events);
        QVERIFY(second.toLongLong() > first.toLongLong());
        QVERIFY(serving.get("/posts/old/").contains("Changed."));
        QVERIFY(serving.get("/").contains("version=" + second));
        QVERIFY(!serving.folder.read(u".quillway/output/served/posts/old/index.html"_s).contains("reload.js"));
    }

    void problemsAreToldWhenTheyComeAndWhenTheyGo()
    {
        Serving serving;
        serving.program.readAllStandardError();
        serving.folder.write(u"posts/2024-06-01-new.md"_s, "---\ntitle: [New\n---\n");
        QByteArray said;
        const auto says = [&](const QByteArray &text) {
            return QTest::qWaitFor(
                [&] {
                    said += serving.program.readAllStandardError();
                    return said.contains(text);
                },
                patience);
        };
        QVERIFY2(says("\nposts/2024-06-01-new.md:") || said.startsWith("posts/2024-06-01-new.md:"), said);
        serving.folder.write(u"posts/2024-06-01-new.md"_s, "---\ntitle: New\n---\n\nWords.\n");
        QVERIFY2(says("quillway: mended: posts/2024-06-01-new.md:"), said);
        QCOMPARE(said.count("error: "), 2);
    }

    void endsCleanly_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("asked politely") << SIGTERM;
    }
    void endsCleanly()
    {
        QFETCH(const int, signal);
        Serving serving;
        ::kill(pid_t(serving.program.processId()), signal);
        QVERIFY(serving.program.waitForFinished(patience));
        QCOMPARE(serving.program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(serving.program.exitCode(), 0);
    }

    void refusesWhatIsNoPort_data()
    {
        QTest::addColumn<QString>("port");
        QTest::newRow("a word") << u"http"_s;
        QTest::newRow("none") << u"0"_s;
        QTest::newRow("negative") << u"-1"_s;
        QTest::newRow("too large") << u"65536"_s;
    }
    void refusesWhatIsNoPort()
    {
        QFETCH(const QString, port);
        const SiteFolder folder;
        folder.write(u"quillway.toml"_s, "title = \"T\"\n");
        const auto run = runQuillway({ u"serve"_s, folder.path(), u"--port="_s + port });
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains("--port"));
    }

    void aPortThatIsTakenIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const SiteFolder folder;
        folder.write(u"quillway.toml"_s, "title = \"T\"\n");
        const auto run = runQuillway({ u"serve"_s, folder.path(), u"--port"_s, QString::number(other.serverPort()) });
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains("127.0.0.1:" + QByteArray::number(other.serverPort())), run.err);
    }
};

QTEST_GUILESS_MAIN(TestServeCommand)
#include "tst_serve_command.moc"
