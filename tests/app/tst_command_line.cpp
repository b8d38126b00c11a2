// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_quillway.h"
#include "support/site_folder.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <semaphore>
#include <thread>

using namespace Qt::StringLiterals;
using quillway::test::Run;
using quillway::test::runQuillway;
using quillway::test::SiteFolder;

namespace {

void writeSite(const SiteFolder &folder)
{
    folder.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
    folder.write(u"posts/2024-05-01-old.md"_s, "---\ntitle: Old\ntags: [Go, sql]\n---\n\nWords.\n"_ba);
    folder.write(u"posts/2024-06-01-new.md"_s, "---\ntitle: New\ntags: [go]\n---\n\nWords. [Old](2024-05-01-old.md)\n"_ba);
    folder.write(u"posts/2024-07-01-draft.md"_s, "---\ntitle: Secret\ndraft: true\n---\n\nWords.\n"_ba);
    folder.write(u"topics/go.md"_s, "---\ntitle: Go\n---\n"_ba);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheStatusOfWhatWentWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("help") << QStringList { u"--help"_s } << 0;
        QTest::newRow("version") << QStringList { u"--version"_s } << 0;
        QTest::newRow("a command's help") << QStringList { u"export"_s, u"--help"_s } << 0;
        QTest::newRow("unknown command") << QStringList { u"exprot"_s, u"."_s } << 2;
        QTest::newRow("unknown option") << QStringList { u"export"_s, u"."_s, u"--fast"_s } << 2;
        QTest::newRow("no site") << QStringList { u"export"_s } << 2;
        QTest::newRow("two sites") << QStringList { u"export"_s, u"."_s, u"."_s } << 2;
        QTest::newRow("no such folder") << QStringList { u"export"_s, u"nowhere"_s } << 3;
        QTest::newRow("bad date") << QStringList { u"export"_s, u"."_s, u"--build-date"_s, u"2024-17-01"_s } << 2;
        QTest::newRow("bad address") << QStringList { u"export"_s, u"."_s, u"--base-url"_s, u"blog.example"_s } << 2;
        QTest::newRow("bad number of threads") << QStringList { u"export"_s, u"."_s, u"--jobs"_s, u"0"_s } << 2;
        QTest::newRow("output is the site") << QStringList { u"export"_s, u"."_s, u"--output"_s, u"."_s } << 2;
        QTest::newRow("unknown topic") << QStringList { u"topic"_s, u"profile"_s, u"."_s, u"rust"_s } << 2;
        QTest::newRow("check of a clean site") << QStringList { u"check"_s, u"."_s } << 0;
        QTest::newRow("export of a clean site") << QStringList { u"export"_s, u"."_s } << 0;
    }
    void endsWithTheStatusOfWhatWentWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const SiteFolder folder;
        writeSite(folder);
        const Run run = runQuillway(arguments, folder.path());
        QVERIFY2(run.status == status, run.out + run.err);
        QVERIFY(status == 0 || !run.err.isEmpty());
    }

    void makesASiteThatIsCleanAndExports()
    {
        const SiteFolder folder;
        const Run made = runQuillway({ u"new"_s, u"blog"_s, u"--title"_s, u"My \"own\" \\ blog"_s }, folder.path());
        QCOMPARE(made.status, 0);
        const Run checked = runQuillway({ u"check"_s, u"blog"_s }, folder.path());
        QVERIFY2(checked.status == 0 && checked.out.isEmpty(), checked.out + checked.err);
        const Run exported = runQuillway({ u"export"_s, u"blog"_s }, folder.path());
        QVERIFY2(exported.status == 0, exported.err);
        QVERIFY(folder.read(u"blog/public/index.html"_s).contains("My &quot;own&quot; \\ blog"));
        QVERIFY(folder.has(u"blog/public/topics/writing/index.html"_s));
        QVERIFY(folder.has(u"blog/public/paths/start-here/index.html"_s));

        QCOMPARE(runQuillway({ u"new"_s, u"blog"_s }, folder.path()).status, 2);
    }

    void exportLeavesDraftsAndTheFutureOutUnlessAsked()
    {
        const SiteFolder folder;
        writeSite(folder);
        QCOMPARE(runQuillway({ u"export"_s, folder.path(), u"--build-date"_s, u"2024-05-15"_s }).status, 0);
        QVERIFY(folder.has(u"public/posts/old/index.html"_s));
        QVERIFY(!folder.has(u"public/posts/new/index.html"_s));
        QVERIFY(!folder.has(u"public/posts/draft/index.html"_s));
        QCOMPARE(runQuillway({ u"export"_s, folder.path(), u"--build-date"_s, u"2024-05-15"_s, u"--drafts"_s, u"--future"_s }).status, 0);
        QVERIFY(folder.has(u"public/posts/new/index.html"_s));
        QVERIFY(folder.has(u"public/posts/draft/index.html"_s));
        QCOMPARE(runQuillway({ u"export"_s, folder.path(), u"--build-date"_s, u"2024-06-01"_s }).status, 0);
        QVERIFY(folder.has(u"public/posts/new/index.html"_s));
        QVERIFY(!folder.has(u"public/posts/draft/index.html"_s));
    }

    void exportTellsWhatItDid()
    {
        const SiteFolder folder;
        writeSite(folder);
        const QJsonObject first = runQuillway({ u"export"_s, folder.path(), u"--json"_s }).json();
        QCOMPARE(first.value(u"output"_s).toString(), folder.path(u"public"_s));
        QVERIFY(first.value(u"written"_s).toInt() > 5);
        const QJsonObject second = runQuillway({ u"export"_s, folder.path(), u"--json"_s }).json();
        QCOMPARE(second.value(u"written"_s).toInt(), 0);
        QCOMPARE(second.value(u"unchanged"_s).toInt(), first.value(u"written"_s).toInt());
    }

    void faultsOfContentAreToldWithTheirPlaceAndTheRestIsExported_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("status");
        QTest::newRow("front matter that is no YAML")
            << u"posts/2024-08-01-x.md"_s << "---\ntitle: [a\n---\n"_ba << "posts/2024-08-01-x.md:"_ba << 1;
        QTest::newRow("front matter without end")
            << u"posts/2024-08-01-x.md"_s << "---\ntitle: a\n\ntext\n"_ba << "posts/2024-08-01-x.md:1:1: error:"_ba << 1;
        QTest::newRow("bytes that are no UTF-8")
            << u"posts/2024-08-01-x.md"_s << "---\ntitle: a\n---\ncaf\xE9\n"_ba << "posts/2024-08-01-x.md:4:4: error:"_ba << 1;
        QTest::newRow("date that is none") << u"posts/2024-08-01-x.md"_s << "---\ntitle: a\ndate: 2024-17-01\n---\n"_ba
                                           << "posts/2024-08-01-x.md:3:7: error:"_ba << 1;
        QTest::newRow("two posts of one address") << u"posts/2024-08-01-old.md"_s << "---\ntitle: a\n---\n"_ba << "error:"_ba << 1;
        QTest::newRow("unknown setting") << u"quillway.toml"_s << "title = \"T\"\nbase_url = \"https://t.example/\"\ncolour = 1\n"_ba
                                         << "quillway.toml:3:1: warning:"_ba << 0;
        QTest::newRow("setting of the wrong type")
            << u"quillway.toml"_s << "title = 3\nbase_url = \"https://t.example/\"\n"_ba << "quillway.toml:1:9: error:"_ba << 2;
        QTest::newRow("template with an error") << u"theme/post.html"_s << "<p>\n{% if %}\n"_ba << "theme/post.html:"_ba << 1;
    }
    void faultsOfContentAreToldWithTheirPlaceAndTheRestIsExported()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, message);
        QFETCH(int, status);
        const SiteFolder folder;
        writeSite(folder);
        folder.write(file, bytes);
        const Run run = runQuillway({ u"export"_s, folder.path() });
        QVERIFY2(run.err.contains(message), run.err);
        QVERIFY2(run.status == status, run.err);
        QVERIFY(folder.has(u"public/index.html"_s));
        QVERIFY(folder.read(u"public/index.html"_s).contains("Old"));
        QCOMPARE(folder.read(file), bytes);
    }

    void settingsThatCannotBeReadStopTheExport()
    {
        const SiteFolder folder;
        writeSite(folder);
        folder.write(u"quillway.toml"_s, "title = \"T\nbase_url = 1\n"_ba);
        const Run run = runQuillway({ u"export"_s, folder.path() });
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("quillway.toml:1:"), run.err);
        QVERIFY(!folder.has(u"public"_s));
    }

    void checkListsProblemsAsACompilerDoes()
    {
        const SiteFolder folder;
        writeSite(folder);
        folder.write(u"posts/2024-08-01-x.md"_s, "---\ntitle: X\n---\n\n[gone](nowhere.md) ![](none.png)\n"_ba);
        const Run run = runQuillway({ u"check"_s, folder.path() });
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.contains("posts/2024-08-01-x.md:5:1: error:"), run.out);
        const QJsonObject json = runQuillway({ u"check"_s, folder.path(), u"--json"_s }).json();
        QVERIFY(json.value(u"errors"_s).toInt() >= 2);
        const QJsonObject problem = json.value(u"problems"_s).toArray().first().toObject();
        QCOMPARE(problem.value(u"file"_s).toString(), u"posts/2024-08-01-x.md"_s);
        QCOMPARE(problem.value(u"line"_s).toInt(), 5);
    }

    /// The other site is this program, on the machine's own address.
    void checkAsksOtherSitesWhenToldTo()
    {
        int asked = 0;
        quint16 port = 0;
        std::binary_semaphore listening(0);
        const std::jthread site([&](const std::stop_token &stop) {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            port = server.serverPort();
            listening.release();
            while (!stop.stop_requested()) {
                if (!server.waitForNewConnection(20))
                    continue;
                QTcpSocket *socket = server.nextPendingConnection();
                socket->waitForReadyRead(5000);
                ++asked;
                const bool isThere = socket->readAll().contains("/there");
                socket->write(isThere ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
                if (socket->state() != QAbstractSocket::UnconnectedState)
                    socket->waitForDisconnected(5000);
            }
        });
        listening.acquire();
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(port);
        const SiteFolder folder;
        writeSite(folder);
        folder.write(u"posts/2024-08-01-x.md"_s, "---\ntitle: X\ntags: [go]\n---\n\n[a](" + address + "/there) [b](" + address + "/gone)\n");
        QVERIFY(!runQuillway({ u"check"_s, folder.path() }).out.contains("127.0.0.1"));
        QCOMPARE(asked, 0);
        const Run run = runQuillway({ u"check"_s, folder.path(), u"--external"_s });
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.contains(":6:"_ba) && run.out.contains("warning: broken link to another site: " + address + "/gone (404)"),
                 run.out);
        QVERIFY2(!run.out.contains("/there"), run.out);
        const int before = asked;
        QCOMPARE(runQuillway({ u"check"_s, folder.path(), u"--external"_s }).out, run.out);
        QCOMPARE(asked, before); // the answers were kept
    }

    void tellsATopicsProfile()
    {
        const SiteFolder folder;
        writeSite(folder);
        const QJsonObject json = runQuillway({ u"topic"_s, u"profile"_s, folder.path(), u"go"_s, u"--json"_s }).json();
        QCOMPARE(json.value(u"count"_s).toInt(), 2);
        QCOMPARE(json.value(u"first"_s).toString(), u"2024-05-01"_s);
        QCOMPARE(json.value(u"posts"_s).toArray(), QJsonArray({ u"new"_s, u"old"_s }));
        const Run early = runQuillway({ u"topic"_s, u"profile"_s, folder.path(), u"go"_s, u"--json"_s, u"--build-date"_s, u"2024-05-01"_s });
        QCOMPARE(early.json().value(u"count"_s).toInt(), 1);
        QVERIFY(runQuillway({ u"topic"_s, u"profile"_s, folder.path(), u"go"_s }).out.contains("2024-05-01"));
    }

    void suggestsAPath()
    {
        const SiteFolder folder;
        writeSite(folder);
        const QJsonArray steps =
            runQuillway({ u"path"_s, u"suggest"_s, folder.path(), u"go"_s, u"--json"_s }).json().value(u"steps"_s).toArray();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps.first().toObject().value(u"post"_s).toString(), u"new"_s);
    }

    void plansAPathForAReader()
    {
        const SiteFolder folder;
        writeSite(folder);
        // Two posts that say the same would be one step.
        folder.write(u"posts/2024-06-01-new.md"_s,
                     "---\ntitle: New\ntags: [go]\n---\n\nGoroutines, channels. [Old](2024-05-01-old.md)\n"_ba);
        const QJsonObject plan =
            runQuillway({ u"path"_s, u"suggest"_s, folder.path(), u"go"_s, u"--level"_s, u"starting"_s, u"--json"_s }).json();
        const QJsonArray steps = plan.value(u"steps"_s).toArray();
        QCOMPARE(steps.size(), 2);
        // New refers to Old, so it comes behind it.
        QCOMPARE(steps.first().toObject().value(u"post"_s).toString(), u"old"_s);
        QCOMPARE(steps.first().toObject().value(u"reasons"_s).toArray().first().toObject().value(u"kind"_s).toString(), u"referred-to"_s);
        QCOMPARE(plan.value(u"minutes"_s).toInt(), 2);
        const Run brief = runQuillway(
            { u"path"_s, u"suggest"_s, folder.path(), u"--tags"_s, u"go,sql"_s, u"--minutes"_s, u"1"_s, u"--json"_s });
        QCOMPARE(brief.json().value(u"steps"_s).toArray().size(), 1);
        QVERIFY(runQuillway({ u"path"_s, u"suggest"_s, folder.path(), u"go"_s, u"--minutes"_s, u"9"_s }).out.contains("it builds on old"));
        QCOMPARE(runQuillway({ u"path"_s, u"suggest"_s, folder.path(), u"go"_s, u"--level"_s, u"guru"_s }).status, 2);
        QCOMPARE(runQuillway({ u"path"_s, u"suggest"_s, folder.path(), u"go"_s, u"--minutes"_s, u"0"_s }).status, 2);
        QCOMPARE(runQuillway({ u"path"_s, u"suggest"_s, folder.path(), u"go"_s, u"--tags"_s, u"go"_s }).status, 2);
    }

    void listsAndChecksPaths()
    {
        const SiteFolder folder;
        writeSite(folder);
        folder.write(u"paths/good.md"_s, "---\ntitle: Good\nsteps:\n  - post: old\n  - post: new\n---\n"_ba);
        folder.write(u"paths/bad.md"_s, "---\ntitle: Bad\nsteps:\n  - post: new\n  - post: old\n  - post: nobody\n---\n"_ba);
        QCOMPARE(runQuillway({ u"path"_s, u"list"_s, folder.path() }).out,
                 "bad\tBad\t3 steps\t2 min\t2 problems\ngood\tGood\t2 steps\t2 min\t0 problems\n"_ba);
        QCOMPARE(runQuillway({ u"path"_s, u"check"_s, folder.path(), u"good"_s }).status, 0);
        const Run bad = runQuillway({ u"path"_s, u"check"_s, folder.path(), u"bad"_s });
        QCOMPARE(bad.status, 1);
        QCOMPARE(bad.out, "step 1: new refers to what comes later, in step 2\nstep 3: there is no post nobody\n"_ba);
        QCOMPARE(runQuillway({ u"path"_s, u"check"_s, folder.path(), u"nowhere"_s }).status, 2);
    }

    void listsTopicsAndFindsCandidates()
    {
        const SiteFolder folder;
        writeSite(folder);
        folder.write(u"posts/2024-08-01-named.md"_s, "---\ntitle: Errors in Go\ntags: [misc]\n---\n\nWords.\n"_ba);
        const QJsonObject topic =
            runQuillway({ u"topic"_s, u"list"_s, folder.path(), u"--json"_s }).json().value(u"topics"_s).toArray().first().toObject();
        QCOMPARE(topic.value(u"slug"_s).toString(), u"go"_s);
        QCOMPARE(topic.value(u"posts"_s).toInt(), 2);
        QCOMPARE(topic.value(u"gaps"_s).toArray().first().toObject().value(u"kind"_s).toString(), u"no-definition"_s);
        const QJsonArray candidates =
            runQuillway({ u"topic"_s, u"candidates"_s, folder.path(), u"go"_s, u"--json"_s }).json().value(u"candidates"_s).toArray();
        QCOMPARE(candidates.size(), 1);
        QCOMPARE(candidates.first().toObject().value(u"post"_s).toString(), u"named"_s);
        QVERIFY(runQuillway({ u"topic"_s, u"candidates"_s, folder.path(), u"go"_s }).out.startsWith("0.45\tnamed\tits title says Go"));
        QCOMPARE(runQuillway({ u"topic"_s, u"candidates"_s, folder.path(), u"rust"_s }).status, 2);
        QCOMPARE(runQuillway({ u"topic"_s, u"suggest"_s, folder.path() }).out, QByteArray());
    }

    void findsDoubledTags()
    {
        const SiteFolder folder;
        writeSite(folder);
        folder.write(u"posts/2024-08-01-more.md"_s, "---\ntitle: More\ntags: [test]\n---\n"_ba);
        folder.write(u"posts/2024-08-02-most.md"_s, "---\ntitle: Most\ntags: [tests]\n---\n"_ba);
        QCOMPARE(runQuillway({ u"tag"_s, u"doubles"_s, folder.path() }).out, "tests (1)\ttest (1)\tplural\n"_ba);
        const QJsonArray doubles = runQuillway({ u"tag"_s, u"doubles"_s, folder.path(), u"--json"_s }).json().value(u"doubles"_s).toArray();
        QCOMPARE(doubles.first().toObject().value(u"into"_s).toString(), u"test"_s);
    }

    void listsTags()
    {
        const SiteFolder folder;
        writeSite(folder);
        QCOMPARE(runQuillway({ u"tag"_s, u"list"_s, folder.path() }).out,
                 "Go\t2\t2024-05-01\t2024-06-01\nsql\t1\t2024-05-01\t2024-05-01\n"_ba);
        const QJsonArray tags = runQuillway({ u"tag"_s, u"list"_s, folder.path(), u"--json"_s }).json().value(u"tags"_s).toArray();
        QCOMPARE(tags.size(), 2);
        QCOMPARE(tags.first().toObject().value(u"address"_s).toString(), u"/tags/go/"_s);
    }

    void writesNothingBesideTheOutput()
    {
        const SiteFolder folder;
        writeSite(folder);
        const QStringList before = folder.files();
        const SiteFolder output;
        QCOMPARE(runQuillway({ u"export"_s, folder.path(), u"--output"_s, output.path(u"site"_s) }).status, 0);
        QCOMPARE(folder.files(), before);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
