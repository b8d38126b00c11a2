// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/links.h"
#include "support/site_text.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using Kind = LinkTarget::Kind;
using test::SiteText;
using test::TextFile;

namespace {

SiteText sample(const QString &baseUrl = u"https://blog.example/"_s)
{
    QList<TextFile> files {
        { u"quillway.toml"_s, u"base_url = \"%1\"\n[index]\nper_page = 2\n"_s.arg(baseUrl) },
        { u"tags.toml"_s, u"[go]\naliases = [\"golang\"]\n"_s },
        { u"posts/2022-08-09-go-patterns.md"_s,
          u"---\ntitle: Go\ntags: [Go, 'C++']\naliases: [/old/go.html, /blog/2022/go/]\n---\n## Pools\n"_s },
        { u"posts/2021-01-01-größe.md"_s, u"---\ntitle: x\ntags: [go]\n---\n"_s },
        { u"posts/2020-01-01-bundle/index.md"_s, u"---\ntitle: x\nslug: box\ntags: [go]\n---\n"_s },
        { u"posts/2020-01-01-bundle/pic one.png"_s, u"x"_s },
        { u"posts/2020-01-01-bundle/img/deep.png"_s, u"x"_s },
        { u"posts/loose.png"_s, u"x"_s },
        { u"posts/notes/2019-01-01-note.md"_s, u"---\ntitle: x\n---\n"_s },
        { u"posts/draft.md"_s, u"---\ntitle: x\ndate: 2022-01-01\ndraft: true\naliases: [/drafty/]\n---\n"_s },
        { u"posts/2090-01-01-later.md"_s, u"---\ntitle: x\n---\n"_s },
        { u"posts/drafty/index.md"_s, u"---\ntitle: x\n---\n"_s },
        { u"posts/drafty/pic.png"_s, u"x"_s },
        { u"pages/about.md"_s, u"---\ntitle: About\n---\n"_s },
        { u"pages/docs/setup.md"_s, u"---\ntitle: Setup\n---\n"_s },
        { u"pages/docs/shot.png"_s, u"x"_s },
        { u"topics/backend.md"_s, u"---\ntitle: Backend\n---\n"_s },
        { u"paths/start.md"_s, u"---\ntitle: Start\n---\n"_s },
        { u"assets/images/a.svg"_s, u"x"_s },
        { u"assets/a b.pdf"_s, u"x"_s },
    };
    return SiteText(files);
}

struct Fixture {
    explicit Fixture(const QString &baseUrl = u"https://blog.example/"_s)
        : site(sample(baseUrl).site())
        , published(site, test::everythingPublished())
        , links(site, published)
    { }

    [[nodiscard]] LinkTarget resolve(const QString &destination, const QString &from) const
    {
        const model::PostPtr post = site.postByFile(SitePath::literal(from));
        return links.resolve(destination, post ? linkOrigin(*post, site.settings()) : settingsLinkOrigin());
    }

    model::Site site;
    PublishedPosts published;
    LinkIndex links;
};

} // namespace

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves_data();
    void resolves();
    void resolvesFromABundle_data();
    void resolvesFromABundle();
    void resolvesUnderAPath_data();
    void resolvesUnderAPath();
    void knowsWhatIsNotExported_data();
    void knowsWhatIsNotExported();
    void knowsPostsAndAssets();
    void prefersWhatIsExported();
    void theSearchGivesWayToTheAuthorsOwn_data();
    void theSearchGivesWayToTheAuthorsOwn();
    void resolvesForAnotherBaseUrl();
    void textsOfTopicsAndSettingsHaveTheirOwnPlaces();
    void everyTargetResolvesToItself();
};

