// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_site.h"
#include "core/publish/output_folder.h"
#include "core/publish/site_folder.h"
#include "support/fault_file_system.h"

#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

namespace {

publish::ExportReport exported(const SiteFolder &site, publish::ExportOptions options = {}, std::stop_token stop = {})
{
    NativeFileSystem files;
    if (options.output.isEmpty())
        options.output = site.beside(u"out"_s);
    options.selection.buildDate = test::selection().buildDate;
    return publish::exportSite(files, *site.load(), options, {}, std::move(stop));
}

QByteArray page(const SiteFolder &site, const QString &path)
{
    return test::bytesOf(site.beside(u"out/"_s) + path);
}

QString lines(const Diagnostics &diagnostics)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : diagnostics)
        lines.append(toCompilerLine(diagnostic));
    return lines.join(u'\n');
}

/// The style sheet is the one file whose content is not the publisher's: the highlighter's colours are in it.
void leaveOutStyle(std::map<QString, QByteArray> &files)
{
    std::erase_if(files, [](const auto &file) { return file.first.startsWith("style."_L1); });
}

} // namespace

class TestExportSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheWholeSite();
    void writesNothingTheSecondTime();
    void writesTheSameBytesOnAnyNumberOfThreads();
    void takesAwayWhatIsNoLongerMade();
    void leavesFilesOfOthersAlone();
    void removesAFileWhereAFolderHasToBe();
    void keepsPlacesOfDraftsPrivate();
    void takesAnotherBaseUrl();
    void showsHostileTextsAsText_data();
    void showsHostileTextsAsText();
    void keepsTheAuthorsHtml();
    void shiftsHeadings_data();
    void shiftsHeadings();
    void saysWhichTemplateIsWrong_data();
    void saysWhichTemplateIsWrong();
    void saysWhichTextOfATopicIsWrong();
    void setsFormulasOfPostsThatHaveThem();
    void drawsDiagramsWhereTheSiteAsksForIt();
    void speaksTheThemesLanguage();
    void tellsPostsApartThatAreSummedUpAlike();
    void refusesFoldersItCouldHarm_data();
    void refusesFoldersItCouldHarm();
    void aLinkInItsOwnFolderLeadsNowhere();
    void exportsIntoTheSitesPublicFolder();
    void reportsADiskThatFails();
    void isMendedByTheNextExport();
    void survivesEveryFailingCall();
    void stopsWhenAsked();
    void stopsBeforeItHasBegun();
    void goesOnWithoutAManifest();
    void exportsAnEmptySite();
    void worksWithoutABaseUrl();
};

