// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/import_site.h"
#include "core/import/rst/restructured_text.h"
#include "core/model/addresses.h"
#include "core/store/load_site.h"
#include "support/fault_file_system.h"
#include "support/site_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::FaultFileSystem;
using quillway::test::SiteFolder;

namespace {

using Files = QList<std::pair<QString, QByteArray>>;

void write(const SiteFolder &folder, const Files &files)
{
    for (const auto &[name, bytes] : files)
        folder.write(name, bytes);
}

/// The bytes of every file below, to see that none has changed.
QMap<QString, QByteArray> everything(const SiteFolder &folder)
{
    QMap<QString, QByteArray> bytes;
    for (const QString &name : folder.files())
        bytes.insert(name, folder.read(name));
    return bytes;
}

const FileReport *reportOf(const ImportReport &report, const QString &source)
{
    const auto place = std::ranges::find(report.files, source, &FileReport::source);
    return place == report.files.end() ? nullptr : &*place;
}

QStringList problemLines(const ImportReport &report)
{
    QStringList lines;
    for (const ImportProblem &problem : report.problems)
        lines.append(toCompilerLine(problem.diagnostic));
    return lines;
}

/// `old address → new address, its aliases` of each text, by source.
QMap<QString, QString> addresses(const ImportReport &report)
{
    QMap<QString, QString> result;
    for (const FileReport &file : report.files) {
        if (!file.newAddress.isEmpty() && !file.target.startsWith("assets/"_L1))
            result.insert(file.source, file.newAddress);
    }
    return result;
}

Files jekyll()
{
    return {
        { u"_config.yml"_s, "title: T\nurl: https://t.example\npermalink: /:year/:month/:day/:title/\ntimezone: Europe/Berlin\n" },
        { u"_posts/2019-01-02-first.md"_s,
          "---\ntitle: First\ntags: go sql\ncategories: [ops]\n---\nSee [second]({% post_url 2019-02-03-second %}) and "
          "[it](/old/place.html#x).\n\n{% highlight go %}\nx\n{% endhighlight %}\n" },
        { u"_posts/2019-02-03-second.markdown"_s,
          "---\ntitle: Second: more\npermalink: /old/place.html\nredirect_from: /older\n---\n\n## X\n\n![p](/images/p.png)\n" },
        { u"_drafts/idea.md"_s, "---\ntitle: Idea\n---\nWords.\n" },
        { u"about.md"_s, "---\ntitle: About\n---\nWords about [posts](/2019/01/02/first/).\n" },
        { u"index.html"_s, "---\nlayout: default\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n" },
        { u"images/p.png"_s, "png" },
        { u"_layouts/default.html"_s, "x" },
        { u"README.md"_s, "x" },
        { u"_site/index.html"_s, "x" },
    };
}

} // namespace

