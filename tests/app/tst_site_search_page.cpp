// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exported_page.h"
#include "app/run_quillway.h"
#include "support/site_folder.h"

#include <QApplication>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace quillway;
using test::ExportedPage;
using test::SiteFolder;
using test::SiteServer;

namespace {

void post(const SiteFolder &site, const QString &slug, const QByteArray &title, const QByteArray &head, const QByteArray &body)
{
    static int day = 0;
    const QByteArray date = "2024-01-" + QByteArray::number(1 + ++day % 28).rightJustified(2, '0');
    site.write(u"posts/%1.md"_s.arg(slug), "---\ntitle: \"" + title + "\"\ndate: " + date + '\n' + head + "---\n" + body + '\n');
}

void writeSite(const SiteFolder &site)
{
    site.write(u"quillway.toml"_s, "title = \"Blog\"\nbase_url = \"https://t.example/\"\n");
    post(site, u"cache"_s, "Cache invalidation", "tags: [caching]\n", "Two hard things.");
    post(site, u"queue"_s, "Queues", "", "## Caching\n\nNothing more.");
    post(site, u"tagged"_s, "Tagged", "tags: [caching]\n", "Nothing of it.");
    post(site, u"text"_s, "Text", "", "A cached thing is mentioned here, deep in a text. " + QByteArray("filler ").repeated(40));
    post(site, u"deep"_s, "Deep", "", QByteArray("filler ").repeated(400) + "submarine.");
    post(site, u"kube"_s, "Kubernetes in anger", "", "Pods and nodes.");
    post(site, u"cpp"_s, "Ranges in C++", "", "Views.");
    post(site, u"c"_s, "Structures in C", "", "Bytes.");
    post(site, u"de"_s, "Häuser bauen", "lang: de\n", "Die Datenbanken der Straße.");
    post(site, u"ja"_s, "東京都の天気", "lang: ja\n", "今日は晴れです。");
    post(site, u"html"_s, "<img src=x onerror=document.title=1> marked", "", "<b>bold</b> &amp; more");
    post(site, u"tools"_s, "Glassblowing tools", "", "Pipes.");
    site.write(u"topics/glass.md"_s, "---\ntitle: Glassblowing\ntags: [glass]\n---\n");
    for (int i = 0; i < 20; ++i)
        post(site, u"many%1"_s.arg(i), "Manifold " + QByteArray::number(i), "", "One of many.");
}

} // namespace

/// The search page of an exported site in a real browser engine, from a server that allows what `default-src 'self'` allows.
class TestSiteSearchPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void finds_data();
    void finds();
    void ranksTitleHeadingTagText();
    void namesATopicBeforePostsOfItsName();
    void showsTitleDateAndMarkedSnippet();
    void namesAWordThatStandsFurtherOn();
    void showsHtmlAsText();
    void findsWhileOneTypes();
    void takesTheQueryFromTheAddress();
    void bearsAnyQuery_data();
    void bearsAnyQuery();
    void showsMoreOnDemand();
    void saysWhenAPartIsMissing_data();
    void saysWhenAPartIsMissing();
    void canBeUsedByAll();
    void offersTheListsWithoutScript();
    void staysSmallPerQuery();

private:
    [[nodiscard]] bool open(const QString &query);
    [[nodiscard]] QStringList titles()
    {
        return m_page->evaluate(u"[...document.querySelectorAll('.search-results h2')].map((e) => e.textContent)"_s).toStringList();
    }
    [[nodiscard]] QString status() { return m_page->evaluate(u"document.querySelector('[role=status]').textContent"_s).toString(); }

    SiteFolder m_site;
    std::optional<SiteServer> m_server;
    std::optional<ExportedPage> m_page;
};

void TestSiteSearchPage::initTestCase()
{
    writeSite(m_site);
    const test::Run run = test::runQuillway({ u"export"_s, m_site.path(), u"--output"_s, m_site.path(u"out"_s) });
    QVERIFY2(run.status == 0, run.err);
    m_server.emplace(m_site.path(u"out"_s));
    m_page.emplace();
}

void TestSiteSearchPage::cleanup()
{
    m_server->breakPaths({});
    m_page->messages().clear();
}

/// The search page with a query in its address, answered.
bool TestSiteSearchPage::open(const QString &query)
{
    return m_page->open(m_server->url(u"/search/?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(query))))
        && (query.isEmpty() || m_page->becomes(u"document.querySelector('[role=status]').textContent !== ''"_s));
}

void TestSiteSearchPage::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &query, const QStringList &expected) {
        QTest::addRow("%s", name) << query << expected;
    };
    row("a word", u"pods"_s, { u"Kubernetes in anger"_s });
    row("whatever its case", u"PODS"_s, { u"Kubernetes in anger"_s });
    row("the beginning of one", u"kuber"_s, { u"Kubernetes in anger"_s });
    row("letters changed about", u"kubenretes"_s, { u"Kubernetes in anger"_s });
    row("a letter missing", u"kuberetes"_s, { u"Kubernetes in anger"_s });
    row("a wrong first letter", u"jubernetes"_s, { u"Kubernetes in anger"_s });
    row("another form in English", u"structure"_s, { u"Structures in C"_s });
    row("another form in German", u"Datenbank"_s, { u"Häuser bauen"_s });
    row("a German plural with its umlaut", u"haus"_s, { u"Häuser bauen"_s });
    row("an umlaut as two letters", u"haeuser"_s, { u"Häuser bauen"_s });
    row("ß as ss", u"strasse"_s, { u"Häuser bauen"_s });
    row("signs of a script without blanks", u"東京"_s, { u"東京都の天気"_s });
    row("one such sign", u"晴"_s, { u"東京都の天気"_s });
    row("several words", u"nodes pods"_s, { u"Kubernetes in anger"_s });
    row("a language by its signs", u"c++"_s, { u"Ranges in C++"_s });
    row("nothing", u"zzzzzzzz"_s, {});
    row("some words, where no post has all", u"pods 晴れ"_s, { u"東京都の天気"_s, u"Kubernetes in anger"_s });
}

