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

void writeSite(const SiteFolder &site)
{
    site.write(u"posts/2024-05-01-a.md"_s, "---\ntitle: First\n---\n## Part\n\n![p](/img/p.png)\n"_ba);
    site.write(u"posts/2024-06-01-b.md"_s, "---\ntitle: Second\n---\n[a](2024-05-01-a.md#part)\n"_ba);
    site.write(u"pages/about.md"_s, "---\ntitle: About\n---\n[a](/posts/a/) [t](/topics/go/) [p](/paths/p/)\n"_ba);
    site.write(u"topics/go.md"_s, "---\ntitle: Go\ninclude: [a]\n---\n"_ba);
    site.write(u"paths/p.md"_s, "---\ntitle: P\nsteps: [a, b]\n---\n"_ba);
    site.write(u"assets/img/p.png"_s, "x"_ba);
}

} // namespace

class TestRenameCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheStatusOfWhatWentWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QString &arguments, int status) {
            QTest::newRow(name) << arguments.split(u' ') << status;
        };
        row("a post by slug", u"post rename . a new"_s, 0);
        row("a post by file", u"post rename . posts/2024-05-01-a.md new"_s, 0);
        row("a post by title", u"post rename . First new"_s, 0);
        row("a page", u"post rename . about me"_s, 0);
        row("a topic", u"topic rename . go golang"_s, 0);
        row("a path", u"path rename . p start"_s, 0);
        row("a heading", u"heading rename . a part Whole"_s, 0);
        row("a picture", u"file rename . assets/img/p.png assets/img/q.png"_s, 0);
        row("no such post", u"post rename . nobody new"_s, 2);
        row("no such topic", u"topic rename . rust new"_s, 2);
        row("no such heading", u"heading rename . a x Y"_s, 2);
        row("no such picture", u"file rename . assets/x.png assets/y.png"_s, 2);
        row("a slug that is taken", u"post rename . a b"_s, 2);
        row("a slug that is none", u"post rename . a x/y"_s, 2);
        row("out of the site", u"file rename . assets/img/p.png ../p.png"_s, 2);
        row("too few words", u"post rename . a"_s, 2);
        row("no site", u"post rename nowhere a b"_s, 3);
    }
    void endsWithTheStatusOfWhatWentWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const SiteFolder site;
        writeSite(site);
        const Run run = runQuillway(arguments, site.path());
        QVERIFY2(run.status == status, run.out + run.err);
        QVERIFY(status == 0 || !run.err.isEmpty());
    }

    void renamesAPostWithItsLinksAndTakesItBack()
    {
        const SiteFolder site;
        writeSite(site);
        const QStringList before = site.files();
        const Run shown = runQuillway({ u"post"_s, u"rename"_s, u"."_s, u"a"_s, u"new"_s, u"--dry-run"_s, u"--json"_s }, site.path());
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.json()[u"links"_s].toInt(), 4);
        QCOMPARE(shown.json()[u"moves"_s].toArray().size(), 1);
        QCOMPARE(site.files(), before);

        QCOMPARE(runQuillway({ u"post"_s, u"rename"_s, u"."_s, u"a"_s, u"new"_s }, site.path()).status, 0);
        QVERIFY(!site.has(u"posts/2024-05-01-a.md"_s));
        QCOMPARE(site.read(u"posts/2024-05-01-new.md"_s), "---\ntitle: First\naliases: [/posts/a/]\n---\n## Part\n\n![p](/img/p.png)\n");
        QCOMPARE(site.read(u"posts/2024-06-01-b.md"_s), "---\ntitle: Second\n---\n[a](2024-05-01-new.md#part)\n");
        QVERIFY(site.read(u"pages/about.md"_s).contains("[a](/posts/new/)"));
        QVERIFY(site.read(u"topics/go.md"_s).contains("include: [new]"));
        QVERIFY(site.read(u"paths/p.md"_s).contains("steps: [new, b]"));
        const Run checked = runQuillway({ u"check"_s, u"."_s, u"--json"_s }, site.path());
        QCOMPARE(checked.json()[u"errors"_s].toInt(), 0);

        QCOMPARE(runQuillway({ u"undo"_s, u"."_s }, site.path()).status, 0);
        QCOMPARE(site.files(), before);
        QCOMPARE(site.read(u"posts/2024-06-01-b.md"_s), "---\ntitle: Second\n---\n[a](2024-05-01-a.md#part)\n");
    }

    void checkSaysWhatWouldPutItRight()
    {
        const SiteFolder site;
        writeSite(site);
        site.write(u"quillway.toml"_s, "title = \"Site\"\n"_ba);
        site.write(u"posts/2024-06-01-b.md"_s, "---\ntitle: Second\n---\nText.\n[a](2024-05-01-a.md#prat)\n"_ba);
        const Run run = runQuillway({ u"check"_s, u"."_s, u"--json"_s }, site.path());
        const QJsonArray problems = run.json()[u"problems"_s].toArray();
        QCOMPARE(problems.size(), 1);
        const QJsonObject fix = problems[0][u"fixes"_s][0].toObject();
        QCOMPARE(fix[u"kind"_s].toString(), u"use-destination"_s);
        QCOMPARE(fix[u"text"_s].toString(), u"2024-05-01-a.md#part"_s);
        const QJsonObject expected { { u"file"_s, u"posts/2024-06-01-b.md"_s },
                                     { u"line"_s, 5 },
                                     { u"before"_s, u"[a](2024-05-01-a.md#prat)\n"_s },
                                     { u"after"_s, u"[a](2024-05-01-a.md#part)\n"_s } };
        QCOMPARE(fix[u"edits"_s][0].toObject(), expected);
    }
};

QTEST_GUILESS_MAIN(TestRenameCommands)
#include "tst_rename_commands.moc"