/// A blog of another tool becomes a site: nothing lost, nothing of the source touched.
class TestImportSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsJekyll()
    {
        const SiteFolder source, site;
        write(source, jekyll());
        const auto before = everything(source);
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(everything(source), before);
        QCOMPARE(report->tool, Tool::Jekyll);
        QCOMPARE(report->permalink, u"/:year/:month/:day/:slug/"_s);
        QCOMPARE(site.files(),
                 QStringList({ u"assets/images/p.png"_s, u"pages/about.md"_s, u"posts/2019-01-02-first.md"_s,
                               u"posts/2019-02-03-second.md"_s, u"posts/idea.md"_s, u"quillway.toml"_s }));
        QCOMPARE(site.read(u"posts/2019-01-02-first.md"_s),
                 "---\ntitle: First\ntags: [go, sql, ops]\ncategories: [ops]\n---\nSee [second](2019-02-03-second.md) and "
                 "[it](2019-02-03-second.md#x).\n\n```go\nx\n```\n"_ba);
        QVERIFY(site.read(u"pages/about.md"_s).contains("(../posts/2019-01-02-first.md)"));
        QVERIFY(site.read(u"posts/idea.md"_s).contains("draft: true"));
        QCOMPARE(reportOf(*report, u"_drafts/idea.md"_s)->outcome, Outcome::Draft);
        QCOMPARE(reportOf(*report, u"index.html"_s)->reason, LeftOutReason::Template);
        QCOMPARE(reportOf(*report, u"README.md"_s)->reason, LeftOutReason::Project);
        QCOMPARE(reportOf(*report, u"_site/"_s)->reason, LeftOutReason::BuildOutput);
        QCOMPARE(reportOf(*report, u"_config.yml"_s)->outcome, Outcome::Settings);
        QCOMPARE(report->problemCount(Severity::Error, false), 0);

        // The old addresses are aliases now, where they are not the new ones.
        const auto loaded = store::loadSite(disk, site.path());
        const model::PostPtr second = loaded->site->postByFile(SitePath::literal(u"posts/2019-02-03-second.md"));
        QCOMPARE(second->title, u"Second: more"_s);
        QCOMPARE(second->aliases, QStringList({ u"/old/place.html"_s, u"/older"_s }));
        QCOMPARE(model::postAddress(*loaded->site->postByFile(SitePath::literal(u"posts/2019-01-02-first.md")), loaded->site->settings()),
                 u"/2019/01/02/first/"_s);
        QCOMPARE(loaded->site->settings().timeZone.id(), "Europe/Berlin"_ba);
    }

    void importsHugo()
    {
        const SiteFolder source, site;
        write(source,
              { { u"hugo.toml"_s,
                  "baseURL = \"https://t.example/\"\ntitle = \"T\"\nlanguageCode = \"de\"\n[permalinks]\nposts = \"/:year/:slug/\"\n" },
                { u"content/posts/one.md"_s,
                  "+++\ntitle = \"One\"\ndate = 2019-01-02\nslug = \"eins\"\nseries = [\"S\"]\n+++\nA [two]({{< relref \"two\" "
                  ">}}).\n\n<!--more-->\n\nMore.\n" },
                { u"content/posts/two/index.md"_s, "---\ntitle: Two\ndate: 2019-02-03\nseries: S\n---\n![p](p.png) {{< mine >}}\n" },
                { u"content/posts/two/p.png"_s, "png" },
                { u"content/posts/json.md"_s, "{\n\"title\": \"J\",\n\"date\": \"2019-03-04\"\n}\nText\n" },
                { u"content/about/_index.md"_s, "---\ntitle: About\n---\n[me](https://t.example/2019/eins/)\n" },
                { u"content/posts/one.fr.md"_s, "---\ntitle: Un\ndate: 2019-01-02\n---\nTexte\n" },
                { u"static/img/a.png"_s, "png" },
                { u"layouts/index.html"_s, "x" },
                { u"public/index.html"_s, "x" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->permalink, u"/:year/:slug/"_s);
        QCOMPARE(addresses(*report).value(u"content/posts/one.md"_s), u"/2019/eins/"_s);
        QCOMPARE(addresses(*report).value(u"content/posts/two/index.md"_s), u"/2019/two/"_s);
        QCOMPARE(addresses(*report).value(u"content/about/_index.md"_s), u"/about/"_s);
        const QByteArray one = site.read(u"posts/one.md"_s);
        QVERIFY2(one.contains("[two](two/index.md)") && one.contains("summary = \"A two.\"") && !one.contains("more-->"), one.constData());
        QVERIFY(site.has(u"posts/two/p.png"_s));
        QVERIFY(site.read(u"pages/about.md"_s).contains("(../posts/one.md)"));
        QVERIFY(site.read(u"posts/one.fr.md"_s).contains("lang: fr"));
        QVERIFY2(site.read(u"paths/s.md"_s).contains("eins"), site.read(u"paths/s.md"_s).constData());
        QCOMPARE(report->count(NoteKind::ConstructKept), 1);
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
    }

    void importsPelican()
    {
        const SiteFolder source, site;
        write(source,
              { { u"pelicanconf.py"_s,
                  "SITENAME = 'T'\nSITEURL = 'https://t.example'\nARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'\nTIMEZONE = 'Asia/Tokyo'\n" },
                { u"content/ops/a.md"_s,
                  "Title: A: first\nDate: 2019-01-02 10:00\nTags: x, y\nSlug: aa\n\nSee [b]({filename}b.md) "
                  "![p]({static}/images/p.png)\n\n    :::bash\n    ls\n" },
                { u"content/ops/b.md"_s, "Title: B\nDate: 2019-01-03\n\nText\n" },
                { u"content/pages/about.md"_s, "Title: About\n\nText\n" },
                { u"content/c.org"_s, "C\n=\n" },
                { u"content/images/p.png"_s, "png" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->permalink, u"/:year/:month/:slug/"_s);
        const QByteArray a = site.read(u"posts/ops/a.md"_s);
        QVERIFY2(a.contains("[b](b.md)") && a.contains("(../../assets/images/p.png)") && a.contains("```bash\nls\n```"), a.constData());
        QCOMPARE(reportOf(*report, u"content/c.org"_s)->reason, LeftOutReason::Format);
        QCOMPARE(addresses(*report).value(u"content/ops/a.md"_s), u"/2019/01/aa/"_s);
        const auto loaded = store::loadSite(disk, site.path());
        QCOMPARE(loaded->site->postByFile(SitePath::literal(u"posts/ops/a.md"))->tags, QStringList({ u"x"_s, u"y"_s, u"ops"_s }));
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
    }

    void importsZola()
    {
        const SiteFolder source, site;
        write(source,
              { { u"config.toml"_s, "base_url = \"https://t.example\"\ntitle = \"T\"\n" },
                { u"content/blog/2019-01-02-a.md"_s, "+++\ntitle = \"A\"\n[taxonomies]\ntags = [\"x\"]\n+++\n[b](@/blog/b.md#c)\n" },
                { u"content/blog/b.md"_s, "+++\ntitle = \"B\"\ndate = 2019-02-03\n+++\n# C\n" },
                { u"content/blog/_index.md"_s, "+++\ntitle = \"Blog\"\n+++\n" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->permalink, u"/blog/:slug/"_s);
        QVERIFY(site.read(u"posts/2019-01-02-a.md"_s).contains("[b](b.md#c)"));
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
    }

    void importsEleventy()
    {
        const SiteFolder source, site;
        write(source,
              { { u".eleventy.js"_s, "x" },
                { u"src/blog/blog.json"_s,
                  "{\"permalink\": \"blog/{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/index.html\", \"author\": \"A\"}" },
                { u"src/blog/2019-01-02-a.md"_s, "---\ntitle: A\n---\n[b](/blog/2019/02/b/) {% raw %}{{ x }}{% endraw %}\n" },
                { u"src/blog/2019-02-03-b.md"_s, "---\ntitle: B\n---\nText\n" },
                { u"src/index.njk"_s, "x" },
                { u"src/_includes/base.njk"_s, "x" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->permalink, u"/blog/:year/:month/:slug/"_s);
        QVERIFY(site.read(u"posts/2019-01-02-a.md"_s).contains("[b](2019-02-03-b.md) {{ x }}"));
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
    }

    void importsPlainMarkdown()
    {
        const SiteFolder source, site;
        write(source, { { u"a.md"_s, "# A\n\n[b](sub/b.md) ![p](p.png)\n" }, { u"sub/b.md"_s, "# B\n" }, { u"p.png"_s, "png" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->count(Outcome::Post), 2);
        QCOMPARE(report->count(NoteKind::DateGuessed), 2);
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
    }

    void noTwoTextsShareAnAddress()
    {
        const SiteFolder source, site;
        write(source,
              { { u"_config.yml"_s, "permalink: /:title/\n" },
                { u"_posts/2019-01-02-a.md"_s, "---\ntitle: 1\n---\n" },
                { u"_posts/2019-02-02-a.md"_s, "---\ntitle: 2\n---\n" },
                { u"_posts/2019-03-02-A.md"_s, "---\ntitle: 3\n---\n" },
                { u"_posts/2019-03-02-tags.md"_s, "---\ntitle: 4\n---\n" },
                { u"a.md"_s, "---\ntitle: 5\n---\n" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        const QStringList all = addresses(*report).values();
        QSet<QString> different;
        for (const QString &address : all)
            different.insert(address.toLower());
        QCOMPARE(different.size(), 5);
        QCOMPARE(report->count(NoteKind::SlugChanged), 4);
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
    }

    void tellsTheSourcesFaultsApart()
    {
        const SiteFolder source, site;
        write(source,
              { { u"_config.yml"_s, "title: T\n" }, { u"_posts/2019-01-02-a.md"_s, "---\ntitle: A\n---\n[x](/gone/) ![y](y.png)\n" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->problemCount(Severity::Error, true), 2);
        QCOMPARE(report->problemCount(Severity::Error, false), 0);
        QCOMPARE(report->count(NoteKind::LinkUnresolved), 2);
    }

    void writesItsReport()
    {
        const SiteFolder source, site;
        write(source, jekyll());
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        const QJsonObject json = QJsonDocument::fromJson(site.read(u".quillway/import-report.json"_s)).object();
        QCOMPARE(json[u"found"_s].toInt(), 10);
        QCOMPARE(json[u"files"_s].toArray().size(), 10);
        int sum = 0;
        for (const QJsonValue &count : json[u"counts"_s].toObject())
            sum += count.toInt();
        QCOMPARE(sum, 10);
        const QByteArray html = site.read(u".quillway/import-report.html"_s);
        QVERIFY(html.contains("_posts/2019-01-02-first.md") && !html.contains("<script") && !html.contains("src="));
    }

    void aDryRunWritesNothing()
    {
        const SiteFolder source, site;
        write(source, jekyll());
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path(u"new"_s), { .dryRun = true });
        QVERIFY(report);
        QCOMPARE(report->files.size(), 10);
        QVERIFY(!site.has(u"new"_s));
    }

    void theTargetMustBeNew()
    {
        const SiteFolder source, site;
        write(source, jekyll());
        NativeFileSystem disk;
        site.write(u"precious.txt"_s, "x");
        QCOMPARE(importSite(disk, source.path(), site.path()).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(site.files(), QStringList(u"precious.txt"_s));
        QCOMPARE(importSite(disk, source.path(), source.path(u"new"_s)).error().code, ErrorCode::BadUsage);
        QCOMPARE(importSite(disk, source.path(u"_posts"_s), source.path()).error().code, ErrorCode::BadUsage);
        QVERIFY(::symlink(source.path().toUtf8().constData(), site.path(u"link"_s).toUtf8().constData()) == 0);
        QCOMPARE(importSite(disk, source.path(), site.path(u"link/new"_s)).error().code, ErrorCode::BadUsage);
    }

    void aStopLeavesNothingBehind()
    {
        const SiteFolder source, site;
        write(source, jekyll());
        NativeFileSystem disk;
        std::stop_source stop;
        const auto report = importSite(disk, source.path(), site.path(u"new"_s),
                                       { .progress =
                                             [&](int done, int) {
                                                 if (done >= 2)
                                                     stop.request_stop();
                                             },
                                         .stop = stop.get_token(),
                                         .threads = 1 });
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QVERIFY(!site.has(u"new"_s));
    }

    void aFaultOfTheDiskLeavesNothingBehind_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("nth");
        for (const auto call :
             { test::Call::Create, test::Call::Write, test::Call::CopyFile, test::Call::CreateFolder, test::Call::RenameIfAbsent }) {
            for (const int nth : { 1, 2 })
                QTest::addRow("call %d, %d", int(call), nth) << int(call) << nth;
        }
    }

    void aFaultOfTheDiskLeavesNothingBehind()
    {
        QFETCH(int, call);
        QFETCH(int, nth);
        const SiteFolder source, site;
        write(source, jekyll());
        source.write(u"images/q.png"_s, "png");
        NativeFileSystem disk;
        FaultFileSystem faulty(disk);
        faulty.failAt({ .nth = nth, .call = test::Call(call), .code = ErrorCode::DiskFull });
        const auto report = importSite(faulty, source.path(), site.path(u"new"_s));
        QVERIFY(!report);
        QVERIFY(faulty.hasFailed());
        QVERIFY2(!site.has(u"new"_s), qPrintable(site.files().join(u' ')));
        QCOMPARE(faulty.openHandles(), 0);
    }

    void saysInWhichFileAndLineSomethingIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("kept");
        const auto row = [](const char *name, const QByteArray &text, NoteKind kind, int line, const QByteArray &kept) {
            QTest::newRow(name) << text << int(kind) << line << kept;
        };
        row("YAML that is none", "---\ntitle: a: [b\nx: 'c\n---\nBody\n", NoteKind::HeadRepaired, 2, "Body");
        row("TOML between YAML's fences", "---\ntitle = \"A\"\ndate = 2019-01-02\n---\nBody\n", NoteKind::HeadRepaired, 2, "Body");
        row("a line that says nothing", "---\ntitle: A\n&&& what\nb: [\n---\nBody\n", NoteKind::HeadUnread, 3, "&&& what");
        row("a date that is none", "---\ntitle: A\ndate: month 17\n---\nBody\n", NoteKind::DateUnread, 0, "month 17");
        row("a head that is never closed", "---\ntitle: A\n\nBody\n", NoteKind::HeadRepaired, 1, "Body");
        row("Latin-1", "---\ntitle: A\n---\ncaf\xE9\n", NoteKind::EncodingGuessed, 0, "café");
        row("Liquid that computes", "---\ntitle: A\n---\n\n{% for x in site.y %}z{% endfor %}\n", NoteKind::ConstructKept, 5,
            "{% for x in site.y %}");
        row("a link to nothing", "---\ntitle: A\n---\n[x](/gone/)\n", NoteKind::LinkUnresolved, 4, "(/gone/)");
    }
    void saysInWhichFileAndLineSomethingIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(int, line);
        QFETCH(QByteArray, kept);
        const SiteFolder source, site;
        source.write(u"_posts/2019-01-02-a.md"_s, text);
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path(u"new"_s));
        QVERIFY(report);
        const FileReport *file = reportOf(*report, u"_posts/2019-01-02-a.md"_s);
        const auto note = std::ranges::find(file->notes, NoteKind(kind), &Note::kind);
        QVERIFY(note != file->notes.end());
        QCOMPARE(note->line, line);
        const QByteArray written = site.read(u"new/posts/2019-01-02-a.md"_s);
        QVERIFY2(written.contains(kept), written.constData());
        QCOMPARE(report->problemCount(Severity::Error, false), 0);
    }

    void readsRestructuredText()
    {
        if (installedRstReader().isEmpty())
            QSKIP("neither docutils nor pandoc is installed");
        const SiteFolder source, site;
        write(source,
              { { u"pelicanconf.py"_s, "SITENAME = 'Old'\nPATH = 'content'\n" },
                { u"content/one.rst"_s,
                  "One\n===\n\n:date: 2019-03-10\n:tags: a, b\n:slug: first\n\nSee `two <{filename}/news/two.md>`_ and ``code``.\n\n"
                  ".. odd:: thing\n" },
                { u"content/news/two.md"_s, "Title: Two\nDate: 2019-03-11\n\nBack to [one]({filename}../one.rst).\n" },
                { u"README.rst"_s, "About\n=====\n" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path(u"new"_s));
        QVERIFY(report);
        const FileReport *file = reportOf(*report, u"content/one.rst"_s);
        QVERIFY(file);
        QCOMPARE(file->outcome, Outcome::Post);
        QCOMPARE(file->target, u"posts/one.md"_s);
        QCOMPARE(reportOf(*report, u"README.rst"_s)->reason, LeftOutReason::Project);
        const QByteArray text = site.read(u"new/posts/one.md"_s);
        QVERIFY2(text.contains("title: One\n") && text.contains("slug: first\n"), text.constData());
        QVERIFY2(text.contains("See [two](news/two.md) and `code`.\n\n```rst\n.. odd:: thing\n```\n"), text.constData());
        QVERIFY(site.read(u"new/posts/news/two.md"_s).contains("[one](../one.md)"));
        QVERIFY(std::ranges::any_of(file->notes,
                                    [](const Note &note) { return note == Note { NoteKind::ConstructKept, 0, u".. odd:: thing"_s }; }));
        QCOMPARE(report->problemCount(Severity::Error, false), 0);
    }

    void stopsAtTheSourcesEnd()
    {
        const SiteFolder source, elsewhere, site;
        elsewhere.write(u"secret.md"_s, "---\ntitle: Secret\n---\n");
        write(source,
              { { u"_posts/2019-01-02-a.md"_s, "---\ntitle: A\npermalink: /../../../x/\n---\n![x](../../../../../etc/passwd)\n" },
                { u"_posts/2019-01-03-B.md"_s, "---\ntitle: B\n---\n" },
                { u"_posts/2019-01-03-b.md"_s, "---\ntitle: b\nslug: ../../escape\n---\n" } });
        const auto link = [&](const QString &target, const QString &name) {
            return ::symlink(target.toUtf8().constData(), source.path(name).toUtf8().constData()) == 0;
        };
        QVERIFY(link(elsewhere.path(u"secret.md"_s), u"_posts/2019-01-04-out.md"_s));
        QVERIFY(link(source.path(u"_posts"_s), u"_posts/circle"_s));
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path(u"a/b/new"_s));
        QVERIFY(report);
        QCOMPARE(report->count(Outcome::Post), 3);
        QCOMPARE(reportOf(*report, u"_posts/2019-01-04-out.md"_s)->reason, LeftOutReason::LeadsOut);
        QCOMPARE(reportOf(*report, u"_posts/circle"_s)->reason, LeftOutReason::Circle);
        for (const QString &file : site.files())
            QVERIFY2(file.startsWith("a/b/new/"_L1), qPrintable(file));
        QVERIFY(site.has(u"a/b/new/posts/2019-01-03-B.md"_s) && site.has(u"a/b/new/posts/2019-01-03-b-2.md"_s));
    }

    void nothingIsLostOfWhatIsBroken()
    {
        const SiteFolder source, site;
        write(source,
              { { u"_config.yml"_s, "title: [T\n" },
                { u"_posts/2019-01-02-latin.md"_s, "---\ntitle: Caf\xE9\n---\nna\xEFve\r\n" },
                { u"_posts/2019-01-03-utf16.md"_s, QByteArray("\xFF\xFE-\0-\0-\0\n\0t\0i\0t\0l\0e\0:\0 \0x\0\n\0-\0-\0-\0\n\0b\0\n\0", 40) },
                { u"_posts/2019-01-04-yaml.md"_s, "---\ntitle: a: b: [c\n  d\nweird\n---\nBody\n" },
                { u"_posts/2019-01-05-open.md"_s, "---\ntitle: never closed\n\nBody\n" },
                { u"_posts/2019-01-06-conflict.md"_s, "---\n<<<<<<< HEAD\ntitle: one\n=======\ntitle: two\n>>>>>>> z\n---\nBody\n" },
                { u"_posts/2019-01-07-break.md"_s, "---\n\nBody\n" },
                { u"_posts/2019-01-08-nul.md"_s, QByteArray("---\ntitle: n\n---\na\0b\n", 21) },
                { u"_posts/2019-01-09-line.md"_s, "---\ntitle: l\n---\n" + QByteArray(10'000'000, 'x') },
                { u"_posts/2019-01-10-deep.md"_s, "---\na: " + QByteArray(20'000, '[') + "\n---\n" + QByteArray(20'000, '>') + "Body\n" },
                { u"_posts/2019-01-11-empty.md"_s, "" } });
        NativeFileSystem disk;
        const auto report = importSite(disk, source.path(), site.path());
        QVERIFY(report);
        QCOMPARE(report->count(Outcome::Post), 10);
        QCOMPARE(problemLines(*report).filter(u"error"_s), QStringList());
        QVERIFY(site.read(u"posts/2019-01-02-latin.md"_s).contains("naïve\r\n"));
        QVERIFY(site.read(u"posts/2019-01-04-yaml.md"_s).contains("weird"));
        QVERIFY(site.read(u"posts/2019-01-06-conflict.md"_s).contains("title_2: two"));
        QVERIFY(site.read(u"posts/2019-01-09-line.md"_s).size() > 10'000'000);
    }
};

QTEST_GUILESS_MAIN(TestImportSite)
#include "tst_import_site.moc"
