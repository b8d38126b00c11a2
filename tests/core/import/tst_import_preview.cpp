// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/import/import_preview.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::importing;
using quillway::test::SiteFolder;

namespace {

QByteArray post(const QByteArray &title, const QByteArray &more)
{
    return "---\ntitle: " + title + "\nauthor: Ada\n" + more + "---\nText of *" + title + "*.\n";
}

void writeBlog(const SiteFolder &source)
{
    source.write(u"_config.yml"_s, "title: Old\n"_ba);
    for (int i = 1; i <= 6; ++i)
        source.write(u"_posts/2019-01-0%1-p%1.md"_s.arg(i), post("P" + QByteArray::number(i), "categories: [ops]\n"));
    source.write(u"_posts/news/2019-02-01-n.md"_s, post("N", "categories: [rare]\ntags: [ops]\nseries: S\n"));
    source.write(u"_posts/news/2019-02-02-o.md"_s, post("O", "series: S\n"));
    source.write(u"_drafts/d.md"_s, post("D", "categories: [never]\n"));
}

QStringList described(const QList<Term> &terms)
{
    QStringList lines;
    for (const Term &term : terms)
        lines.append(u"%1 %2 %3%4"_s.arg(int(term.kind)).arg(term.name).arg(term.posts).arg(term.isBig ? u" big"_s : QString()));
    return lines;
}

} // namespace

/// What an import would do is shown before, and the terms of the old blog become what is chosen.
class TestImportPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesAFolderThatIsNotThere()
    {
        const SiteFolder place;
        place.write(u"my.blog/a.md"_s, post("A", {}));
        place.write(u"export.json"_s,
                    R"({"db":[{"data":{"posts":[{"id":1,"title":"A","slug":"a","status":"published","html":"<p>x</p>"}]}}]})");
        NativeFileSystem disk;
        const auto proposed = [&](const QString &source) {
            return previewImport(disk, place.path(source), {}).transform([](const ImportPreview &preview) { return preview.proposedSite; });
        };
        QCOMPARE(proposed(u"my.blog"_s).value(), place.path(u"my.blog-quillway"_s));
        place.write(u"my.blog-quillway/x"_s, "x");
        QCOMPARE(proposed(u"my.blog"_s).value(), place.path(u"my.blog-quillway-2"_s));
        QCOMPARE(proposed(u"export.json"_s).value(), place.path(u"export-quillway"_s));
    }

    void saysWhatWouldBeDone()
    {
        const SiteFolder source;
        writeBlog(source);
        NativeFileSystem disk;
        const auto preview = previewImport(disk, source.path(), {}, 3);
        QVERIFY(preview);
        QCOMPARE(preview->tool, Tool::Jekyll);
        QCOMPARE(preview->title, u"Old"_s);
        QCOMPARE(preview->counts.value(Outcome::Post), 8);
        QCOMPARE(preview->counts.value(Outcome::Draft), 1);
        QCOMPARE(preview->counts.value(Outcome::Settings), 1);
        QCOMPARE(preview->texts.size(), 3);
        QCOMPARE(preview->texts.first().title, u"O"_s);
        QCOMPARE(preview->texts.first().before.toUtf8(), source.read(u"_posts/news/2019-02-02-o.md"_s));
        QVERIFY(preview->texts.first().after.contains(u"Text of *O*."_s));
        QCOMPARE(described(preview->terms), QStringList({ u"0 ops 6 big"_s, u"0 rare 1"_s, u"1 news 2"_s, u"2 Ada 8"_s, u"3 S 2"_s }));
    }

    void termsBecomeWhatIsChosen_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("use");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<QStringList>("made");
        const auto row = [](const char *name, TermKind kind, const QString &term, TermUse use, const QString &file, const QStringList &tags,
                            const QStringList &made) { QTest::newRow(name) << int(kind) << term << int(use) << file << tags << made; };
        const QString first = u"posts/2019-01-01-p1.md"_s, news = u"posts/news/2019-02-01-n.md"_s;
        const QString path = u"paths/s.md"_s, settings = u"quillway.toml"_s;
        row("a category as it comes", TermKind::Category, u"ops"_s, TermUse::Tag, first, { u"ops"_s }, { path, settings });
        row("a category dropped", TermKind::Category, u"OPS"_s, TermUse::Nothing, first, {}, { path, settings });
        row("a category dropped that is a tag as well", TermKind::Category, u"ops"_s, TermUse::Nothing, news, { u"ops"_s, u"rare"_s },
            { path, settings });
        row("a category as a topic", TermKind::Category, u"ops"_s, TermUse::TagAndTopic, first, { u"ops"_s },
            { u"topics/ops.md"_s, path, settings });
        row("a section as a tag", TermKind::Section, u"news"_s, TermUse::Tag, news, { u"ops"_s, u"rare"_s, u"news"_s }, { path, settings });
        row("an author as a topic", TermKind::Author, u"Ada"_s, TermUse::TagAndTopic, first, { u"ops"_s, u"Ada"_s },
            { u"topics/ada.md"_s, path, settings });
        row("a series as a tag", TermKind::Series, u"S"_s, TermUse::Tag, news, { u"ops"_s, u"rare"_s, u"S"_s }, { settings });
        row("a series dropped", TermKind::Series, u"S"_s, TermUse::Nothing, news, { u"ops"_s, u"rare"_s }, { settings });
    }
    void termsBecomeWhatIsChosen()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(int, use);
        QFETCH(QString, file);
        QFETCH(QStringList, tags);
        QFETCH(QStringList, made);
        const SiteFolder source, site;
        writeBlog(source);
        NativeFileSystem disk;
        ImportOptions options;
        options.uses.set(TermKind(kind), name, TermUse(use));
        const auto report = importSite(disk, source.path(), site.path(u"new"_s), options);
        QVERIFY(report);
        QCOMPARE(report->made, made);
        const auto loaded = store::loadSite(disk, site.path(u"new"_s));
        QCOMPARE(loaded->site->postByFile(*SitePath::parse(file))->tags, tags);
        QCOMPARE(report->problemCount(Severity::Error, false), 0);
    }

    void saysWhyThereIsNothingToShow()
    {
        const SiteFolder source;
        source.write(u"x.bin"_s, "x"_ba);
        NativeFileSystem disk;
        QCOMPARE(previewImport(disk, source.path(), {}).error().code, ErrorCode::NotFound);
        QCOMPARE(previewImport(disk, source.path(u"nowhere"_s), {}).error().code, ErrorCode::NotFound);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(previewImport(disk, source.path(), { .stop = stop.get_token() }).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestImportPreview)
#include "tst_import_preview.moc"
