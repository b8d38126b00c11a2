// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_quillway.h"
#include "support/site_folder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using quillway::test::Run;
using quillway::test::runQuillway;
using quillway::test::SiteFolder;

namespace {

/// A site with a target, and a home for what the program keeps for its user.
class Desk
{
public:
    Desk()
    {
        qputenv("XDG_CACHE_HOME", folder.path(u"cache"_s).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder.path(u"config"_s).toUtf8());
        folder.write(u"site/quillway.toml"_s,
                     "title = \"T\"\nbase_url = \"https://t.example/\"\n[publish.live]\nkind = \"folder\"\npath = \"../there\"\n"
                     "[publish.test]\nkind = \"archive\"\npath = \"../site.zip\"\n");
        folder.write(u"site/posts/2024-05-01-may.md"_s, "---\ntitle: May\n---\n\nWords.\n");
        folder.write(u"site/posts/2024-06-01-june.md"_s, "---\ntitle: June\n---\n\nWords.\n");
    }

    [[nodiscard]] Run publish(const QStringList &arguments) const
    {
        return runQuillway(QStringList { u"publish"_s, folder.path(u"site"_s) } + arguments);
    }

    SiteFolder folder;
};

} // namespace

class TestPublishCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesAndSaysWhatItDid()
    {
        const Desk desk;
        const Run first = desk.publish({ u"live"_s, u"--build-date"_s, u"2024-05-15"_s });
        QVERIFY2(first.status == 0, first.err);
        QVERIFY2(first.out.startsWith("live: ") && first.out.contains(" added, 0 changed, 0 removed\n"), first.out);
        QVERIFY(desk.folder.has(u"there/posts/may/index.html"_s));
        const Run shown = desk.publish({ u"live"_s, u"--dry-run"_s, u"--build-date"_s, u"2024-06-15"_s });
        QCOMPARE(shown.status, 0);
        QVERIFY2(shown.out.contains("added    posts/june/index.html\n"), shown.out);
        QVERIFY2(shown.out.contains("changed  index.html\n"), shown.out);
        QVERIFY(shown.out.endsWith("(nothing was sent)\n"));
        QVERIFY(!desk.folder.has(u"there/posts/june/index.html"_s));
        const QJsonObject report = desk.publish({ u"live"_s, u"--json"_s, u"--build-date"_s, u"2024-06-15"_s }).json();
        QCOMPARE(report.value(u"outcome"_s).toString(), u"published"_s);
        QVERIFY(report.value(u"added"_s).toArray().contains(u"posts/june/index.html"_s));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("no name, of two") << QStringList {} << "name one of the targets: live, test"_ba;
        QTest::newRow("another name") << QStringList { u"prod"_s } << "there is no target 'prod' (there is: live, test)"_ba;
        QTest::newRow("two names") << QStringList { u"live"_s, u"test"_s } << "a word too many: test"_ba;
        QTest::newRow("a token for a folder") << QStringList { u"live"_s, u"--set-token"_s } << "the target 'live' needs none"_ba;
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, message);
        const Run run = Desk().publish(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(message), run.err);
    }

    void aSiteWithoutTargetsSaysHowToHaveOne()
    {
        const Desk desk;
        desk.folder.write(u"site/quillway.toml"_s, "title = \"T\"\n");
        const Run run = desk.publish({});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("[publish.NAME]"), run.err);
    }

    void errorsHoldItBack()
    {
        const Desk desk;
        desk.folder.write(u"site/posts/2024-05-02-x.md"_s, "---\ntitle: X\n---\n\n[nowhere](nowhere.md)\n");
        const Run held = desk.publish({ u"live"_s });
        QCOMPARE(held.status, 1);
        QVERIFY2(held.err.contains("posts/2024-05-02-x.md:5:1: error: ") && held.err.contains("--with-errors"), held.err);
        QVERIFY(!desk.folder.has(u"there"_s));
        QCOMPARE(desk.publish({ u"live"_s, u"--with-errors"_s }).status, 1);
        QVERIFY(desk.folder.has(u"there/index.html"_s));
    }

    void timersPublishOnlyWhatHasBecomeDue()
    {
        const Desk desk;
        const auto due = [&](const QString &date) { return desk.publish({ u"live"_s, u"--due"_s, u"--build-date"_s, date }); };
        QVERIFY(due(u"2024-05-15"_s).out.startsWith("live: ")); // the first time, everything is due
        const Run nothing = due(u"2024-05-20"_s);
        QCOMPARE(nothing.status, 0);
        QVERIFY(nothing.out.isEmpty());
        QVERIFY(nothing.err.contains("no post has become due"));
        QVERIFY(due(u"2024-06-01"_s).out.contains("live: "));
        QVERIFY(desk.folder.has(u"there/posts/june/index.html"_s));
    }

    void aTimerIsWrittenForTheUser()
    {
        const Desk desk;
        const Run run = desk.publish({ u"live"_s, u"--install-timer"_s });
        QCOMPARE(run.status, 0);
        const QString timer = QString::fromUtf8(run.out).trimmed();
        QVERIFY2(timer.startsWith(desk.folder.path(u"config/systemd/user/quillway-publish-"_s)), run.out);
        QVERIFY(QFile::exists(timer));
        QVERIFY(QFile::exists(timer.chopped(6) + ".service"_L1));
        QVERIFY(run.err.contains("systemctl --user"));
        QVERIFY(!desk.folder.has(u"there"_s));
    }

    void anArchiveIsTheSameEachTime()
    {
        const Desk desk;
        QCOMPARE(desk.publish({ u"test"_s, u"--build-date"_s, u"2024-06-15"_s }).status, 0);
        const QByteArray once = desk.folder.read(u"site.zip"_s);
        QVERIFY(once.startsWith("PK"));
        QCOMPARE(desk.publish({ u"test"_s, u"--build-date"_s, u"2024-06-15"_s }).status, 0);
        QCOMPARE(desk.folder.read(u"site.zip"_s), once);
    }
};

QTEST_GUILESS_MAIN(TestPublishCommand)
#include "tst_publish_command.moc"
