// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/addresses.h"

#include <QRegularExpression>
#include <QTest>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

class TestAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesPosts_data();
    void placesPosts();
    void aHostilePostStaysInside_data();
    void aHostilePostStaysInside();
    void placesPages_data();
    void placesPages();
    void placesListsAndFeeds();
    void placesAssets_data();
    void placesAssets();
    void readsAliases_data();
    void readsAliases();
    void readsTagAliases();
    void namesOutputs_data();
    void namesOutputs();
    void makesUrls_data();
    void makesUrls();
    void judgesPermalinks_data();
    void judgesPermalinks();
};

namespace {

Post post(const QString &file, const QString &slug, const QString &date = u"2022-08-09"_s)
{
    Post post;
    post.file = SitePath::literal(file);
    post.slug = slug;
    if (!date.isEmpty())
        post.date = parseMoment(date, QTimeZone::utc());
    return post;
}

Settings withPermalink(const QString &permalink)
{
    Settings settings;
    settings.permalink = permalink;
    return settings;
}

Settings withBaseUrl(const QString &url)
{
    Settings settings;
    settings.baseUrl = QUrl(url);
    return settings;
}

} // namespace

void TestAddresses::placesPosts_data()
{
    QTest::addColumn<QString>("permalink");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *what, const QString &permalink, const QString &address) { QTest::newRow(what) << permalink << address; };
    row("the default", u"/posts/:slug/"_s, u"/posts/go/"_s);
    row("at the root", u"/:slug/"_s, u"/go/"_s);
    row("a date", u"/:year/:month/:day/:slug/"_s, u"/2022/08/09/go/"_s);
    row("the file's name", u"/:filename/"_s, u"/2022-08-09-go-patterns/"_s);
    row("a section", u"/:section/:slug/"_s, u"/notes/deep/go/"_s);
    row("parts in one", u"/:year-:month-:slug/"_s, u"/2022-08-go/"_s);
    row("no closing slash", u"/blog/:slug"_s, u"/blog/go/"_s);
    row("doubled slashes", u"//blog///:slug//"_s, u"/blog/go/"_s);
    row("a colon alone", u"/a:/:slug/"_s, u"/a:/go/"_s);
    row("a pattern that gives nothing", u"/"_s, u"/posts/go/"_s);
}

void TestAddresses::placesPosts()
{
    QFETCH(QString, permalink);
    Post written = post(u"posts/notes/deep/2022-08-09-go-patterns.md"_s, u"go"_s);
    written.section = u"notes/deep"_s;
    QTEST(postAddress(written, withPermalink(permalink)), "address");
}

void TestAddresses::aHostilePostStaysInside_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("address"); // a regular expression
    QTest::newRow("leads up") << u"../../etc/passwd"_s << u"2022-08-09"_s << u"/2022/etc-passwd/"_s;
    QTest::newRow("two dots") << u".."_s << u"2022-08-09"_s << u"/2022/post-[0-9a-f]{8}/"_s;
    QTest::newRow("a query") << u"a?b%c"_s << u"2022-08-09"_s << u"/2022/a-b-c/"_s;
    QTest::newRow("no date leaves its part out") << u"go"_s << QString() << u"/go/"_s;
}

void TestAddresses::aHostilePostStaysInside()
{
    QFETCH(QString, slug);
    QFETCH(QString, date);
    QFETCH(QString, address);
    const QString got = postAddress(post(u"posts/x.md"_s, slug, date), withPermalink(u"/:year/:slug/"_s));
    QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(address)).match(got).hasMatch(), qPrintable(got));
}

void TestAddresses::placesPages_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("address");
    QTest::newRow("at the top") << QString() << u"about"_s << u"/about/"_s;
    QTest::newRow("in a folder") << u"docs"_s << u"setup"_s << u"/docs/setup/"_s;
    QTest::newRow("another script") << u"ドキュメント"_s << u"設定"_s << u"/ドキュメント/設定/"_s;
}

void TestAddresses::placesPages()
{
    QFETCH(QString, section);
    QFETCH(QString, slug);
    Post page = post(u"pages/x.md"_s, slug);
    page.section = section;
    QTEST(pageAddress(page), "address");
    QTEST(addressOf(page, withPermalink(u"/:year/:slug/"_s)), "address");
}

