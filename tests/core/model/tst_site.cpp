// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/site.h"

#include <QTest>

#include <functional>

using namespace quillway;
using namespace quillway::model;
using namespace Qt::StringLiterals;

namespace {

PostPtr post(const QString &slug, const QString &date, const QString &file = {})
{
    Post post;
    post.slug = slug;
    post.file = SitePath::literal(file.isEmpty() ? u"posts/%1.md"_s.arg(slug) : file);
    if (!date.isEmpty())
        post.date = parseMoment(date, QTimeZone::utc());
    return std::make_shared<const Post>(post);
}

QStringList slugsOf(const QList<PostPtr> &posts)
{
    QStringList slugs;
    for (const PostPtr &post : posts)
        slugs += post->slug;
    return slugs;
}

Site siteOf(const QList<PostPtr> &posts)
{
    SiteParts parts;
    parts.posts = posts;
    return Site(parts);
}

Selection asOf(const QString &moment)
{
    return { .buildDate = parseMoment(moment, QTimeZone::utc())->at, .drafts = false, .future = false };
}

} // namespace

class TestSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsBodiesFromTheRest_data();
    void tellsBodiesFromTheRest();
    void ordersPosts_data();
    void ordersPosts();
    void ordersTheRestBySlug();
    void findsBySlugAndFile();
    void theNewestOfEqualSlugsIsFound();
    void publishes_data();
    void publishes();
    void pagesNeedNoDate();
    void aSelectionMayTakeMore();
};

void TestSite::ordersPosts_data()
{
    using Dated = QList<std::pair<QString, QString>>;
    QTest::addColumn<Dated>("posts"); // slug, date
    QTest::addColumn<QStringList>("order");
    QTest::newRow("newest first") << Dated { { u"a"_s, u"2020-01-01"_s }, { u"b"_s, u"2022-01-01"_s }, { u"c"_s, u"2021-01-01"_s } }
                                  << QStringList { u"b"_s, u"c"_s, u"a"_s };
    QTest::newRow("ties by slug") << Dated { { u"b"_s, u"2022-01-01"_s }, { u"a"_s, u"2022-01-01"_s } } << QStringList { u"a"_s, u"b"_s };
    QTest::newRow("ties by code point") << Dated { { u"😀"_s, u"2022-01-01"_s }, { u"ﬁ"_s, u"2022-01-01"_s } }
                                        << QStringList { u"ﬁ"_s, u"😀"_s };
    QTest::newRow("by instant, not by clock") << Dated { { u"a"_s, u"2022-01-01T10:00:00+05:00"_s }, { u"b"_s, u"2022-01-01T06:00:00Z"_s } }
                                              << QStringList { u"b"_s, u"a"_s };
    QTest::newRow("one instant in two zones is a tie")
        << Dated { { u"b"_s, u"2022-01-01T10:00:00+05:00"_s }, { u"a"_s, u"2022-01-01T05:00:00Z"_s } } << QStringList { u"a"_s, u"b"_s };
    QTest::newRow("undated before all") << Dated { { u"a"_s, u"2999-01-01"_s }, { u"z"_s, QString() }, { u"y"_s, QString() } }
                                        << QStringList { u"y"_s, u"z"_s, u"a"_s };
}

void TestSite::ordersPosts()
{
    using Dated = QList<std::pair<QString, QString>>;
    QFETCH(Dated, posts);
    QList<PostPtr> list;
    for (const auto &[slug, date] : std::as_const(posts))
        list += post(slug, date);
    QTEST(slugsOf(siteOf(list).posts()), "order");
    std::ranges::reverse(list);
    QTEST(slugsOf(siteOf(list).posts()), "order");
}

void TestSite::ordersTheRestBySlug()
{
    SiteParts parts;
    for (const QString &slug : { u"b"_s, u"a"_s }) {
        Topic topic;
        topic.slug = slug;
        parts.topics += std::make_shared<const Topic>(topic);
        ReadingPath path;
        path.slug = slug;
        parts.paths += std::make_shared<const ReadingPath>(path);
        parts.pages += post(slug, {}, u"pages/%1.md"_s.arg(slug));
    }
    const Site site(parts);
    QCOMPARE(site.topics().first()->slug, u"a"_s);
    QCOMPARE(site.paths().first()->slug, u"a"_s);
    QCOMPARE(site.pages().first()->slug, u"a"_s);
    QCOMPARE(site.topicBySlug(u"b"_s), site.topics().last());
    QCOMPARE(site.pathBySlug(u"b"_s), site.paths().last());
    QVERIFY(!site.topicBySlug(u"c"_s));
    QVERIFY(!site.pathBySlug(u"c"_s));
}