void TestSiteSearchPage::finds()
{
    QFETCH(QString, query);
    QFETCH(QStringList, expected);
    QVERIFY(open(query));
    QStringList found = titles();
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
    QCOMPARE(m_page->messages(), QStringList());
}

void TestSiteSearchPage::ranksTitleHeadingTagText()
{
    QVERIFY(open(u"cache"_s));
    QCOMPARE(titles(), (QStringList { u"Cache invalidation"_s, u"Queues"_s, u"Tagged"_s, u"Text"_s }));
}

void TestSiteSearchPage::namesATopicBeforePostsOfItsName()
{
    QVERIFY(open(u"glassblowing"_s));
    QCOMPARE(titles(), (QStringList { u"Glassblowing"_s, u"Glassblowing tools"_s }));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results a').pathname"_s).toString(), u"/topics/glass/"_s);
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results .meta').textContent"_s).toString(), u"Topic"_s);
    QCOMPARE(m_page->evaluate(u"document.querySelectorAll('.search-results li:nth-child(2) p.meta').length"_s).toInt(), 0);
}

void TestSiteSearchPage::showsTitleDateAndMarkedSnippet()
{
    QVERIFY(open(u"mention"_s));
    QCOMPARE(titles(), QStringList(u"Text"_s));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results mark').textContent"_s).toString(), u"mentioned"_s);
    QVERIFY(
        m_page->evaluate(u"document.querySelector('.search-results .summary').textContent"_s).toString().contains(u"thing is mentioned here"));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results time').dateTime.slice(0, 8)"_s).toString(), u"2024-01-"_s);
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results a').pathname"_s).toString(), u"/posts/text/"_s);
    QCOMPARE(status(), u"1 result."_s);
}

void TestSiteSearchPage::namesAWordThatStandsFurtherOn()
{
    QVERIFY(open(u"submarine"_s));
    QCOMPARE(titles(), QStringList(u"Deep"_s));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results mark').textContent"_s).toString(), u"submarine"_s);
}

void TestSiteSearchPage::showsHtmlAsText()
{
    QVERIFY(open(u"marked"_s));
    QCOMPARE(titles(), QStringList(u"<img src=x onerror=document.title=1> marked"_s));
    QCOMPARE(m_page->evaluate(u"document.querySelectorAll('.search-results img, .search-results b').length"_s).toInt(), 0);
    QCOMPARE(m_page->evaluate(u"document.title"_s).toString(), u"Search · Blog"_s);
}

void TestSiteSearchPage::findsWhileOneTypes()
{
    QVERIFY(open({}));
    QCOMPARE(m_page->evaluate(u"document.activeElement.name"_s).toString(), u"q"_s);
    const auto type = [&](const QString &text) {
        m_page->evaluate(
            u"const input = document.querySelector('.search input'); input.value = '%1'; input.dispatchEvent(new Event('input'))"_s.arg(
                text));
    };
    type(u"ku"_s);
    QVERIFY(m_page->becomes(u"document.querySelector('.search-results h2')?.textContent === 'Kubernetes in anger'"_s));
    QCOMPARE(m_page->url().query(), u"q=ku"_s);
    type(u"ranges"_s);
    QVERIFY(m_page->becomes(u"document.querySelector('.search-results h2')?.textContent === 'Ranges in C++'"_s));
    type({});
    QVERIFY(m_page->becomes(u"document.querySelector('.search-results').children.length === 0"_s));
    QCOMPARE(status(), QString());
    QVERIFY(!m_page->url().hasQuery());
}

void TestSiteSearchPage::takesTheQueryFromTheAddress()
{
    QVERIFY(open(u"pods & nodes"_s));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search input').value"_s).toString(), u"pods & nodes"_s);
    QCOMPARE(titles(), QStringList(u"Kubernetes in anger"_s));
    m_page->evaluate(
        u"const input = document.querySelector('.search input'); input.value = 'views'; document.querySelector('.search').requestSubmit()"_s);
    QVERIFY(m_page->becomes(u"document.querySelector('.search-results h2')?.textContent === 'Ranges in C++'"_s));
    m_page->evaluate(u"history.back()"_s);
    QVERIFY(m_page->becomes(u"document.querySelector('.search-results h2')?.textContent === 'Kubernetes in anger'"_s));
}

