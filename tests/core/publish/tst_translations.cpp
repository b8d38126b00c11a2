// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_site.h"
#include "core/publish/site_folder.h"
#include "core/publish/translations.h"

#include <QTest>

#include <tuple>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

/// `LANGUAGE ADDRESS` of each.
QStringList translations(const publish::Publication &publication, const QString &file)
{
    QStringList found;
    const model::PostPtr post = publication.site().postByFile(*SitePath::parse(file));
    for (const publish::Translation &translation : publish::translationsOf(publication.shared(), *post))
        found.append(translation.language + u' ' + translation.address);
    return found;
}

QByteArray page(const SiteFolder &site, const QString &path)
{
    NativeFileSystem files;
    publish::ExportOptions options;
    options.output = site.beside(u"out"_s);
    options.selection.buildDate = test::selection().buildDate;
    std::ignore = publish::exportSite(files, *site.load(), options);
    return test::bytesOf(site.beside(u"out/"_s + path));
}

/// Hello in English, German and French; the French one translates the German one.
void writeHello(const SiteFolder &site)
{
    site.post(u"hello"_s, 1, "title: Hello\n");
    site.post(u"hallo"_s, 2, "title: Hallo\nlang: de\ntranslation_of: hello.md\n");
    site.post(u"bonjour"_s, 3, "title: Bonjour\nlang: fr\ntranslation_of: /posts/hallo/\n");
    site.post(u"alone"_s, 4, "title: Alone\n");
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThoseThatBelongTogether();
    void leavesOutWhatIsNone_data();
    void leavesOutWhatIsNone();
    void saysSoOnThePage();
    void knowsPagesToo();
};

void TestTranslations::findsThoseThatBelongTogether()
{
    const SiteFolder site;
    writeHello(site);
    const auto publication = site.publication();
    const QString english = u"en /posts/hello/"_s;
    const QString german = u"de /posts/hallo/"_s;
    const QString french = u"fr /posts/bonjour/"_s;
    QCOMPARE(translations(*publication, u"posts/hello.md"_s), QStringList({ english, french, german })); // itself, then the newest
    QCOMPARE(translations(*publication, u"posts/hallo.md"_s), QStringList({ german, french, english }));
    QCOMPARE(translations(*publication, u"posts/bonjour.md"_s), QStringList({ french, german, english }));
    QCOMPARE(translations(*publication, u"posts/alone.md"_s), QStringList());
}

void TestTranslations::leavesOutWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("head"); // of another post that is dated later
    QTest::newRow("of nothing that is there") << "lang: de\ntranslation_of: none.md\n"_ba;
    QTest::newRow("elsewhere") << "lang: de\ntranslation_of: https://e.example/posts/hello/\n"_ba;
    QTest::newRow("of itself") << "lang: de\ntranslation_of: other.md\n"_ba;
    QTest::newRow("in the same language") << "translation_of: hello.md\n"_ba;
    QTest::newRow("a draft") << "lang: de\ntranslation_of: hello.md\ndraft: true\n"_ba;
    QTest::newRow("not out yet") << "lang: de\ntranslation_of: hello.md\ndate: 2099-01-01\n"_ba;
}

void TestTranslations::leavesOutWhatIsNone()
{
    QFETCH(QByteArray, head);
    const SiteFolder site;
    site.post(u"hello"_s, 1);
    site.write(u"posts/other.md"_s, "---\n" + head + (head.contains("date:") ? QByteArray() : "date: 2024-01-02\n"_ba) + "---\nText.\n");
    QCOMPARE(translations(*site.publication(), u"posts/hello.md"_s), QStringList());
}

void TestTranslations::saysSoOnThePage()
{
    const SiteFolder site;
    writeHello(site);
    const QByteArray german = page(site, u"posts/hallo/index.html"_s);
    for (const QByteArray &part : {
             "<link rel=\"alternate\" hreflang=\"de\" href=\"https://t.example/posts/hallo/\">"_ba,
             "<link rel=\"alternate\" hreflang=\"en\" href=\"https://t.example/posts/hello/\">"_ba,
             "<link rel=\"alternate\" hreflang=\"fr\" href=\"https://t.example/posts/bonjour/\">"_ba,
             "<a href=\"/posts/bonjour/\" hreflang=\"fr\" lang=\"fr\" title=\"Bonjour\">fran\xc3\xa7"_ba,
             "<a href=\"/posts/hello/\" hreflang=\"en\" lang=\"en\" title=\"Hello\">English</a>"_ba,
         })
        QVERIFY2(german.contains(part), part + "\nis not in\n" + german);
    QVERIFY(!page(site, u"posts/alone/index.html"_s).contains("hreflang"));
}

void TestTranslations::knowsPagesToo()
{
    const SiteFolder site;
    site.write(u"pages/about.md"_s, "---\ntitle: About\n---\nText.\n");
    site.write(u"pages/ueber.md"_s, "---\ntitle: Ueber\nlang: de\ntranslation_of: about.md\n---\nText.\n");
    QVERIFY(page(site, u"about/index.html"_s).contains("hreflang=\"de\" href=\"https://t.example/ueber/\""));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