void TestExportSite::writesTheWholeSite()
{
    const QString expectedFolder = QStringLiteral(QUILLWAY_TEST_DATA "/expected");
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    const publish::ExportReport report = exported(site);
    QVERIFY(!report.failure);
    QCOMPARE(lines(report.diagnostics), QString());

    auto written = test::filesUnder(site.beside(u"out"_s));
    QCOMPARE(report.pages, int(written.size()));
    QCOMPARE(report.written, int(written.size()));
    leaveOutStyle(written);
    // QUILLWAY_TEST_REWRITE=1 takes what is made for what is expected; the difference is for a person to look at.
    if (qEnvironmentVariableIsSet("QUILLWAY_TEST_REWRITE")) {
        QDir(expectedFolder).removeRecursively();
        for (const auto &[path, bytes] : written) {
            QDir().mkpath(QFileInfo(expectedFolder + u'/' + path).path());
            QFile file(expectedFolder + u'/' + path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
    }
    const auto expected = test::filesUnder(expectedFolder);
    QStringList names;
    QStringList expectedNames;
    for (const auto &[path, bytes] : written)
        names.append(path);
    for (const auto &[path, bytes] : expected)
        expectedNames.append(path);
    QCOMPARE(names, expectedNames);
    for (const auto &[path, bytes] : expected)
        QVERIFY2(written.at(path) == bytes,
                 qPrintable(path + u" is\n"_s + QString::fromUtf8(written.at(path)) + u"\nnot\n"_s + QString::fromUtf8(bytes)));
}

void TestExportSite::writesNothingTheSecondTime()
{
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    const publish::ExportReport first = exported(site);
    const publish::ExportReport second = exported(site);
    QCOMPARE(second.written, 0);
    QCOMPARE(second.removed, 0);
    QCOMPARE(second.bytes, 0);
    QCOMPARE(second.unchanged, first.pages);
}

void TestExportSite::writesTheSameBytesOnAnyNumberOfThreads()
{
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    for (int i = 1; i <= 60; ++i)
        site.post(u"more-%1"_s.arg(i), 1 + i % 28, "tags: [t" + QByteArray::number(i % 7) + ", go]\n");
    publish::ExportOptions one;
    one.threads = 1;
    publish::ExportOptions many;
    many.threads = 7;
    many.output = site.beside(u"many"_s);
    exported(site, one);
    exported(site, many);
    QVERIFY(test::filesUnder(site.beside(u"out"_s)) == test::filesUnder(site.beside(u"many"_s)));
}

void TestExportSite::takesAwayWhatIsNoLongerMade()
{
    const SiteFolder site;
    site.post(u"stays"_s, 1);
    site.post(u"goes"_s, 2, "tags: [rare]\n");
    exported(site);
    QVERIFY(QFile::exists(site.beside(u"out/tags/rare/index.html"_s)));
    QFile::remove(site.path(u"posts/goes.md"_s));
    const publish::ExportReport report = exported(site);
    QCOMPARE(report.removed,
             7); // the post, its tag's page, that one's three feeds, the list of tags, and the piece of the index that had its words
    QVERIFY(!QFile::exists(site.beside(u"out/posts/goes"_s)));
    QVERIFY(!QFile::exists(site.beside(u"out/tags/rare"_s)));
    QVERIFY(QFile::exists(site.beside(u"out/posts/stays/index.html"_s)));
}

void TestExportSite::leavesFilesOfOthersAlone()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    site.post(u"b"_s, 2);
    exported(site);
    const auto put = [&](const QString &path, const QByteArray &bytes) {
        QFile file(site.beside(u"out/"_s + path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    put(u".nojekyll"_s, "");
    put(u"posts/a/mine.txt"_s, "mine");
    put(u"posts/b/index.html"_s, "changed by hand");
    QFile::remove(site.path(u"posts/a.md"_s));
    QFile::remove(site.path(u"posts/b.md"_s));
    exported(site);
    QCOMPARE(page(site, u"posts/a/index.html"_s), "(no file)");
    QCOMPARE(page(site, u"posts/a/mine.txt"_s), "mine");
    QCOMPARE(page(site, u"posts/b/index.html"_s), "changed by hand");
    QCOMPARE(page(site, u".nojekyll"_s), "");
}

void TestExportSite::removesAFileWhereAFolderHasToBe()
{
    const SiteFolder site;
    site.write(u"assets/talks"_s, "a file\n");
    QVERIFY(!exported(site).failure);
    QCOMPARE(page(site, u"talks"_s), "a file\n");
    QFile::remove(site.path(u"assets/talks"_s));
    site.write(u"pages/talks.md"_s, "---\ntitle: Talks\n---\n");
    QVERIFY(!exported(site).failure);
    QVERIFY(page(site, u"talks/index.html"_s).contains("Talks"));
}

void TestExportSite::keepsPlacesOfDraftsPrivate()
{
    const SiteFolder site;
    site.write(u"posts/open/index.md"_s, "---\ndate: 2024-01-01\n---\n![x](a.png)\n");
    site.write(u"posts/open/a.png"_s, "picture");
    site.write(u"posts/secret/index.md"_s, "---\ndate: 2024-01-01\ndraft: true\n---\n![x](b.png)\n");
    site.write(u"posts/secret/b.png"_s, "picture");
    exported(site);
    QCOMPARE(page(site, u"posts/open/a.png"_s), "picture");
    QVERIFY(!QFile::exists(site.beside(u"out/posts/secret"_s)));

    publish::ExportOptions withDrafts;
    withDrafts.selection.drafts = true;
    exported(site, withDrafts);
    QCOMPARE(page(site, u"posts/secret/b.png"_s), "picture");
}

void TestExportSite::takesAnotherBaseUrl()
{
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    publish::ExportOptions options;
    options.baseUrl = QUrl(u"http://other.example/deep/down"_s);
    exported(site, options);
    for (const auto &[path, bytes] : test::filesUnder(site.beside(u"out"_s)))
        QVERIFY2(!bytes.contains("small.example/blog") && !bytes.contains("\"/blog/"), qPrintable(path));
    QVERIFY(page(site, u"sitemap.xml"_s).contains("<loc>http://other.example/deep/down/posts/first/</loc>"));
    QVERIFY(page(site, u"posts/second/index.html"_s).contains("href=\"/deep/down/posts/first/\""));
}

void TestExportSite::showsHostileTextsAsText_data()
{
    QTest::addColumn<QByteArray>("head"); // YAML of a post
    QTest::newRow("title") << "title: \"</title></script><script>evil()</script>\"\n"_ba;
    QTest::newRow("title in an attribute") << "title: \"\\\" onmouseover=\\\"evil()\"\n"_ba;
    QTest::newRow("summary") << "summary: \"<script>evil()</script> </script> ]]>\"\n"_ba;
    QTest::newRow("summary with a link that acts") << "summary: \"[x](javascript:evil())\"\n"_ba;
    QTest::newRow("tag") << "tags: [\"<img src=x onerror=evil()>\", \"../../evil\", \"a/b?c#d\", \"</script>\"]\n"_ba;
    QTest::newRow("author") << "author: \"<script>evil()</script>\"\n"_ba;
    QTest::newRow("slug") << "slug: \"../../../evil\"\n"_ba;
    QTest::newRow("slug of blanks") << "slug: \" \"\n"_ba;
    QTest::newRow("aliases") << "aliases: [\"../../evil\", \"/../evil.html\", \"//evil.example/\", \"a\\0b\"]\n"_ba;
    QTest::newRow("cover") << "cover: \"\\\"><script>evil()</script>\"\n"_ba;
    QTest::newRow("cover that acts") << "cover: \"javascript:evil()\"\n"_ba;
    QTest::newRow("language") << "lang: \"en\\\"><script>evil()</script>\"\n"_ba;
    QTest::newRow("control characters") << "title: \"a\\u0001b\\u000Bc\\uFFFEd\"\n"_ba;
    QTest::newRow("a template in the title") << "title: \"{{ site.title }}{% include 'x' %}\"\n"_ba;
}

void TestExportSite::showsHostileTextsAsText()
{
    QFETCH(QByteArray, head);
    const SiteFolder site;
    site.post(u"victim"_s, 1, head);
    const publish::ExportReport report = exported(site);
    QVERIFY(!report.failure);
    const auto written = test::filesUnder(site.beside(u"out"_s));
    for (const auto &[path, bytes] : written) {
        // In JSON a text is a text, whatever it looks like.
        const bool acts = bytes.contains("<script>evil") || bytes.contains("<img src=x") || bytes.contains("\" onmouseover=\"");
        QVERIFY2(path.endsWith(".json"_L1) || !acts, qPrintable(path));
        QVERIFY2(!path.endsWith(".html"_L1) || (!bytes.contains("href=\"javascript:") && !bytes.contains("src=\"javascript:")),
                 qPrintable(path));
        if (path.endsWith(".xml"_L1)) {
            QXmlStreamReader reader(bytes);
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(path + reader.errorString()));
        }
        if (path.endsWith(".json"_L1))
            QVERIFY2(!QJsonDocument::fromJson(bytes).isNull(), qPrintable(path));
        if (const qsizetype begin = bytes.indexOf("application/ld+json\">"); path.endsWith(".html"_L1) && begin >= 0) {
            const QByteArray json = bytes.sliced(begin + 21, bytes.indexOf("</script>", begin) - begin - 21);
            QVERIFY2(!QJsonDocument::fromJson(json).isNull(), json.constData());
        }
    }
    // Nothing beside the folder that was asked for.
    QCOMPARE(QDir(site.beside(QString())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), (QStringList { u"out"_s, u"site"_s }));
}

void TestExportSite::keepsTheAuthorsHtml()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, {}, "<aside onclick=\"x()\">\n<script>own()</script>\n</aside>\n");
    exported(site);
    QVERIFY(page(site, u"posts/a/index.html"_s).contains("<aside onclick=\"x()\">\n<script>own()</script>\n</aside>"));
}

void TestExportSite::shiftsHeadings_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("headings");
    QTest::newRow("one level") << "---\ntitle: T\ndate: 2024-01-01\n---\n## A\n## B\n"_ba << QStringList { u"h1 T"_s, u"h2 A"_s, u"h2 B"_s };
    QTest::newRow("from the top") << "---\ntitle: T\ndate: 2024-01-01\n---\n# A\n## B\n# C\n"_ba
                                  << QStringList { u"h1 T"_s, u"h2 A"_s, u"h3 B"_s, u"h2 C"_s };
    QTest::newRow("from far below") << "---\ntitle: T\ndate: 2024-01-01\n---\n#### A\n##### B\n"_ba
                                    << QStringList { u"h1 T"_s, u"h2 A"_s, u"h3 B"_s };
    QTest::newRow("title from the body") << "---\ndate: 2024-01-01\n---\n# T\n\n## A\n"_ba << QStringList { u"h1 T"_s, u"h2 A"_s };
    QTest::newRow("title from the body, and more of its level")
        << "---\ndate: 2024-01-01\n---\nT\n=\n\n# A\n\n## B\n"_ba << QStringList { u"h1 T"_s, u"h2 A"_s, u"h3 B"_s };
    QTest::newRow("title from the body behind a comment")
        << "---\ndate: 2024-01-01\n---\n<!-- why -->\n\n# T\n\nText\n"_ba << QStringList { u"h1 T"_s };
    QTest::newRow("title from further down") << "---\ndate: 2024-01-01\n---\nText first.\n\n# T\n"_ba
                                             << QStringList { u"h1 T"_s, u"h2 T"_s };
    QTest::newRow("seven levels") << "---\ntitle: T\ndate: 2024-01-01\n---\n# A\n###### B\n"_ba
                                  << QStringList { u"h1 T"_s, u"h2 A"_s, u"h6 B"_s };
}

