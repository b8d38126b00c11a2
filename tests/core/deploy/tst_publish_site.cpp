// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/native_file_system.h"
#include "core/deploy/file_names.h"
#include "core/deploy/publish_site.h"
#include "core/store/load_site.h"
#include "support/site_folder.h"

#include <QTest>

#include <algorithm>

using namespace quillway;
using namespace quillway::deploy;
using namespace Qt::StringLiterals;
using quillway::test::names;
using Outcome = PublishReport::Outcome;

namespace {

QDateTime day(const QString &date)
{
    return QDateTime::fromString(date + "T12:00:00Z"_L1, Qt::ISODate);
}

/// A site with a post of May and one of June 2024, published to a folder.
class Desk
{
public:
    Desk()
    {
        folder.write(u"site/quillway.toml"_s,
                     "title = \"T\"\nbase_url = \"https://t.example/\"\n[publish.live]\nkind = \"folder\"\npath = \"../there\"\n"
                     "base_url = \"https://live.example/\"\n");
        folder.write(u"site/posts/2024-05-01-may.md"_s, "---\ntitle: May\ntags: [go]\n---\n\nWords.\n");
        folder.write(u"site/posts/2024-06-01-june.md"_s, "---\ntitle: June\ntags: [go]\n---\n\nWords.\n");
        folder.write(u"site/topics/go.md"_s, "---\ntitle: Go\n---\n");
    }

    [[nodiscard]] model::SitePtr load() const { return store::loadSiteWithCache(files, folder.path(u"site"_s)).value().site; }

    [[nodiscard]] PublishRequest request(const QDateTime &now) const
    {
        return { .target = model::publishDestinations(load()->settings()).constFirst(),
                 .selection = { .buildDate = now },
                 .cacheFolder = folder.path(u"cache/live"_s) };
    }
    PublishReport publish(const PublishRequest &request) { return publishSite(files, *load(), request); }
    PublishReport publish(const QDateTime &now) { return publish(request(now)); }

    [[nodiscard]] QByteArray there(const QString &file) const { return folder.read("there/"_L1 + file); }

    test::SiteFolder folder;
    NativeFileSystem files;
};

} // namespace

class TestPublishSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsAndPutsWhatIsNew()
    {
        Desk desk;
        const PublishReport report = desk.publish(day(u"2024-07-01"_s));
        QVERIFY2(report.outcome == Outcome::Published, qPrintable(report.failure ? report.failure->detail : QString()));
        QVERIFY(desk.there(u"index.html"_s).contains("June"));
        QVERIFY(desk.there(u"sitemap.xml"_s).contains("https://live.example/posts/may/"));
        QVERIFY(!desk.folder.has(u"site/public"_s));
        desk.folder.write(u"site/posts/2024-05-01-may.md"_s, "---\ntitle: May\ntags: [go]\n---\n\nOther words.\n");
        const PublishReport second = desk.publish(day(u"2024-07-01"_s));
        QVERIFY(names(second.plan.changed).contains(u"posts/may/index.html"_s));
        QVERIFY(!names(second.plan.changed).contains(u"posts/june/index.html"_s));
        // The pieces of the search's index are named by what they hold.
        const auto isPiece = [](const QString &name) { return name.startsWith("search/words/"_L1); };
        QVERIFY(std::ranges::all_of(names(second.plan.added), isPiece) && std::ranges::all_of(names(second.plan.removed), isPiece));
        QVERIFY(desk.there(u"posts/may/index.html"_s).contains("Other words."));
        QCOMPARE(desk.publish(day(u"2024-07-01"_s)).outcome, Outcome::UpToDate);
    }

    void aDryRunSendsNothing()
    {
        Desk desk;
        PublishRequest request = desk.request(day(u"2024-07-01"_s));
        request.isDryRun = true;
        const PublishReport report = desk.publish(request);
        QCOMPARE(report.outcome, Outcome::Shown);
        QVERIFY(names(report.plan.added).contains(u"posts/may/index.html"_s));
        QVERIFY(!desk.folder.has(u"there"_s));
        QVERIFY(!lastPublication(desk.files, desk.folder.path(u"site"_s), u"live"_s));
    }

    void errorsHoldItBackUnlessSomebodySaysOtherwise()
    {
        Desk desk;
        desk.folder.write(u"site/posts/2024-05-02-x.md"_s, "---\ntitle: X\n---\n\n[nowhere](nowhere.md)\n");
        PublishRequest request = desk.request(day(u"2024-07-01"_s));
        const PublishReport held = desk.publish(request);
        QCOMPARE(held.outcome, Outcome::HeldBack);
        QVERIFY(hasErrors(held.problems));
        QVERIFY(!desk.folder.has(u"there"_s));
        request.goesOnWithErrors = true;
        const PublishReport sent = desk.publish(request);
        QCOMPARE(sent.outcome, Outcome::Published);
        QVERIFY(hasErrors(sent.problems));
    }

    /// A post's day changes every page that a reader could find it by.
    void theDayOfAPostChangesItsTagsTopicsFeedsAndSiteMap()
    {
        Desk desk;
        QCOMPARE(desk.publish(day(u"2024-05-15"_s)).outcome, Outcome::Published);
        QVERIFY(!desk.folder.has(u"there/posts/june/index.html"_s));
        for (const QString &page :
             { u"tags/go/index.html"_s, u"topics/go/index.html"_s, u"feed.xml"_s, u"index.html"_s, u"tags/go/feed.xml"_s })
            QVERIFY2(!desk.there(page).isEmpty() && !desk.there(page).contains("June"), qPrintable(page));
        const PublishReport report = desk.publish(day(u"2024-06-01"_s));
        QVERIFY(names(report.plan.added).contains(u"posts/june/index.html"_s));
        for (const QString &page : { u"tags/go/index.html"_s, u"topics/go/index.html"_s, u"feed.xml"_s, u"index.html"_s,
                                     u"tags/go/feed.xml"_s, u"archive/index.html"_s })
            QVERIFY2(desk.there(page).contains("June"), qPrintable(page));
        QVERIFY(desk.there(u"sitemap.xml"_s).contains("/posts/june/"));
    }

    void knowsWhatHasBecomeDue()
    {
        Desk desk;
        const model::SitePtr site = desk.load();
        QCOMPARE(becomeDue(*site, day(u"2024-05-15"_s), day(u"2024-05-31"_s)).size(), 0);
        const QList<model::PostPtr> due = becomeDue(*site, day(u"2024-05-15"_s), day(u"2024-06-01"_s));
        QCOMPARE(due.size(), 1);
        QCOMPARE(due.constFirst()->title, u"June"_s);
        QCOMPARE(becomeDue(*site, day(u"2024-06-01"_s), day(u"2024-07-01"_s)).size(), 0);
        desk.publish(day(u"2024-05-15"_s));
        QCOMPARE(lastPublication(desk.files, desk.folder.path(u"site"_s), u"live"_s), day(u"2024-05-15"_s));
    }

    void draftsAreNeverPublished()
    {
        Desk desk;
        desk.folder.write(u"site/posts/2024-05-03-secret.md"_s, "---\ntitle: Secret\ndraft: true\n---\n\nWords.\n");
        PublishRequest request = desk.request(day(u"2024-07-01"_s));
        request.selection.drafts = true;
        QCOMPARE(desk.publish(request).outcome, Outcome::Published);
        QVERIFY(!desk.folder.has(u"there/posts/secret/index.html"_s));
        QVERIFY(!desk.there(u"index.html"_s).contains("Secret"));
    }

    void onePublicationAtATime()
    {
        Desk desk;
        QVERIFY(QDir().mkpath(desk.folder.path(u"cache/live"_s)));
        const auto lock = desk.files.lock(desk.folder.path(u"cache/live/lock"_s), 0600);
        QVERIFY(lock);
        const PublishReport report = desk.publish(day(u"2024-07-01"_s));
        QVERIFY(report.failure);
        QCOMPARE(report.failure->code, ErrorCode::InUse);
        QVERIFY(desk.files.close(*lock));
        QCOMPARE(desk.publish(day(u"2024-07-01"_s)).outcome, Outcome::Published);
    }

    void aStopLeavesATargetToGoOnFrom()
    {
        Desk desk;
        std::stop_source stop;
        const PublishReport stopped = publishSite(
            desk.files, *desk.load(), desk.request(day(u"2024-07-01"_s)),
            [&](PublishStage stage, int done, int) {
                if (stage == PublishStage::Sending && done == 2)
                    stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(stopped.outcome, Outcome::Failed);
        QCOMPARE(stopped.failure->code, ErrorCode::Cancelled);
        QVERIFY(!desk.folder.has(u"there/index.html"_s));
        QCOMPARE(desk.publish(day(u"2024-07-01"_s)).outcome, Outcome::Published);
        QVERIFY(desk.folder.has(u"there/index.html"_s));
    }
};

QTEST_GUILESS_MAIN(TestPublishSite)
#include "tst_publish_site.moc"
