// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/publication_data.h"
#include "core/publish/related_posts.h"
#include "core/publish/site_folder.h"
#include "support/work_timer.h"

#include <QTest>

using namespace quillway;
using namespace Qt::StringLiterals;
using test::SiteFolder;

class TestPublication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFileBehindAnAddress_data();
    void findsTheFileBehindAnAddress();
    void findsTheDocumentBehindAnAddress_data();
    void findsTheDocumentBehindAnAddress();
    void takesABaseUrlInPlaceOfTheSettings_data();
    void takesABaseUrlInPlaceOfTheSettings();
    void relatesPosts_data();
    void relatesPosts();
    void leavesUnpublishedStepsOut();
    void isCheapToMake();
};

void TestPublication::findsTheFileBehindAnAddress_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("file"); // in the site; "(content)": held in memory; empty: nothing
    QTest::newRow("asset") << u"/blog/images/plan.svg"_s << u"assets/images/plan.svg"_s;
    QTest::newRow("asset, with a query") << u"/blog/images/plan.svg?v=2"_s << u"assets/images/plan.svg"_s;
    QTest::newRow("percent-encoded") << u"/blog/images/%70lan.svg"_s << u"assets/images/plan.svg"_s;
    QTest::newRow("beside a post") << u"/blog/posts/bundle/plan.svg"_s << u"posts/2024-03-01-bundle/plan.svg"_s;
    QTest::newRow("theme's file") << u"/blog/theme/extra.txt"_s << u"(content)"_s;
    QTest::newRow("a page") << u"/blog/posts/first/"_s << QString();
    QTest::newRow("outside the base URL") << u"/images/plan.svg"_s << QString();
    QTest::newRow("a template") << u"/blog/theme/post.html"_s << QString();
    QTest::newRow("the settings") << u"/blog/quillway.toml"_s << QString();
    QTest::newRow("a post's source") << u"/blog/posts/2021-05-04-first.md"_s << QString();
    QTest::newRow("upwards") << u"/blog/../quillway.toml"_s << QString();
    QTest::newRow("upwards from an asset") << u"/blog/images/../../quillway.toml"_s << QString();
    QTest::newRow("upwards, encoded") << u"/blog/%2e%2e/quillway.toml"_s << QString();
    QTest::newRow("upwards, encoded twice") << u"/blog/%252e%252e/quillway.toml"_s << QString();
    QTest::newRow("backslashes") << u"/blog/..\\quillway.toml"_s << QString();
    QTest::newRow("absolute") << u"/blog//etc/passwd"_s << QString();
    QTest::newRow("absolute without prefix") << u"/etc/passwd"_s << QString();
    QTest::newRow("NUL") << u"/blog/images/plan.svg%00.png"_s << QString();
    QTest::newRow("no UTF-8") << u"/blog/%ff"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("relative") << u"images/plan.svg"_s << QString();
    QTest::newRow("an URL") << u"file:///etc/passwd"_s << QString();
}

void TestPublication::findsTheFileBehindAnAddress()
{
    QFETCH(QString, path);
    QFETCH(QString, file);
    const SiteFolder site(QStringLiteral(QUILLWAY_TEST_DATA "/site"));
    const auto publication = site.publication();
    const std::optional<publish::SourceFile> found = publication->fileForAddress(path);
    QCOMPARE(found.has_value(), !file.isEmpty());
    if (file == "(content)"_L1)
        QVERIFY(found->path.isEmpty() && !found->content.isEmpty());
    else if (found)
        QCOMPARE(found->path, site.path(file));
}

void TestPublication::findsTheDocumentBehindAnAddress_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("file");
    QTest::newRow("post") << u"/blog/posts/first/"_s << u"posts/2021-05-04-first.md"_s;
    QTest::newRow("post without its last slash") << u"/blog/posts/first"_s << u"posts/2021-05-04-first.md"_s;
    QTest::newRow("draft") << u"/blog/posts/a-draft/"_s << u"posts/a-draft.md"_s;
    QTest::newRow("old address") << u"/blog/older/"_s << u"posts/2022-08-09-second.md"_s;
    QTest::newRow("page") << u"/blog/about/#x"_s << u"pages/about.md"_s;
    QTest::newRow("topic") << u"/blog/topics/go/"_s << u"topics/go.md"_s;
    QTest::newRow("path") << u"/blog/paths/start/"_s << u"paths/start.md"_s;
    QTest::newRow("list") << u"/blog/tags/go/"_s << QString();
    QTest::newRow("start") << u"/blog/"_s << QString();
    QTest::newRow("upwards") << u"/blog/../posts/first/"_s << QString();
}