void TestExportSite::shiftsHeadings()
{
    QFETCH(QByteArray, file);
    const SiteFolder site;
    site.write(u"posts/a.md"_s, file);
    site.write(u"theme/post.html"_s, "<h1>{{ post.title }}</h1>{{ post.body }}");
    exported(site);
    static const QRegularExpression heading(u"<(h[1-6])[^>]*>(.*?)</h"_s);
    QStringList headings;
    const QString html = QString::fromUtf8(page(site, u"posts/a/index.html"_s));
    for (auto found = heading.globalMatch(html); found.hasNext();) {
        const auto match = found.next();
        headings.append(match.captured(1) + u' ' + match.captured(2));
    }
    QTEST(headings, "headings");
}

void TestExportSite::saysWhichTemplateIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    QTest::newRow("unknown filter") << u"theme/post.html"_s << "one\n{{ post.title|nosuch }}\n"_ba
                                    << u"theme/post.html:2:1: error: the template cannot be understood: Unknown filter: nosuch"_s;
    QTest::newRow("never closed")
        << u"theme/index.html"_s << "{% if entries %}\n"_ba
        << u"theme/index.html:1:1: error: the template cannot be understood: Unclosed tag. Expected one of: (elif else endif)"_s;
    QTest::newRow("includes what is not there") << u"theme/post.html"_s << "\n\n{% include \"gone.html\" %}"_ba
                                                << u"theme/post.html:3:1: error: there is no such template: gone.html"_s;
    QTest::newRow("includes itself") << u"theme/post.html"_s << "{% include \"post.html\" %}"_ba
                                     << u"theme/post.html: error: the template cannot be rendered: includes itself without end"_s;
    QTest::newRow("is not UTF-8") << u"theme/post.html"_s << "ok\n  \xff"_ba << u"theme/post.html:2:3: error: the text is not UTF-8"_s;
}

