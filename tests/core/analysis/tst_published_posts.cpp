// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/published_posts.h"
#include "support/site_text.h"

#include <QTest>

#include <optional>
#include <utility>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;

class TestPublishedPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThoseOfTheSelection();
    void knowTheirTags();
    void outliveTheSite();
};

namespace {

model::Site sample()
{
    return test::SiteText({ { u"posts/2022-01-01-a.md"_s, u"---\ntitle: x\ntags: [Go, api]\n---\n"_s },
                            { u"posts/2023-01-01-b.md"_s, u"---\ntitle: x\ntags: [go]\n---\n"_s },
                            { u"posts/draft.md"_s, u"---\ntitle: x\ntags: [secret]\n---\n"_s },
                            { u"pages/about.md"_s, u"---\ntitle: x\n---\n"_s },
                            { u"pages/plan.md"_s, u"---\ntitle: x\ndraft: true\n---\n"_s } })
        .site();
}

} // namespace

void TestPublishedPosts::areThoseOfTheSelection()
{
    const model::Site site = sample();
    const PublishedPosts published(site, test::everythingPublished());
    QCOMPARE(published.posts().size(), 2);
    QCOMPARE(published.posts().first()->slug, u"b"_s);
    QCOMPARE(published.pages().size(), 1);
    QVERIFY(published.contains(*site.postBySlug(u"a"_s)));
    QVERIFY(published.contains(*site.postByFile(SitePath::literal(u"pages/about.md"))));
    QVERIFY(!published.contains(*site.postBySlug(u"draft"_s)));
    QVERIFY(!published.contains(*site.postByFile(SitePath::literal(u"pages/plan.md"))));
    model::Selection all = test::everythingPublished();
    all.drafts = true;
    QCOMPARE(PublishedPosts(site, all).posts().size(), 3);
    QCOMPARE(PublishedPosts(site, all).pages().size(), 2);
}

void TestPublishedPosts::knowTheirTags()
{
    const PublishedPosts published(sample(), test::everythingPublished());
    QCOMPARE(published.tags().size(), 2);
    QCOMPARE(published.tag(u" GO ")->posts.size(), 2);
    QCOMPARE(published.tag(u"go")->name, u"Go"_s);
    QVERIFY(!published.tag(u"secret"));
}

void TestPublishedPosts::outliveTheSite()
{
    std::optional<model::Site> site = sample();
    std::optional<PublishedPosts> published(std::in_place, *site, test::everythingPublished());
    const PublishedPosts copy = *published;
    published.reset();
    site.reset();
    QCOMPARE(copy.tag(u"api")->posts.first()->slug, u"a"_s);
}

QTEST_APPLESS_MAIN(TestPublishedPosts)
#include "tst_published_posts.moc"