void TestSite::findsBySlugAndFile()
{
    SiteParts parts;
    parts.posts = { post(u"a"_s, u"2020-01-01"_s) };
    parts.pages = { post(u"about"_s, {}, u"pages/about.md"_s) };
    parts.assets = { { SitePath::literal(u"assets/x.png"), 3 } };
    const Site site(parts);
    QCOMPARE(site.postBySlug(u"a"_s), parts.posts.first());
    QVERIFY(!site.postBySlug(u"about"_s));
    QCOMPARE(site.postByFile(SitePath::literal(u"posts/a.md")), parts.posts.first());
    QCOMPARE(site.postByFile(SitePath::literal(u"pages/about.md")), parts.pages.first());
    QVERIFY(!site.postByFile(SitePath::literal(u"posts/b.md")));
    QVERIFY(site.hasAsset(SitePath::literal(u"assets/x.png")));
    QVERIFY(!site.hasAsset(SitePath::literal(u"assets/y.png")));
}

void TestSite::theNewestOfEqualSlugsIsFound()
{
    const PostPtr older = post(u"a"_s, u"2020-01-01"_s, u"posts/older.md"_s);
    const PostPtr newer = post(u"a"_s, u"2021-01-01"_s, u"posts/newer.md"_s);
    QCOMPARE(siteOf({ older, newer }).postBySlug(u"a"_s), newer);
    QCOMPARE(siteOf({ newer, older }).postBySlug(u"a"_s), newer);
}

void TestSite::publishes_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("draft");
    QTest::addColumn<bool>("published");
    QTest::newRow("before the build date") << u"2022-01-01"_s << false << true;
    QTest::newRow("at the build date") << u"2022-06-01T12:00:00Z"_s << false << true;
    QTest::newRow("a second after it") << u"2022-06-01T12:00:01Z"_s << false << false;
    QTest::newRow("after it by the clock only") << u"2022-06-01T13:00:00+02:00"_s << false << true;
    QTest::newRow("before it by the clock only") << u"2022-06-01T11:00:00-02:00"_s << false << false;
    QTest::newRow("a draft") << u"2022-01-01"_s << true << false;
    QTest::newRow("no date") << QString() << false << false;
}

void TestSite::publishes()
{
    QFETCH(QString, date);
    QFETCH(bool, draft);
    Post written = *post(u"a"_s, date);
    written.draft = draft;
    const Selection selection = asOf(u"2022-06-01T12:00:00Z"_s);
    QTEST(isPublished(written, selection), "published");
    const QList<PostPtr> published = publishedPosts(siteOf({ std::make_shared<const Post>(written) }), selection);
    QTEST(!published.isEmpty(), "published");
}

void TestSite::pagesNeedNoDate()
{
    Post page = *post(u"about"_s, {}, u"pages/about.md"_s);
    QVERIFY(isPublished(page, asOf(u"2022-06-01"_s)));
    page.draft = true;
    QVERIFY(!isPublished(page, asOf(u"2022-06-01"_s)));
}

void TestSite::aSelectionMayTakeMore()
{
    Selection selection = asOf(u"2022-06-01"_s);
    Post draft = *post(u"a"_s, {});
    QVERIFY(!isPublished(draft, selection));
    selection.drafts = true;
    QVERIFY(isPublished(draft, selection));
    const PostPtr scheduled = post(u"b"_s, u"2023-01-01"_s);
    QVERIFY(!isPublished(*scheduled, selection));
    selection.future = true;
    QVERIFY(isPublished(*scheduled, selection));
}

void TestSite::tellsBodiesFromTheRest_data()
{
    QTest::addColumn<std::function<void(Post &)>>("change");
    QTest::addColumn<bool>("inBodiesOnly");
    const auto row = [](const char *name, const std::function<void(Post &)> &change, bool inBodiesOnly) {
        QTest::newRow(name) << change << inBodiesOnly;
    };
    row("nothing", [](Post &) { }, true);
    row("the body", [](Post &post) { post.source = "other"; }, true);
    row("its words", [](Post &post) { post.facts.words = 7; }, true);
    row("the title", [](Post &post) { post.title = u"other"_s; }, false);
    row("a tag", [](Post &post) { post.tags.append(u"other"_s); }, false);
    row("the date", [](Post &post) { post.date = parseMoment(u"2020-01-01"_s, QTimeZone::utc()); }, false);
    row("a draft", [](Post &post) { post.draft = true; }, false);
    row("its address", [](Post &post) { post.slug = u"other"_s; }, false);
}

void TestSite::tellsBodiesFromTheRest()
{
    QFETCH(std::function<void(Post &)>, change);
    const QList<PostPtr> posts { post(u"a"_s, u"2024-01-01"_s), post(u"b"_s, u"2023-01-01"_s) };
    Post changed = *posts.at(1);
    change(changed);
    QTEST(differInBodiesOnly(siteOf(posts), siteOf({ posts.at(0), std::make_shared<const Post>(changed) })), "inBodiesOnly");
    QVERIFY(!differInBodiesOnly(siteOf(posts), siteOf({ posts.at(0) })));
}

QTEST_APPLESS_MAIN(TestSite)
#include "tst_site.moc"