void TestAddresses::placesListsAndFeeds()
{
    QCOMPARE(listAddress(u"/"_s, 1), u"/"_s);
    QCOMPARE(listAddress(u"/"_s, 2), u"/page/2/"_s);
    QCOMPARE(listAddress(u"/tags/go/"_s, 3), u"/tags/go/page/3/"_s);
    Tag tag;
    tag.slug = u"go"_s;
    QCOMPARE(tagAddress(tag), u"/tags/go/"_s);
    Topic topic;
    topic.slug = u"backend"_s;
    QCOMPARE(topicAddress(topic), u"/topics/backend/"_s);
    ReadingPath path;
    path.slug = u"start"_s;
    QCOMPARE(pathAddress(path), u"/paths/start/"_s);
    QCOMPARE(feedAddress(Feed::Atom, u"/"_s), u"/feed.xml"_s);
    QCOMPARE(feedAddress(Feed::Rss, u"/tags/go/"_s), u"/tags/go/rss.xml"_s);
    QCOMPARE(feedAddress(Feed::Json, u"/topics/backend/"_s), u"/topics/backend/feed.json"_s);
}

void TestAddresses::placesAssets_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<QString>("bundle"); // empty: none
    QTest::addColumn<QString>("address");
    const auto row = [](const char *what, const QString &asset, const QString &bundle, const QString &address) {
        QTest::newRow(what) << asset << bundle << address;
    };
    row("assets go to the root", u"assets/images/a.svg"_s, QString(), u"/images/a.svg"_s);
    row("beside a bundle's page", u"posts/2022-08-09-go/pic.png"_s, u"posts/2022-08-09-go/index.md"_s, u"/posts/go/pic.png"_s);
    row("in a folder of a bundle", u"posts/2022-08-09-go/img/pic.png"_s, u"posts/2022-08-09-go/index.md"_s, u"/posts/go/img/pic.png"_s);
    row("beside a single file", u"posts/pic.png"_s, QString(), u"/posts/pic.png"_s);
    row("beside a page", u"pages/pic.png"_s, QString(), u"/pic.png"_s);
    row("beside a page's bundle", u"pages/go/pic.png"_s, u"pages/go/index.md"_s, u"/go/pic.png"_s);
}

void TestAddresses::placesAssets()
{
    QFETCH(QString, asset);
    QFETCH(QString, bundle);
    const Post owner = post(bundle.isEmpty() ? u"posts/x.md"_s : bundle, u"go"_s);
    QTEST(assetAddress(SitePath::literal(asset), bundle.isEmpty() ? nullptr : &owner, Settings()), "address");
}

void TestAddresses::readsAliases_data()
{
    QTest::addColumn<QString>("alias");
    QTest::addColumn<QString>("address"); // empty: none
    const auto row = [](const char *what, const QString &alias, const QString &address) { QTest::newRow(what) << alias << address; };
    row("a path", u"/old/go/"_s, u"/old/go/"_s);
    row("without slashes", u"old/go"_s, u"/old/go/"_s);
    row("a file", u"/2014/go.html"_s, u"/2014/go.html"_s);
    row("an index file", u"/old/index.html"_s, u"/old/"_s);
    row("another ending is a folder", u"/2014/node.js"_s, u"/2014/node.js/"_s);
    row("percent-encoded", u"/gr%C3%B6%C3%9Fe/"_s, u"/größe/"_s);
    row("blanks around", u"  /old/  "_s, u"/old/"_s);
    row("a fragment", u"/old/#part"_s, u"/old/"_s);
    row("the site's own URL", u"https://blog.example/sub/old/"_s, u"/old/"_s);
    row("dots inside", u"/old/./a/../go/"_s, u"/old/go/"_s);
    row("another site", u"https://other.example/old/"_s, QString());
    row("outside of the site's part of the server", u"https://blog.example/old/"_s, QString());
    row("leads up", u"/../../etc/passwd"_s, QString());
    row("encoded slash and dots", u"/%2e%2e%2f%2e%2e%2fetc"_s, QString());
    row("a NUL", u"/a%00b/"_s, QString());
    row("an encoded question mark", u"/a%3Fb/"_s, QString());
    row("the start page", u"/"_s, QString());
    row("a query alone", u"/?p=12"_s, QString());
    row("empty", QString(), QString());
}

