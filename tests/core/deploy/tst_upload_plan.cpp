// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/file_names.h"
#include "core/deploy/upload_steps.h"

#include <QTest>

using namespace quillway;
using namespace quillway::deploy;
using namespace Qt::StringLiterals;
using quillway::test::names;

namespace {

/// `index.html:a`: a file and what is in it.
Listing listingOf(const QStringList &files)
{
    Listing listing;
    for (const QString &file : files)
        listing.insert(SitePath::literal(file.section(u':', 0, 0)), file.section(u':', 1).toUtf8());
    return listing;
}

} // namespace

class TestUploadPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsDifferent()
    {
        const UploadPlan plan = planUpload(listingOf({ u"same:1"_s, u"new/b:1"_s, u"new/a:1"_s, u"other:2"_s, u"half:1"_s }),
                                           listingOf({ u"same:1"_s, u"other:1"_s, u"half:"_s, u"old:1"_s }));
        QCOMPARE(names(plan.added), (QStringList { u"new/a"_s, u"new/b"_s }));
        QCOMPARE(names(plan.changed), (QStringList { u"half"_s, u"other"_s }));
        QCOMPARE(names(plan.removed), QStringList { u"old"_s });
        QVERIFY(planUpload(listingOf({ u"a:1"_s }), listingOf({ u"a:1"_s })).isEmpty());
        QVERIFY(planUpload({}, {}).isEmpty());
    }

    void noPageLeadsToWhatIsNotThereYet()
    {
        const UploadPlan plan = planUpload(
            listingOf({ u"index.html:2"_s, u"feed.xml:2"_s, u"tags/go/index.html:1"_s, u"posts/new/index.html:1"_s, u"posts/new/a.png:1"_s,
                        u"posts/old/index.html:2"_s, u"style.css:2"_s, u"sitemap.xml:1"_s, u"about/index.html:1"_s,
                        u"page/2/index.html:1"_s }),
            listingOf({ u"index.html:1"_s, u"feed.xml:1"_s, u"posts/old/index.html:1"_s, u"style.css:1"_s }));
        QList<QStringList> stages;
        for (const QList<SitePath> &stage : plan.uploads())
            stages.append(names(stage));
        QCOMPARE(
            stages,
            (QList<QStringList> { { u"posts/new/a.png"_s, u"style.css"_s },
                                  { u"about/index.html"_s, u"posts/new/index.html"_s },
                                  { u"posts/old/index.html"_s },
                                  { u"page/2/index.html"_s, u"sitemap.xml"_s, u"tags/go/index.html"_s, u"feed.xml"_s, u"index.html"_s } }));
    }

    void foldersThatAreEmptyGo()
    {
        const QList<SitePath> removed { SitePath::literal(u"a/b/c/x"), SitePath::literal(u"a/y"), SitePath::literal(u"z") };
        QCOMPARE(emptiedFolders(removed, listingOf({ u"a/k:1"_s })), (QStringList { u"a/b/c"_s, u"a/b"_s }));
        QCOMPARE(emptiedFolders(removed, listingOf({ u"ab/k:1"_s })), (QStringList { u"a/b/c"_s, u"a/b"_s, u"a"_s }));
    }

    /// Whenever it stops, the listing at the target says nothing of a file that is not so.
    void whatIsUnderWayIsNotKnown()
    {
        const Listing wanted = listingOf({ u"a:2"_s, u"b:1"_s, u"c:1"_s, u"index.html:2"_s });
        const Listing present = listingOf({ u"a:1"_s, u"index.html:1"_s, u"old:1"_s });
        const Upload upload { .wanted = wanted, .present = present, .plan = planUpload(wanted, present) };
        Listing there = present;
        const QList<UploadStep> steps = stepsOf(upload, 1);
        QCOMPARE(steps.size(), 5);
        for (const UploadStep &step : steps) {
            QVERIFY(step.sent.size() <= 1);
            for (const auto &[file, hash] : step.before.asKeyValueRange())
                QVERIFY(hash.isEmpty() ? step.sent.contains(file) : there.value(file) == hash);
            for (const auto &[file, hash] : there.asKeyValueRange())
                QVERIFY(step.before.contains(file));
            for (const SitePath &file : step.sent)
                there.insert(file, wanted.value(file));
            for (const SitePath &file : step.removed)
                there.remove(file);
        }
        QCOMPARE(there, wanted);
        QCOMPARE(names(steps.constLast().removed), QStringList { u"old"_s });
    }

    void manyFilesGoInAFewSteps()
    {
        Listing wanted;
        for (int i = 0; i < 1000; ++i)
            wanted.insert(SitePath::literal(u"f%1.png"_s.arg(i)), "1");
        QCOMPARE(stepsOf({ .wanted = wanted, .plan = planUpload(wanted, {}) }, 8).size(), 20);
        QCOMPARE(stepsOf({ .wanted = wanted, .plan = planUpload(wanted, {}) }, 600).size(), 2);
        QVERIFY(stepsOf({}, 8).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUploadPlan)
#include "tst_upload_plan.moc"
