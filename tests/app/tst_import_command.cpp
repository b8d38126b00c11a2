// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_quillway.h"
#include "support/site_folder.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QMap>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace quillway;
using test::Run;
using test::runQuillway;
using test::SiteFolder;

namespace {

void writeJekyll(const SiteFolder &source)
{
    source.write(u"_config.yml"_s, "title: Old blog\nurl: https://old.example\n"_ba);
    source.write(u"_posts/2019-01-02-first.md"_s, "---\ntitle: First\n---\nSee [second]({% post_url 2019-02-03-second %}).\n"_ba);
    source.write(u"_posts/2019-02-03-second.md"_s, "---\ntitle: Second\n---\nText ![p](/p.png)\n"_ba);
    source.write(u"p.png"_s, "png"_ba);
}

QMap<QString, QByteArray> everything(const SiteFolder &folder)
{
    QMap<QString, QByteArray> bytes;
    for (const QString &name : folder.files())
        bytes.insert(name, folder.read(name));
    return bytes;
}

} // namespace

/// `quillway import` as a shell would call it.
class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesASiteThatChecksAndExports()
    {
        const SiteFolder source, target;
        writeJekyll(source);
        const auto before = everything(source);
        const Run run = runQuillway({ u"import"_s, source.path(), target.path(u"new"_s) });
        QVERIFY2(run.status == 0, run.err + run.out);
        QVERIFY2(run.out.contains("Jekyll") && run.out.contains("2 post"), run.out);
        QCOMPARE(everything(source), before);
        QCOMPARE(runQuillway({ u"check"_s, target.path(u"new"_s) }).status, 0);
        QCOMPARE(runQuillway({ u"export"_s, target.path(u"new"_s), u"--output"_s, target.path(u"out"_s) }).status, 0);
        QVERIFY(target.has(u"out/2019/01/02/first/index.html"_s));
        QVERIFY(target.has(u"out/p.png"_s));
        QVERIFY(target.has(u"new/.quillway/import-report.html"_s));
    }

    void takesPathsFromWhereItIsCalled()
    {
        const SiteFolder folder;
        folder.write(u"old/_posts/2019-01-02-a.md"_s, "---\ntitle: A\n---\nText\n"_ba);
        const Run run = runQuillway({ u"import"_s, u"old"_s, u"new"_s }, folder.path());
        QVERIFY2(run.status == 0, run.err);
        QVERIFY(folder.has(u"new/posts/2019-01-02-a.md"_s));
    }

    void saysEverythingAsJson()
    {
        const SiteFolder source, target;
        writeJekyll(source);
        const Run run = runQuillway({ u"import"_s, source.path(), target.path(u"new"_s), u"--json"_s });
        QCOMPARE(run.status, 0);
        const QJsonObject json = run.json();
        QCOMPARE(json[u"tool"_s].toString(), u"jekyll"_s);
        QCOMPARE(json[u"found"_s].toInt(), 4);
        QCOMPARE(json[u"files"_s].toArray().size(), 4);
        QCOMPARE(json[u"counts"_s][u"post"_s].toInt(), 2);
        QCOMPARE(json, QJsonDocument::fromJson(target.read(u"new/.quillway/import-report.json"_s)).object());
    }

    void aDryRunSaysTheSameAndWritesNothing()
    {
        const SiteFolder source, target;
        writeJekyll(source);
        const Run run = runQuillway({ u"import"_s, source.path(), target.path(u"new"_s), u"--dry-run"_s, u"--json"_s });
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()[u"counts"_s][u"post"_s].toInt(), 2);
        QVERIFY(run.json()[u"dry_run"_s].toBool());
        QCOMPARE(target.files(), QStringList());
    }

    void takesATextFolderForTheToolThatIsNamed()
    {
        const SiteFolder source, target;
        writeJekyll(source);
        const Run run = runQuillway({ u"import"_s, source.path(), target.path(u"new"_s), u"--from"_s, u"plain"_s, u"--json"_s });
        QCOMPARE(run.json()[u"tool"_s].toString(), u"plain"_s);
    }

    void endsWithTheStatusOfWhatWentWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QString &arguments, int status) {
            QTest::newRow(name) << arguments.split(u' ') << status;
        };
        row("no source", u"import nowhere new"_s, 3);
        row("no text in it", u"import empty new"_s, 3);
        row("an unknown tool", u"import old new --from drupal"_s, 2);
        row("too few words", u"import old"_s, 2);
        row("too many words", u"import old new more"_s, 2);
        row("a target that holds something", u"import old full"_s, 2);
        row("a target in the source", u"import old old/new"_s, 2);
        row("a link that the source had broken", u"import broken new"_s, 1);
        row("an export that is none", u"import old new --from wordpress"_s, 3);
    }
    void endsWithTheStatusOfWhatWentWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const SiteFolder folder;
        folder.write(u"old/_posts/2019-01-02-a.md"_s, "---\ntitle: A\n---\nText\n"_ba);
        folder.write(u"broken/_posts/2019-01-02-a.md"_s, "---\ntitle: A\n---\n[x](/gone/)\n"_ba);
        folder.write(u"full/precious.txt"_s, "x"_ba);
        folder.write(u"empty/x.bin"_s, "x"_ba);
        const Run run = runQuillway(arguments, folder.path());
        QVERIFY2(run.status == status, run.out + run.err);
        QVERIFY(status < 2 || !run.err.isEmpty());
        QVERIFY(status < 2 || !folder.has(u"new"_s));
    }

    void ctrlCLeavesNothing()
    {
        const SiteFolder source, target;
        QByteArray text = "---\ntitle: A\n---\n";
        for (int i = 0; i < 2000; ++i)
            text += "Words and `code` and [links](/x/) in a line.\n\n";
        for (int i = 0; i < 1500; ++i)
            source.write(u"_posts/2019-01-02-post-%1.md"_s.arg(i), text);
        QProcess process;
        process.start(QStringLiteral(QUILLWAY_PROGRAM), { u"import"_s, source.path(), target.path(u"new"_s) });
        QVERIFY(process.waitForStarted());
        // As soon as it has begun to write.
        QTRY_VERIFY_WITH_TIMEOUT(target.has(u".new.importing"_s) || process.state() == QProcess::NotRunning, 60'000);
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY(process.exitCode() != 0);
        QCOMPARE(target.files(), QStringList());
    }

    void aKillLeavesNoHalfSite()
    {
        const SiteFolder source, target;
        QByteArray text = "---\ntitle: A\n---\n" + "Words and `code`.\n\n"_ba.repeated(4000);
        for (int i = 0; i < 1000; ++i)
            source.write(u"_posts/2019-01-02-post-%1.md"_s.arg(i), text);
        QProcess process;
        process.start(QStringLiteral(QUILLWAY_PROGRAM), { u"import"_s, source.path(), target.path(u"new"_s) });
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(target.has(u".new.importing/posts"_s) || process.state() == QProcess::NotRunning, 60'000);
        process.kill();
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(!target.has(u"new"_s));
        // What it left does not hinder the next.
        const Run again = runQuillway({ u"import"_s, source.path(), target.path(u"new"_s) });
        QVERIFY2(again.status == 0, again.err);
    }
};

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