void TestExportSite::saysWhichTemplateIsWrong()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    const SiteFolder site;
    site.post(u"a"_s, 1, "title: A\n");
    site.post(u"b"_s, 2, "title: B\n");
    site.write(file, content);
    const publish::ExportReport report = exported(site);
    QVERIFY(!report.failure);
    QTEST(lines(report.diagnostics), "line"); // once, however many pages it is for
    // Never an empty page: the program's own template stands in.
    QVERIFY(page(site, u"posts/a/index.html"_s).contains("<h1>A</h1>"));
    QVERIFY(page(site, u"index.html"_s).contains("/posts/b/"));
}

void TestExportSite::saysWhichTextOfATopicIsWrong()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, "tags: [go]\n");
    site.write(u"topics/go.md"_s, "---\ntitle: Go\nclaims:\n  - fine\n  - \"{{ topic.count|nosuch }} posts\"\n---\n");
    const publish::ExportReport report = exported(site);
    QCOMPARE(report.diagnostics.size(), 1);
    QCOMPARE(report.diagnostics.first().error.file, u"topics/go.md"_s);
    QCOMPARE(report.diagnostics.first().error.position.line, 5);
    QVERIFY(page(site, u"topics/go/index.html"_s).contains("{{ topic.count|nosuch }} posts"));
}