void TestAddresses::readsAliases()
{
    QFETCH(QString, alias);
    QTEST(aliasAddress(alias, QUrl(u"https://blog.example/sub/"_s)).value_or(QString()), "address");
}

void TestAddresses::readsTagAliases()
{
    QCOMPARE(tagAliasAddress(u"Golang", {}), u"/tags/golang/"_s);
    QCOMPARE(tagAliasAddress(u"/label/go/", {}), u"/label/go/"_s);
    QCOMPARE(tagAliasAddress(u" ", {}), std::nullopt);
}

void TestAddresses::namesOutputs_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("output");
    QTest::newRow("the start page") << u"/"_s << u"index.html"_s;
    QTest::newRow("a page") << u"/posts/x/"_s << u"posts/x/index.html"_s;
    QTest::newRow("a file") << u"/tags/go/feed.xml"_s << u"tags/go/feed.xml"_s;
    QTest::newRow("another script") << u"/tags/größe/"_s << u"tags/größe/index.html"_s;
}

void TestAddresses::namesOutputs()
{
    QFETCH(QString, address);
    QFETCH(QString, output);
    QCOMPARE(outputPath(address).toString(), output);
}

void TestAddresses::makesUrls_data()
{
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("absolute");
    const auto row = [](const char *what, const QString &base, const QString &address, const QString &path, const QString &absolute) {
        QTest::newRow(what) << base << address << path << absolute;
    };
    row("the start page", u"https://blog.example/"_s, u"/"_s, u"/"_s, u"https://blog.example/"_s);
    row("a page", u"https://blog.example/"_s, u"/posts/x/"_s, u"/posts/x/"_s, u"https://blog.example/posts/x/"_s);
    row("below a path", u"https://example.org/blog/"_s, u"/posts/x/"_s, u"/blog/posts/x/"_s, u"https://example.org/blog/posts/x/"_s);
    row("below a path without its slash", u"https://example.org/blog"_s, u"/"_s, u"/blog/"_s, u"https://example.org/blog/"_s);
    row("a port", u"http://localhost:8080/"_s, u"/feed.xml"_s, u"/feed.xml"_s, u"http://localhost:8080/feed.xml"_s);
    row("another script", u"https://blog.example/"_s, u"/tags/größe/"_s, u"/tags/gr%C3%B6%C3%9Fe/"_s,
        u"https://blog.example/tags/gr%C3%B6%C3%9Fe/"_s);
    row("blanks and signs", u"https://blog.example/"_s, u"/a b/c%d#e.png"_s, u"/a%20b/c%25d%23e.png"_s,
        u"https://blog.example/a%20b/c%25d%23e.png"_s);
    row("an international name", u"https://bücher.example/"_s, u"/"_s, u"/"_s, u"https://xn--bcher-kva.example/"_s);
    row("no base_url", QString(), u"/posts/x/"_s, u"/posts/x/"_s, u"/posts/x/"_s);
}

void TestAddresses::makesUrls()
{
    QFETCH(QString, baseUrl);
    QFETCH(QString, address);
    const Settings settings = withBaseUrl(baseUrl);
    QTEST(urlPath(address, settings), "path");
    QTEST(absoluteUrl(address, settings), "absolute");
}

void TestAddresses::judgesPermalinks_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("good");
    QTest::newRow("the default") << u"/posts/:slug/"_s << true;
    QTest::newRow("by file") << u"/:year/:filename/"_s << true;
    QTest::newRow("no post named") << u"/posts/:year/"_s << false;
    QTest::newRow("an unknown part") << u"/:categories/:slug/"_s << false;
    QTest::newRow("a colon with no name") << u"/a:/:slug/"_s << false;
    QTest::newRow("relative") << u":slug/"_s << false;
    QTest::newRow("leads up") << u"/../:slug/"_s << false;
    QTest::newRow("a query") << u"/?p=:slug"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestAddresses::judgesPermalinks()
{
    QFETCH(QString, pattern);
    QTEST(!permalinkFault(pattern).has_value(), "good");
}

QTEST_APPLESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