void TestSiteSearchPage::bearsAnyQuery_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("10,000 letters") << QString(10'000, u'x');
    QTest::newRow("10,000 words") << QString("pods "_L1).repeated(2'000);
    QTest::newRow("regular expressions") << u"pods .*+?^${}()|[]\\ (a+)+$"_s;
    QTest::newRow("HTML") << u"<img src=x onerror=document.title=1>"_s;
    QTest::newRow("signs alone") << u"... --- ???"_s;
    QTest::newRow("half a pair") << u"\xD800 x"_s;
    QTest::newRow("names of objects") << u"__proto__ constructor toString hasOwnProperty"_s;
    QTest::newRow("marks without end") << u"a"_s + QString(5'000, QChar(0x0301));
}

void TestSiteSearchPage::bearsAnyQuery()
{
    QFETCH(QString, query);
    QVERIFY(open({}));
    m_page->evaluate(u"const input = document.querySelector('.search input'); input.value = decodeURIComponent('%1'); "
                     "document.querySelector('.search').requestSubmit()"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(query))));
    QVERIFY(m_page->becomes(u"document.querySelector('[role=status]').textContent !== ''"_s));
    QVERIFY(!status().contains(u"could not be loaded"));
    QCOMPARE(m_page->evaluate(u"document.title"_s).toString(), u"Search · Blog"_s);
    QVERIFY(m_page->url().toEncoded().size() < 3'000);
    QCOMPARE(m_page->messages(), QStringList());
}

void TestSiteSearchPage::showsMoreOnDemand()
{
    QVERIFY(open(u"manifold"_s));
    QCOMPARE(status(), u"20 results."_s);
    QCOMPARE(titles().size(), 8);
    m_page->evaluate(u"document.querySelector('.search-more button').click()"_s);
    QVERIFY(m_page->becomes(u"document.querySelectorAll('.search-results li').length === 16"_s));
    QCOMPARE(m_page->evaluate(u"[...document.querySelectorAll('.search-results a')].indexOf(document.activeElement)"_s).toInt(), 8);
    m_page->evaluate(u"document.querySelector('.search-more button').click()"_s);
    QVERIFY(m_page->becomes(u"document.querySelectorAll('.search-results li').length === 20"_s));
    QVERIFY(m_page->evaluate(u"document.querySelector('.search-more').hidden"_s).toBool());
    QStringList all = titles();
    QCOMPARE(all.removeDuplicates(), 0);
}

void TestSiteSearchPage::saysWhenAPartIsMissing_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("the list of pieces") << u"/search/index.json"_s;
    QTest::newRow("a piece") << u"/search/words/"_s;
    QTest::newRow("the results") << u"/search/posts/"_s;
}

void TestSiteSearchPage::saysWhenAPartIsMissing()
{
    QFETCH(QString, path);
    m_server->breakPaths(path);
    QVERIFY(open(u"pods"_s));
    QVERIFY2(status().contains(u"could not be loaded"), qPrintable(status()));
    QCOMPARE(titles(), QStringList());
    m_server->breakPaths({});
    m_page->evaluate(u"document.querySelector('.search').requestSubmit()"_s);
    QVERIFY(m_page->becomes(u"document.querySelector('.search-results h2')?.textContent === 'Kubernetes in anger'"_s));
}

void TestSiteSearchPage::canBeUsedByAll()
{
    QVERIFY(open(u"pods"_s));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search input').labels[0].textContent"_s).toString(), u"Words to find"_s);
    QCOMPARE(m_page->evaluate(u"document.querySelectorAll('[role=search]').length"_s).toInt(), 1);
    QVERIFY(m_page->evaluate(u"document.querySelector('[data-search-without]').hidden"_s).toBool());
    QVERIFY(open(u"das"_s)); // nothing but German
    QVERIFY(open(u"bauen"_s));
    QCOMPARE(m_page->evaluate(u"document.querySelector('.search-results li').lang"_s).toString(), u"de"_s);
}

void TestSiteSearchPage::offersTheListsWithoutScript()
{
    const QString text = ExportedPage().textWithoutScript(m_server->url(u"/search/"_s));
    QVERIFY2(text.contains(u"needs JavaScript") && text.contains(u"Archive") && !text.contains(u"Words to find"), qPrintable(text));
}

void TestSiteSearchPage::staysSmallPerQuery()
{
    ExportedPage page; // with nothing kept from before
    m_server->sent.clear();
    QVERIFY(page.open(m_server->url(u"/search/?q=manifold"_s)));
    QVERIFY(page.becomes(u"document.querySelectorAll('.search-results li').length === 8"_s));
    qsizetype all = 0;
    for (const auto &[path, bytes] : m_server->sent.asKeyValueRange())
        all += path.startsWith(u"/search/"_s) || path.endsWith(u".js"_s) ? bytes : 0;
    QVERIFY2(all < 100'000, QByteArray::number(all));
    for (const QString &path : m_server->sent.keys())
        QVERIFY2(!path.startsWith(u"/posts/"_s), qPrintable(path));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestSiteSearchPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_site_search_page.moc"