void TestExportSite::setsFormulasOfPostsThatHaveThem()
{
    const SiteFolder site;
    site.write(u"posts/formulas.md"_s, "---\ndate: 2024-05-01\nmath: true\n---\n\nLet $a_1 * b_2$ be.\n\nNot $\\frac{1$ though.\n");
    site.write(u"posts/money.md"_s, "---\ndate: 2024-05-02\n---\n\nFrom $a$ to $b$.\n");
    // Twice: what there was to say of a page is said again, though it is the same.
    for (int i = 0; i < 2; ++i) {
        const publish::ExportReport report = exported(site);
        QCOMPARE(lines(report.diagnostics),
                 u"posts/formulas.md:8:1: warning: the formula cannot be set, so it is shown as written: Unexpected end of input in a "
                 u"macro argument, "
                 "expected '}' at end of input: \\frac{1"_s);
        QVERIFY(page(site, u"posts/formulas/index.html"_s).contains("<p>Let <math "));
        QVERIFY(page(site, u"posts/formulas/index.html"_s).contains("Not <code class=\"formula-error\">$\\frac{1$</code> though."));
        QVERIFY(page(site, u"posts/money/index.html"_s).contains("From $a$ to $b$."));
    }
}

void TestExportSite::drawsDiagramsWhereTheSiteAsksForIt()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, {}, "```dot\ndigraph { a -> b }\n```\n\n```dot\ndigraph {\na => b }\n```\n");
    QCOMPARE(lines(exported(site).diagnostics), QString());
    QVERIFY(!page(site, u"posts/a/index.html"_s).contains("<svg"));

    site.write(u"quillway.toml"_s, "base_url = \"https://t.example/\"\ndiagrams = true\n");
    // Twice: what there was to say of a page is said again, though it is the same.
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(lines(exported(site).diagnostics),
                 u"posts/a.md:10:1: warning: the diagram cannot be drawn, so it is shown as written: syntax error near '>'"_s);
        const QByteArray html = page(site, u"posts/a/index.html"_s);
        QCOMPARE(html.count("<figure class=\"diagram\">"), 1);
        QCOMPARE(html.count("<div class=\"code\""), 1);
    }
}