void TestLinks::resolves_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("url");
    const auto row = [](const QString &destination, Kind kind, const QString &url) {
        QTest::newRow(qPrintable(destination.isEmpty() ? u"(empty)"_s : destination)) << destination << kind << url;
    };
    // All of them in posts/2022-08-09-go-patterns.md, which is the page /posts/go-patterns/.
    row(u"2021-01-01-größe.md"_s, Kind::Post, u"/posts/gr%C3%B6%C3%9Fe/"_s);
    row(u"./2021-01-01-gr%C3%B6%C3%9Fe.md#a"_s, Kind::Post, u"/posts/gr%C3%B6%C3%9Fe/#a"_s);
    row(u"../posts/notes/2019-01-01-note.md"_s, Kind::Post, u"/posts/note/"_s);
    row(u"posts/notes/2019-01-01-note.md"_s, Kind::Post, u"/posts/note/"_s);
    row(u"/posts/notes/2019-01-01-note.md"_s, Kind::Post, u"/posts/note/"_s);
    row(u"2020-01-01-bundle/index.md"_s, Kind::Post, u"/posts/box/"_s);
    row(u"../pages/about.md"_s, Kind::Page, u"/about/"_s);
    row(u"../topics/backend.md"_s, Kind::Topic, u"/topics/backend/"_s);
    row(u"../paths/start.md"_s, Kind::Path, u"/paths/start/"_s);
    row(u"2020-01-01-bundle/pic%20one.png"_s, Kind::Asset, u"/posts/box/pic%20one.png"_s);
    row(u"2020-01-01-bundle/pic one.png"_s, Kind::Asset, u"/posts/box/pic%20one.png"_s);
    row(u"loose.png"_s, Kind::Asset, u"/posts/loose.png"_s);
    row(u"../assets/images/a.svg"_s, Kind::Asset, u"/images/a.svg"_s);
    row(u"/assets/images/a.svg"_s, Kind::Asset, u"/images/a.svg"_s);

    row(u"/images/a.svg"_s, Kind::Asset, u"/images/a.svg"_s);
    row(u"/a b.pdf"_s, Kind::Asset, u"/a%20b.pdf"_s);
    row(u"/shot.png"_s, Kind::Unknown, u"/shot.png"_s);
    row(u"/docs/shot.png"_s, Kind::Asset, u"/docs/shot.png"_s);
    row(u"/posts/go-patterns/"_s, Kind::Post, u"/posts/go-patterns/"_s);
    row(u"/posts/go-patterns"_s, Kind::Post, u"/posts/go-patterns/"_s);
    row(u"/posts/go-patterns/index.html#pools"_s, Kind::Post, u"/posts/go-patterns/#pools"_s);
    row(u"/posts/größe/?a=b#c"_s, Kind::Post, u"/posts/gr%C3%B6%C3%9Fe/?a=b#c"_s);
    row(u"/docs/setup/"_s, Kind::Page, u"/docs/setup/"_s);
    row(u"../box/"_s, Kind::Post, u"/posts/box/"_s);
    row(u"../../about"_s, Kind::Page, u"/about/"_s);
    row(u"../../../../../about/"_s, Kind::Page, u"/about/"_s);
    row(u"./"_s, Kind::Post, u"/posts/go-patterns/"_s);
    row(u"/tags/go/"_s, Kind::Tag, u"/tags/go/"_s);
    row(u"/tags/cplusplus/"_s, Kind::Tag, u"/tags/cplusplus/"_s);
    row(u"/tags/go/feed.xml"_s, Kind::OwnPage, u"/tags/go/feed.xml"_s);
    row(u"/tags/go/page/2/"_s, Kind::OwnPage, u"/tags/go/page/2/"_s);
    row(u"/tags/go/page/3/"_s, Kind::Unknown, u"/tags/go/page/3/"_s);
    row(u"/topics/backend/rss.xml"_s, Kind::OwnPage, u"/topics/backend/rss.xml"_s);
    row(u"/"_s, Kind::OwnPage, u"/"_s);
    row(u"/index.html"_s, Kind::OwnPage, u"/"_s);
    row(u"/page/2/"_s, Kind::OwnPage, u"/page/2/"_s);
    row(u"/page/3/"_s, Kind::Unknown, u"/page/3/"_s);
    row(u"/archive/"_s, Kind::OwnPage, u"/archive/"_s);
    row(u"/search"_s, Kind::OwnPage, u"/search/"_s);
    row(u"/feed.json"_s, Kind::OwnPage, u"/feed.json"_s);
    row(u"/404.html"_s, Kind::OwnPage, u"/404.html"_s);
    row(u"/old/go.html"_s, Kind::Post, u"/posts/go-patterns/"_s);
    row(u"/blog/2022/go/#x"_s, Kind::Post, u"/posts/go-patterns/#x"_s);
    row(u"/tags/golang/"_s, Kind::Tag, u"/tags/go/"_s);
    row(u"https://blog.example/posts/box/"_s, Kind::Post, u"/posts/box/"_s);
    row(u"http://blog.example/about"_s, Kind::Page, u"/about/"_s);
    row(u"//blog.example/"_s, Kind::OwnPage, u"/"_s);
    row(u"https://blog.example/nowhere/"_s, Kind::Unknown, u"https://blog.example/nowhere/"_s);

    row(u"#pools"_s, Kind::Anchor, u"#pools"_s);
    row(u"?q=x"_s, Kind::Anchor, u"?q=x"_s);
    row(u"https://other.example/posts/box/"_s, Kind::External, u"https://other.example/posts/box/"_s);
    row(u"//cdn.example/x.js"_s, Kind::External, u"//cdn.example/x.js"_s);
    row(u"mailto:a@b.example"_s, Kind::External, u"mailto:a@b.example"_s);
    row(u"tel:+1"_s, Kind::External, u"tel:+1"_s);
    row(u"/nowhere/"_s, Kind::Unknown, u"/nowhere/"_s);
    row(u"nowhere.md"_s, Kind::Unknown, u"nowhere.md"_s);
    row(u"../../../etc/passwd"_s, Kind::Unknown, u"../../../etc/passwd"_s);
    row(u"/posts/%00/"_s, Kind::Unknown, u"/posts/%00/"_s);
    row(QString(), Kind::Unknown, QString());
    row(u"/quillway.toml"_s, Kind::Unknown, u"/quillway.toml"_s);
}