void TestPublication::findsTheDocumentBehindAnAddress()
{
    QFETCH(QString, path);
    const auto publication = SiteFolder(QStringLiteral(QUILLWAY_TEST_DATA "/site")).publication();
    const std::optional<SitePath> found = publication->documentForAddress(path);
    QTEST(found ? found->toString() : QString(), "file");
}

void TestPublication::takesABaseUrlInPlaceOfTheSettings_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("inForce");
    QTest::newRow("none") << QString() << u"https://t.example/"_s;
    QTest::newRow("another") << u"http://other.example/"_s << u"http://other.example/"_s;
    QTest::newRow("without its last slash") << u"http://other.example/a/b"_s << u"http://other.example/a/b/"_s;
    QTest::newRow("with a query") << u"http://other.example/a/?q#f"_s << u"http://other.example/a/"_s;
}

void TestPublication::takesABaseUrlInPlaceOfTheSettings()
{
    QFETCH(QString, given);
    const auto publication = SiteFolder().publication(QUrl(given));
    QTEST(publication->settings().baseUrl.toString(), "inForce");
}

void TestPublication::relatesPosts_data()
{
    QTest::addColumn<QString>("post");
    QTest::addColumn<QStringList>("related");
    QTest::newRow("rare tags tell more, then what is near") << u"d"_s << QStringList { u"a"_s, u"e"_s, u"c"_s };
    QTest::newRow("no shared tag") << u"alone"_s << QStringList {};
    QTest::newRow("no tag") << u"bare"_s << QStringList {};
}

void TestPublication::relatesPosts()
{
    const SiteFolder site;
    site.post(u"a"_s, 1, "tags: [rare, common]\n");
    site.post(u"b"_s, 2, "tags: [common]\n");
    site.post(u"c"_s, 3, "tags: [common]\n");
    site.post(u"d"_s, 4, "tags: [Common, RARE]\n");
    site.post(u"e"_s, 5, "tags: [common]\n");
    site.post(u"alone"_s, 6, "tags: [other]\n");
    site.post(u"bare"_s, 7);
    QFETCH(QString, post);
    const auto publication = site.publication();
    QStringList related;
    for (const qsizetype other :
         publish::relatedPosts(publication->shared(), publication->shared().placeOf(*publication->site().postBySlug(post))))
        related.append(publication->posts().at(other)->slug);
    QTEST(related, "related");
}

void TestPublication::leavesUnpublishedStepsOut()
{
    const auto publication = SiteFolder(QStringLiteral(QUILLWAY_TEST_DATA "/site")).publication();
    const QList<publish::ReadingWalk> &walks = publication->shared().walks();
    QCOMPARE(walks.size(), 1);
    QCOMPARE(walks.first().stops.size(), 2); // of four: one leads to a draft, one nowhere
}

void TestPublication::isCheapToMake()
{
    model::SiteParts parts;
    for (int i = 0; i < 10'000; ++i) {
        model::Post post;
        post.file = *SitePath::parse(u"posts/p%1.md"_s.arg(i));
        post.slug = u"p%1"_s.arg(i);
        post.date = Moment { QDateTime::fromSecsSinceEpoch(3600LL * i, QTimeZone::utc()), true };
        post.tags = { u"t%1"_s.arg(i % 50), u"u%1"_s.arg(i % 90) };
        parts.posts.append(std::make_shared<const model::Post>(post));
    }
    const auto site = std::make_shared<const model::Site>(std::move(parts));
    // The promise is 50 ms; this only says that nobody has made it cost a second.
    test::WorkTimer timer;
    timer.start();
    const publish::Publication publication(site, test::selection(), publish::builtInTheme());
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(publication.posts().size(), 10'000);
}

QTEST_GUILESS_MAIN(TestPublication)
#include "tst_publication.moc"