void TestExportSite::speaksTheThemesLanguage()
{
    const SiteFolder site;
    const QByteArray alert = "> [!WARNING]\n> Ja.\n";
    site.write(u"quillway.toml"_s,
               "base_url = \"https://t.example/\"\n"
               "language = \"de\"\n[theme]\nlanguage = \"de\"\n[theme.texts]\n\"Related\" = \"Auch\"\n[index]\nper_page = 1\n");
    site.post(u"eins"_s, 1, "tags: [a]\n", alert);
    site.post(u"zwei"_s, 2, "tags: [a]\nlang: fr\n", alert);
    site.write(u"topics/a.md"_s, "---\ntitle: A\n---\n");
    QCOMPARE(lines(exported(site).diagnostics), QString());
    QVERIFY(page(site, u"index.html"_s).contains(">Älter</a>"));
    QVERIFY(page(site, u"index.html"_s).contains(">Archiv</a>"));
    QVERIFY(page(site, u"page/2/index.html"_s).contains("Seite 2 von 2"));
    QVERIFY(page(site, u"posts/eins/index.html"_s).contains("<p class=\"alert-title\">Warnung</p>"));
    QVERIFY(page(site, u"posts/zwei/index.html"_s).contains("<p class=\"alert-title\">Avertissement</p>"));
    QVERIFY(page(site, u"posts/zwei/index.html"_s).contains("<h2 id=\"page:related\">Auch</h2>"));
    QVERIFY(page(site, u"topics/a/index.html"_s).contains("<h2 id=\"page:checklist\">Checkliste</h2>"));
    QVERIFY(page(site, u"topics/a/index.html"_s).contains("2 Beiträge"));
    QVERIFY(page(site, u"search/index.html"_s).contains("data-result=\"1 Ergebnis.\""));

    // The site's language alone changes no word: what a page says is English until the theme's is chosen.
    site.write(u"quillway.toml"_s, "language = \"de\"\n[index]\nper_page = 1\n");
    exported(site);
    QVERIFY(page(site, u"index.html"_s).contains(">Older</a>"));
    QVERIFY(page(site, u"posts/zwei/index.html"_s).contains("<p class=\"alert-title\">Warning</p>"));
}

void TestExportSite::tellsPostsApartThatAreSummedUpAlike()
{
    const QByteArray alike = "Each post of this series begins with the same sentence, which is long enough to be the description of one.\n";
    const SiteFolder site;
    site.post(u"a"_s, 1, "title: One\n", alike + "\nMore.\n");
    site.write(u"pages/about.md"_s, "---\ntitle: About\n---\n\n" + alike);
    exported(site);
    QVERIFY(page(site, u"about/index.html"_s).contains("name=\"description\" content=\"Each post"));
    QVERIFY(page(site, u"posts/a/index.html"_s).contains("name=\"description\" content=\"Each post"));
    site.post(u"b"_s, 2, "title: Two\nsummary: " + alike, "Another text.\n");
    exported(site);
    QVERIFY(page(site, u"posts/a/index.html"_s).contains("name=\"description\" content=\"One: Each post"));
    QVERIFY(page(site, u"posts/b/index.html"_s).contains("name=\"description\" content=\"Two: Each post"));
    QVERIFY(page(site, u"about/index.html"_s).contains("name=\"description\" content=\"About: Each post"));
    site.post(u"c"_s, 3, "title: Three\nsummary: <br>\n", alike);
    site.post(u"d"_s, 4, "title: Four\nsummary: <br>\n", alike);
    exported(site);
    QVERIFY(!page(site, u"posts/c/index.html"_s).contains("content=\"Three: \""));
}

void TestExportSite::refusesFoldersItCouldHarm_data()
{
    QTest::addColumn<QString>("output"); // seen from the folder above the site
    QTest::newRow("the site") << u"site"_s;
    QTest::newRow("the site, by a detour") << u"site/posts/.."_s;
    QTest::newRow("above the site") << QString();
    QTest::newRow("the root") << u"/"_s;
    QTest::newRow("its posts") << u"site/posts"_s;
    QTest::newRow("below its posts") << u"site/posts/public"_s;
    QTest::newRow("its assets") << u"site/assets"_s;
    QTest::newRow("its theme") << u"site/theme/x"_s;
    QTest::newRow("hidden") << u"site/.git"_s;
    QTest::newRow("the program's own") << u"site/.quillway"_s;
    QTest::newRow("that of all exports of its own") << u"site/.quillway/output"_s;
    QTest::newRow("through a link") << u"link/posts"_s;
    QTest::newRow("not absolute") << u"relative/out"_s;
}