void TestLinks::resolves()
{
    QFETCH(QString, destination);
    const LinkTarget target = Fixture().resolve(destination, u"posts/2022-08-09-go-patterns.md"_s);
    QTEST(target.kind, "kind");
    QTEST(target.url, "url");
    QVERIFY(target.exported);
}

void TestLinks::resolvesFromABundle_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("url"); // empty: unknown
    QTest::newRow("a picture beside it") << u"pic one.png"_s << u"/posts/box/pic%20one.png"_s;
    QTest::newRow("a picture below it") << u"img/deep.png"_s << u"/posts/box/img/deep.png"_s;
    QTest::newRow("another post's file") << u"../2022-08-09-go-patterns.md"_s << u"/posts/go-patterns/"_s;
    QTest::newRow("another post's address") << u"../go-patterns/"_s << u"/posts/go-patterns/"_s;
    QTest::newRow("a picture that is not there") << u"pic.png"_s << QString();
}

void TestLinks::resolvesFromABundle()
{
    QFETCH(QString, destination);
    QFETCH(QString, url);
    const LinkTarget target = Fixture().resolve(destination, u"posts/2020-01-01-bundle/index.md"_s);
    QCOMPARE(target.kind == Kind::Unknown, url.isEmpty());
    if (!url.isEmpty())
        QCOMPARE(target.url, url);
}

void TestLinks::resolvesUnderAPath_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("url");
    const auto row = [](const QString &destination, Kind kind, const QString &url) {
        QTest::newRow(qPrintable(destination)) << destination << kind << url;
    };
    row(u"/posts/box/"_s, Kind::Post, u"/sub/posts/box/"_s);
    row(u"/sub/posts/box/"_s, Kind::Post, u"/sub/posts/box/"_s);
    row(u"/sub/"_s, Kind::OwnPage, u"/sub/"_s);
    row(u"/sub"_s, Kind::OwnPage, u"/sub/"_s);
    row(u"../box/#x"_s, Kind::Post, u"/sub/posts/box/#x"_s);
    row(u"https://example.org/sub/posts/box/"_s, Kind::Post, u"/sub/posts/box/"_s);
    row(u"https://example.org/posts/box/"_s, Kind::External, u"https://example.org/posts/box/"_s);
    row(u"https://example.org/sub/sub/"_s, Kind::Unknown, u"https://example.org/sub/sub/"_s);
}

void TestLinks::resolvesUnderAPath()
{
    QFETCH(QString, destination);
    const LinkTarget target = Fixture(u"https://example.org/sub/"_s).resolve(destination, u"posts/2022-08-09-go-patterns.md"_s);
    QTEST(target.kind, "kind");
    QTEST(target.url, "url");
}

void TestLinks::knowsWhatIsNotExported_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("a draft's file") << u"draft.md"_s << Kind::Post;
    QTest::newRow("a draft's address") << u"/posts/draft/"_s << Kind::Post;
    QTest::newRow("a scheduled post") << u"2090-01-01-later.md"_s << Kind::Post;
    QTest::newRow("an old address of a draft") << u"/drafty/"_s << Kind::Post;
    QTest::newRow("a picture of a draft's bundle") << u"drafty/pic.png"_s << Kind::Asset;
}

void TestLinks::knowsWhatIsNotExported()
{
    QFETCH(QString, destination);
    const LinkTarget target = Fixture().resolve(destination, u"posts/2022-08-09-go-patterns.md"_s);
    QTEST(target.kind, "kind");
    QVERIFY(!target.exported);
}

