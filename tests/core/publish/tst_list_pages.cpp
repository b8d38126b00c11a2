// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_site.h"
#include "core/publish/publication_data.h"
#include "core/publish/site_folder.h"

#include <QTest>

#include <tuple>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

void exported(const SiteFolder &site)
{
    NativeFileSystem files;
    publish::ExportOptions options;
    options.output = site.beside(u"out"_s);
    options.selection.buildDate = test::selection().buildDate;
    std::ignore = publish::exportSite(files, *site.load(), options);
}

QByteArray page(const SiteFolder &site, const QString &path)
{
    return test::bytesOf(site.beside(u"out/"_s) + path);
}

QByteArray descriptionOf(const QByteArray &page)
{
    const QByteArray begin = "<meta name=\"description\" content=\"";
    const qsizetype at = page.indexOf(begin);
    return at < 0 ? QByteArray() : page.sliced(at + begin.size(), page.indexOf('"', at + begin.size()) - at - begin.size());
}

} // namespace

class TestListPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutListsOfNothing();
    void describesLists();
    void describesPostsOfFewWords();
    void keepsTitlesApart();
    void namesAnAuthor();
};

void TestListPages::leavesOutListsOfNothing()
{
    const SiteFolder site;
    site.post(u"one"_s, 1, {}, "[Topics](/topics/) [Paths](/paths/) [Tags](/tags/)\n");
    exported(site);
    for (const QString &folder : { u"topics"_s, u"paths"_s, u"tags"_s })
        QVERIFY2(!QFile::exists(site.beside(u"out/"_s + folder)), qPrintable(folder));
    const auto publication = site.publication();
    for (const QString &address : { u"/topics/"_s, u"/paths/"_s, u"/tags/"_s })
        QVERIFY(!publication->shared().links().targets().contains(address));

    site.write(u"topics/t.md"_s, "---\ntitle: T\n---\n");
    site.write(u"paths/p.md"_s, "---\ntitle: P\n---\n");
    site.post(u"two"_s, 2, "tags: [x]\n");
    exported(site);
    for (const QString &folder : { u"topics"_s, u"paths"_s, u"tags"_s })
        QVERIFY2(QFile::exists(site.beside(u"out/%1/index.html"_s.arg(folder))), qPrintable(folder));
}

void TestListPages::describesLists()
{
    const SiteFolder site;
    site.write(u"quillway.toml"_s, "title = \"T\"\n[index]\nper_page = 2\n");
    for (int day = 1; day <= 3; ++day)
        site.post(u"p%1"_s.arg(day), day, "title: Title " + QByteArray::number(day) + "\ntags: [x]\n");
    exported(site);
    QCOMPARE(descriptionOf(page(site, u"index.html"_s)), "Title 3 \xc2\xb7 Title 2"_ba);
    QCOMPARE(descriptionOf(page(site, u"page/2/index.html"_s)), "Title 1"_ba);
    QCOMPARE(descriptionOf(page(site, u"tags/x/index.html"_s)), "Title 3 \xc2\xb7 Title 2"_ba);

    site.write(u"quillway.toml"_s, "title = \"T\"\ntagline = \"All *of* it\"\n");
    site.write(u"tags.toml"_s, "[x]\ndescription = \"The *unknown*\"\n");
    exported(site);
    QCOMPARE(descriptionOf(page(site, u"index.html"_s)), "All of it"_ba);
    QCOMPARE(descriptionOf(page(site, u"tags/x/index.html"_s)), "The unknown"_ba);
}

void TestListPages::describesPostsOfFewWords()
{
    const SiteFolder site;
    site.post(u"short"_s, 1, "title: Short\n", "A few words.\n");
    site.post(u"said"_s, 2, "title: Said\nsummary: So it is.\n", "A few words.\n");
    site.post(u"long"_s, 3, "title: Long\n", QByteArray("word ").repeated(30) + '\n');
    exported(site);
    QCOMPARE(descriptionOf(page(site, u"posts/short/index.html"_s)), "Short: A few words."_ba);
    QCOMPARE(descriptionOf(page(site, u"posts/said/index.html"_s)), "So it is."_ba);
    QVERIFY(descriptionOf(page(site, u"posts/long/index.html"_s)).startsWith("word "));
}

void TestListPages::keepsTitlesApart()
{
    const SiteFolder site;
    site.write(u"quillway.toml"_s, "title = \"Archive\"\n");
    site.post(u"one"_s, 1);
    exported(site);
    QVERIFY(page(site, u"index.html"_s).contains("<title>Archive</title>"));
    QVERIFY(page(site, u"archive/index.html"_s).contains("<title>Archive \xc2\xb7 Archive</title>"));
}

void TestListPages::namesAnAuthor()
{
    const SiteFolder site;
    site.post(u"mine"_s, 1, "author: Ada\n");
    site.post(u"nobodys"_s, 2);
    exported(site);
    QVERIFY(page(site, u"posts/mine/index.html"_s).contains("\"author\":{\"@type\":\"Person\",\"name\":\"Ada\"}"));
    QVERIFY(page(site, u"posts/nobodys/index.html"_s)
                .contains("\"author\":{\"@type\":\"Organization\",\"name\":\"T\",\"url\":\"https://t.example/\"}"));
}

QTEST_GUILESS_MAIN(TestListPages)
#include "tst_list_pages.moc"