void TestExportSite::refusesFoldersItCouldHarm()
{
    QFETCH(QString, output);
    const SiteFolder site;
    site.post(u"a"_s, 1);
    QVERIFY(QFile::link(site.path(), site.beside(u"link"_s)));
    const auto before = test::filesUnder(site.beside(QString()));
    publish::ExportOptions options;
    options.output = output.startsWith(u'/') || output.startsWith("relative"_L1) ? output : site.beside(output);
    const publish::ExportReport report = exported(site, options);
    QVERIFY(report.failure);
    QCOMPARE(report.failure->code, ErrorCode::BadUsage);
    QVERIFY(before == test::filesUnder(site.beside(QString())));
}

void TestExportSite::aLinkInItsOwnFolderLeadsNowhere()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    QVERIFY(QDir().mkpath(site.path(u".quillway/output"_s)) && QDir().mkpath(site.beside(u"home"_s)));
    QVERIFY(QFile::link(site.beside(u"home"_s), site.path(u".quillway/output/served"_s)));
    publish::ExportOptions options;
    options.output = publish::privateOutput(site.path(), u"served"_s);
    const publish::ExportReport report = exported(site, options);
    QVERIFY(report.failure);
    QCOMPARE(report.failure->code, ErrorCode::OutsideSite);
    QVERIFY(QDir(site.beside(u"home"_s)).isEmpty());
}

void TestExportSite::exportsIntoTheSitesPublicFolder()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    NativeFileSystem files;
    const publish::ExportReport report = publish::exportSite(files, *site.load(),
                                                             { .output = {}, .baseUrl = {}, .selection = test::selection(), .threads = 1 });
    QCOMPARE(report.output, site.path(u"public"_s));
    QVERIFY(QFile::exists(site.path(u"public/posts/a/index.html"_s)));
    QCOMPARE(test::bytesOf(site.path(u".quillway/.gitignore"_s)), "*\n");
}

void TestExportSite::reportsADiskThatFails()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    QFile file(site.beside(u"out"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const publish::ExportReport report = exported(site);
    QVERIFY(report.failure);
    QCOMPARE(report.failure->code, ErrorCode::NotAFolder);
    QCOMPARE(report.failure->file, site.beside(u"out"_s));
}

void TestExportSite::isMendedByTheNextExport()
{
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    NativeFileSystem disk;
    test::FaultFileSystem faulty(disk);
    faulty.failAt({ .nth = 31,
                    .call = test::Call::Create, // the first is .quillway/.gitignore
                    .lasting = test::Lasting::Forever,
                    .code = ErrorCode::DiskFull });
    publish::ExportOptions options { .output = site.beside(u"out"_s), .baseUrl = {}, .selection = test::selection(), .threads = 1 };
    const publish::ExportReport broken = publish::exportSite(faulty, *site.load(), options);
    QVERIFY(broken.failure);
    QCOMPARE(broken.failure->code, ErrorCode::DiskFull);
    QCOMPARE(broken.written, 29);

    const publish::ExportReport mended = exported(site);
    QVERIFY(!mended.failure);
    QCOMPARE(mended.unchanged, 29);
    auto written = test::filesUnder(site.beside(u"out"_s));
    leaveOutStyle(written);
    QVERIFY(written == test::filesUnder(QStringLiteral(QUILLWAY_TEST_DATA "/expected")));
}

void TestExportSite::survivesEveryFailingCall()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, "tags: [x]\n");
    const model::SitePtr loaded = site.load();
    NativeFileSystem disk;
    bool failed = true;
    for (int nth = 1; failed; ++nth) {
        QVERIFY(nth < 2000);
        const publish::ExportOptions options {
            .output = site.beside(u"out%1"_s.arg(nth)), .baseUrl = {}, .selection = test::selection(), .threads = 1
        };
        test::FaultFileSystem faulty(disk);
        faulty.failAt({ .nth = nth, .call = std::nullopt, .lasting = test::Lasting::Forever, .code = ErrorCode::NotWritable });
        const publish::ExportReport report = publish::exportSite(faulty, *loaded, options);
        failed = faulty.hasFailed();
        QCOMPARE(faulty.openHandles(), 0);
        const publish::ExportReport next = publish::exportSite(disk, *loaded, options);
        QVERIFY(!next.failure);
        QCOMPARE(next.written + next.unchanged, next.pages);
        // The last one may be whole though its close() said otherwise and nothing could be removed any more.
        QVERIFY(next.unchanged == report.written || next.unchanged == report.written + 1);
        QDir(options.output).removeRecursively();
    }
}