void TestLinks::knowsPostsAndAssets()
{
    const Fixture fixture;
    const QString from = u"posts/2022-08-09-go-patterns.md"_s;
    QCOMPARE(fixture.resolve(u"/posts/box/"_s, from).post->slug, u"box"_s);
    QCOMPARE(fixture.resolve(u"/about/#x"_s, from).fragment, u"x"_s);
    QCOMPARE(fixture.resolve(u"/images/a.svg"_s, from).asset, SitePath::literal(u"assets/images/a.svg"));
    QVERIFY(fixture.resolve(u"/old/go.html"_s, from).isAlias);
    QVERIFY(!fixture.resolve(u"/posts/box/"_s, from).isAlias);
    QCOMPARE(fixture.links.bundleOf(SitePath::literal(u"posts/2020-01-01-bundle/img/deep.png"))->slug, u"box"_s);
    QVERIFY(!fixture.links.bundleOf(SitePath::literal(u"posts/loose.png")));
    QCOMPARE(fixture.links.addressOf(SitePath::literal(u"posts/2020-01-01-bundle/img/deep.png")), u"/posts/box/img/deep.png"_s);
}

void TestLinks::prefersWhatIsExported()
{
    const model::Site site = SiteText({ { u"posts/2023-01-01-a.md"_s, u"---\ntitle: Draft\ndraft: true\n---\n"_s },
                                        { u"posts/2022-01-01-a.md"_s, u"---\ntitle: Older\n---\n"_s } })
                                 .site();
    const PublishedPosts published(site, test::everythingPublished());
    const LinkTarget target = LinkIndex(site, published).resolve(u"/posts/a/"_s, settingsLinkOrigin());
    QCOMPARE(target.post->title, u"Older"_s);
    QVERIFY(target.exported);
}

void TestLinks::theSearchGivesWayToTheAuthorsOwn_data()
{
    QTest::addColumn<QList<TextFile>>("files");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nothing of theirs") << QList<TextFile> {} << Kind::OwnPage;
    QTest::newRow("switched off") << QList<TextFile> { { u"quillway.toml"_s, u"[search]\nenabled = false\n"_s } } << Kind::Unknown;
    QTest::newRow("a page") << QList<TextFile> { { u"pages/search.md"_s, u"---\ntitle: Mine\n---\n"_s } } << Kind::Page;
    QTest::newRow("a draft") << QList<TextFile> { { u"pages/search.md"_s, u"---\ntitle: Mine\ndraft: true\n---\n"_s } } << Kind::OwnPage;
    QTest::newRow("a file") << QList<TextFile> { { u"assets/search/index.html"_s, u"x"_s } } << Kind::Unknown;
}

void TestLinks::theSearchGivesWayToTheAuthorsOwn()
{
    QFETCH(QList<TextFile>, files);
    const model::Site site = SiteText(files).site();
    const PublishedPosts published(site, test::everythingPublished());
    QTEST(LinkIndex(site, published).resolve(u"/search/"_s, settingsLinkOrigin()).kind, "kind");
}

void TestLinks::resolvesForAnotherBaseUrl()
{
    const Fixture fixture;
    model::Settings settings = fixture.site.settings();
    settings.baseUrl = QUrl(u"http://localhost:8000/preview/"_s);
    const LinkIndex links(fixture.site, fixture.published, settings);
    QCOMPARE(links.resolve(u"/about/"_s, settingsLinkOrigin()).url, u"/preview/about/"_s);
}

void TestLinks::textsOfTopicsAndSettingsHaveTheirOwnPlaces()
{
    const Fixture fixture;
    const LinkOrigin topic = linkOrigin(*fixture.site.topics().first());
    QCOMPARE(fixture.links.resolve(u"../posts/2022-08-09-go-patterns.md"_s, topic).url, u"/posts/go-patterns/"_s);
    QCOMPARE(fixture.links.resolve(u"../../about/"_s, topic).url, u"/about/"_s);
    const LinkOrigin path = linkOrigin(*fixture.site.paths().first());
    QCOMPARE(path.address, u"/paths/start/"_s);
    QCOMPARE(fixture.links.resolve(u"about/"_s, settingsLinkOrigin()).url, u"/about/"_s);
    QCOMPARE(fixture.links.resolve(u"pages/about.md"_s, settingsLinkOrigin()).url, u"/about/"_s);
}

void TestLinks::everyTargetResolvesToItself()
{
    const Fixture fixture;
    QVERIFY(fixture.links.targets().size() > 40);
    for (auto it = fixture.links.targets().cbegin(); it != fixture.links.targets().cend(); ++it) {
        const LinkTarget target = fixture.links.resolve(it.key(), settingsLinkOrigin());
        QCOMPARE(target.address, it->address);
        QVERIFY(it->isAlias || target.address == it.key());
    }
}

QTEST_APPLESS_MAIN(TestLinks)
#include "tst_links.moc"
