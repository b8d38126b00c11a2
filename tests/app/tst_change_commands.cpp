// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_quillway.h"
#include "core/store/change_record.h"
#include "support/site_folder.h"

#include <QJsonArray>
#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using test::Run;
using test::runQuillway;
using test::SiteFolder;

namespace {

const QString a = u"posts/2024-05-01-a.md"_s;
const QString b = u"posts/2024-06-01-b.md"_s;

void writeSite(const SiteFolder &site)
{
    site.write(u"quillway.toml"_s, "title = \"T\"\nbase_url = \"https://t.example/\"\n"_ba);
    site.write(a, "---\ntitle: A\ntags: [Go, sql] # mine\n---\n\nOf goroutines.\n"_ba);
    site.write(b, "---\ntitle: Goroutines\ntags: [go]\n---\n\nText.\n"_ba);
    site.write(u"topics/go.md"_s, "---\ntitle: Go\n---\n"_ba);
}

using Texts = QMap<QString, QByteArray>;

Texts textsOf(const SiteFolder &site)
{
    Texts texts;
    for (const QString &file : site.files())
        texts.insert(file, site.read(file));
    return texts;
}

} // namespace

class TestChangeCommands : public QObject
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
        row("rename", u"tag rename . go golang"_s, 0);
        row("rename to itself", u"tag rename . Go Go"_s, 0);
        row("an unknown tag", u"tag rename . rust golang"_s, 2);
        row("too few words", u"tag rename . go"_s, 2);
        row("too many words", u"tag rename . go golang x"_s, 2);
        row("no site", u"tag rename nowhere go golang"_s, 3);
        row("merge", u"tag merge . database sql go"_s, 0);
        row("remove", u"tag remove . go"_s, 0);
        row("remove from a post", u"tag remove . go a"_s, 0);
        row("add, by slug and file", u"tag add . new a posts/2024-06-01-b.md"_s, 0);
        row("add to no post", u"tag add . new none"_s, 2);
        row("split", u"tag split . go routines b"_s, 0);
        row("undo of nothing", u"undo ."_s, 2);
        row("search", u"search . goroutines"_s, 0);
        row("search for nothing", u"search ."_s, 2);
        row("bad limit", u"search . go --limit 0"_s, 2);
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

    void aRenameIsShownMadeAndTakenBack()
    {
        const SiteFolder site;
        writeSite(site);
        const Texts before = textsOf(site);
        const Run shown = runQuillway({ u"tag"_s, u"rename"_s, site.path(), u"go"_s, u"golang"_s, u"--dry-run"_s });
        QCOMPARE(shown.status, 0);
        QVERIFY(shown.out.contains("--- a/posts/2024-05-01-a.md\n+++ b/posts/2024-05-01-a.md\n@@ -1,6 +1,6 @@\n ---\n title: A\n"
                                   "-tags: [Go, sql] # mine\n+tags: [golang, sql] # mine\n"));
        QVERIFY(shown.out.contains("new file mode 100644\n--- /dev/null\n+++ b/tags.toml\n"));
        QCOMPARE(textsOf(site), before);

        const Run made = runQuillway({ u"tag"_s, u"rename"_s, site.path(), u"go"_s, u"golang"_s, u"--json"_s });
        QVERIFY2(made.status == 0, made.err);
        QCOMPARE(made.json().value(u"outcome"_s).toString(), u"done"_s);
        QCOMPARE(made.json().value(u"posts"_s).toInt(), 2);
        QCOMPARE(made.json().value(u"topics"_s).toInt(), 1);
        QCOMPARE(made.json().value(u"files"_s).toArray().size(), 4);
        QCOMPARE(site.read(a), "---\ntitle: A\ntags: [golang, sql] # mine\n---\n\nOf goroutines.\n"_ba);
        QCOMPARE(site.read(u"tags.toml"_s), "[golang]\naliases = [\"Go\"]\n"_ba);

        const Run back = runQuillway({ u"undo"_s, site.path(), u"--dry-run"_s });
        QVERIFY(back.out.contains("-tags: [golang, sql] # mine\n+tags: [Go, sql] # mine\n"));
        QCOMPARE(runQuillway({ u"undo"_s, site.path() }).status, 0);
        QCOMPARE(textsOf(site), before);
        QCOMPARE(runQuillway({ u"undo"_s, site.path() }).status, 2);
    }

    void theOldAddressLeadsToTheNewOne()
    {
        const SiteFolder site;
        writeSite(site);
        QCOMPARE(runQuillway({ u"tag"_s, u"rename"_s, site.path(), u"go"_s, u"golang"_s }).status, 0);
        QCOMPARE(runQuillway({ u"export"_s, site.path() }).status, 0);
        QVERIFY(site.has(u"public/tags/golang/index.html"_s));
        QVERIFY(site.read(u"public/tags/go/index.html"_s).contains("/tags/golang/"));
    }

    void aRenameToATagThatIsThereIsSaidToBeAMerge()
    {
        const SiteFolder site;
        writeSite(site);
        const Run run = runQuillway({ u"tag"_s, u"rename"_s, site.path(), u"go"_s, u"sql"_s, u"--dry-run"_s, u"--json"_s });
        QCOMPARE(run.json().value(u"merge"_s).toBool(), true);
        QVERIFY(run.err.contains("become one"));
        QCOMPARE(run.json().value(u"outcome"_s).toString(), u"dry-run"_s);
    }

    void whatCannotBeReadIsReported()
    {
        const SiteFolder site;
        writeSite(site);
        site.write(u"posts/bad.md"_s, "---\ntags: [go\n---\n"_ba);
        const Run run = runQuillway({ u"tag"_s, u"rename"_s, site.path(), u"go"_s, u"golang"_s });
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.contains("posts/bad.md:"));
        QVERIFY(site.read(a).contains("golang"));
        QCOMPARE(site.read(u"posts/bad.md"_s), "---\ntags: [go\n---\n"_ba);
    }

    void anUnfinishedChangeIsFinishedFirst()
    {
        const SiteFolder site;
        writeSite(site);
        const changes::SiteChange change { {}, { { SitePath::literal(a), site.read(a), "---\ntitle: Finished\n---\n"_ba } } };
        site.write(u".quillway/changes/0000000001.forward"_s, store::renderChange({ u"Begun"_s, QDateTime::currentDateTimeUtc(), change }));
        const Run run = runQuillway({ u"check"_s, site.path() });
        QVERIFY2(run.err.contains("Begun"), run.err);
        QCOMPARE(site.read(a), "---\ntitle: Finished\n---\n"_ba);
        QVERIFY(!runQuillway({ u"check"_s, site.path() }).err.contains("Begun"));
    }

    void findsWordsBestFirst()
    {
        const SiteFolder site;
        writeSite(site);
        const Run run = runQuillway({ u"search"_s, site.path(), u"goroutines"_s });
        QVERIFY2(run.out.startsWith("posts/2024-06-01-b.md: Goroutines\n"), run.out); // in the title
        QVERIFY(run.out.contains("posts/2024-05-01-a.md:6: Of goroutines.\n"));
        const Run limited = runQuillway({ u"search"_s, site.path(), u"goroutines"_s, u"--json"_s, u"--limit"_s, u"1"_s });
        const QJsonArray texts = limited.json().value(u"texts"_s).toArray();
        QCOMPARE(texts.size(), 1);
        QCOMPARE(texts.first().toObject().value(u"file"_s).toString(), b);
        QCOMPARE(texts.first().toObject().value(u"title_marks"_s).toArray(), (QJsonArray { QJsonArray { 0, 10 } }));
        QVERIFY(limited.json().value(u"more"_s).toBool());
        const Run second = runQuillway({ u"search"_s, site.path(), u"of"_s, u"goroutines"_s, u"--json"_s });
        const QJsonObject line = second.json().value(u"texts"_s).toArray().first().toObject().value(u"lines"_s).toArray().first().toObject();
        QCOMPARE(line.value(u"line"_s).toInt(), 6);
        QCOMPARE(line.value(u"text"_s).toString(), u"Of goroutines."_s);
        QVERIFY(runQuillway({ u"search"_s, site.path(), u"nonsense"_s }).out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChangeCommands)
#include "tst_change_commands.moc"