void TestExportSite::stopsWhenAsked()
{
    const SiteFolder site;
    for (int i = 1; i <= 28; ++i)
        site.post(u"p%1"_s.arg(i), i);
    std::stop_source stop;
    NativeFileSystem files;
    int calls = 0;
    const publish::ExportOptions options { .output = site.beside(u"out"_s), .baseUrl = {}, .selection = test::selection(), .threads = 1 };
    const publish::ExportReport report = publish::exportSite(
        files, *site.load(), options,
        [&](int done, int total) {
            QVERIFY(done <= total);
            if (++calls == 5)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(report.cancelled);
    QVERIFY(!report.failure);
    QCOMPARE(report.written, 5);
    QCOMPARE(exported(site).unchanged, 5);
}

void TestExportSite::stopsBeforeItHasBegun()
{
    const SiteFolder site;
    site.post(u"stays"_s, 1);
    site.post(u"goes"_s, 2);
    const publish::ExportReport whole = exported(site);
    const QString page = whole.output + u"/posts/goes/index.html"_s;
    QVERIFY(QFile::exists(page));
    QVERIFY(QFile::remove(site.path(u"posts/goes.md"_s)));
    std::stop_source stop;
    stop.request_stop();
    const publish::ExportReport report = exported(site, {}, stop.get_token());
    QVERIFY(report.cancelled);
    QCOMPARE(report.written + report.removed, 0);
    QVERIFY(QFile::exists(page));
    // It is still known to be an export's file.
    QVERIFY(exported(site).removed > 0);
    QVERIFY(!QFile::exists(page));
}

void TestExportSite::goesOnWithoutAManifest()
{
    const SiteFolder site;
    site.post(u"a"_s, 1);
    site.write(u".quillway"_s, "in the way");
    const publish::ExportReport report = exported(site);
    QVERIFY(!report.failure);
    QCOMPARE(report.written, report.pages);
    QCOMPARE(report.diagnostics.size(), 1);
    QCOMPARE(report.diagnostics.first().severity, Severity::Note);
}

void TestExportSite::exportsAnEmptySite()
{
    const SiteFolder site;
    const publish::ExportReport report = exported(site);
    QVERIFY(!report.failure);
    QCOMPARE(lines(report.diagnostics), QString());
    for (const QString &path : { u"index.html"_s, u"archive/index.html"_s, u"404.html"_s, u"feed.xml"_s, u"robots.txt"_s })
        QVERIFY2(page(site, path).size() > 20, qPrintable(path));
}

void TestExportSite::worksWithoutABaseUrl()
{
    const SiteFolder site;
    site.write(u"quillway.toml"_s, "title = \"T\"\n");
    site.post(u"a"_s, 1);
    const publish::ExportReport report = exported(site);
    QVERIFY(!hasErrors(report.diagnostics));
    QVERIFY(!QFile::exists(site.beside(u"out/sitemap.xml"_s)));
    QVERIFY(page(site, u"feed.xml"_s).contains("<id>urn:uuid:"));
    QVERIFY(!page(site, u"posts/a/index.html"_s).contains("canonical"));
}

QTEST_GUILESS_MAIN(TestExportSite)
#include "tst_export_site.moc"
