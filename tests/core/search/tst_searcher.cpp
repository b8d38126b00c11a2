// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searcher.h"

#include "core/base/native_file_system.h"
#include "search_site.h"
#include "support/site_folder.h"
#include "support/work_timer.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::search;

namespace {

constexpr int patience = 20'000; // milliseconds

struct Desk {
    test::SiteFolder folder;
    test::SearchSite site { folder.path() };
    NativeFileSystem files;
    QSemaphore caughtUp;
    std::unique_ptr<Searcher> searcher = std::make_unique<Searcher>(files);

    Desk()
    {
        searcher->onCaughtUp([this] { caughtUp.release(); });
        site.write(u"posts/a.md"_s, "---\ntitle: Alpha\n---\n\nOne lynx.\n");
    }

    [[nodiscard]] QStringList find(const QString &query) const
    {
        QSemaphore answered;
        QStringList titles;
        searcher->findTexts(query, { .now = {}, .modified = {} }, [&](const FoundTexts &found) {
            for (const FoundText &text : found.texts)
                titles.append(text.title.text);
            answered.release();
        });
        if (!answered.tryAcquire(1, patience))
            qFatal("no answer");
        return titles;
    }
    [[nodiscard]] QStringList goTo(const QString &typed) const
    {
        QSemaphore answered;
        QStringList names;
        searcher->findPlaces(typed, {}, [&](const QList<FoundPlace> &found) {
            for (const FoundPlace &one : found)
                names.append(one.place.name);
            answered.release();
        });
        if (!answered.tryAcquire(1, patience))
            qFatal("no answer");
        return names;
    }
};

} // namespace

class TestSearcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutASite()
    {
        const Desk desk;
        QCOMPARE(desk.find(u"lynx"_s), QStringList {});
        QCOMPARE(desk.goTo(u"alpha"_s), QStringList {});
    }

    void followsTheSnapshots()
    {
        Desk desk;
        desk.searcher->setSite(desk.site.snapshot());
        QCOMPARE(desk.goTo(u"alpha"_s), QStringList { u"Alpha"_s }); // asked behind the snapshot, answered from it
        QVERIFY(desk.caughtUp.tryAcquire(1, patience));
        QCOMPARE(desk.find(u"lynx"_s), QStringList { u"Alpha"_s });
        desk.site.write(u"posts/a.md"_s, "---\ntitle: Beta\n---\n\nOne otter.\n");
        desk.searcher->setSite(desk.site.snapshot());
        QVERIFY(desk.caughtUp.tryAcquire(1, patience));
        QCOMPARE(desk.find(u"lynx"_s), QStringList {});
        QCOMPARE(desk.find(u"otter"_s), QStringList { u"Beta"_s });
        QTRY_COMPARE_WITH_TIMEOUT(desk.goTo(u"beta"_s), QStringList { u"Beta"_s }, patience);
    }

    void anotherSiteIsAnotherIndex()
    {
        Desk desk;
        desk.searcher->setSite(desk.site.snapshot());
        QVERIFY(desk.caughtUp.tryAcquire(1, patience));
        const test::SiteFolder other;
        test::SearchSite site(other.path());
        site.write(u"posts/b.md"_s, "---\ntitle: Elsewhere\n---\n\nOne heron.\n");
        desk.searcher->setSite(site.snapshot());
        QVERIFY(desk.caughtUp.tryAcquire(1, patience));
        QCOMPARE(desk.find(u"lynx"_s), QStringList {});
        QCOMPARE(desk.find(u"heron"_s), QStringList { u"Elsewhere"_s });
        QVERIFY(other.has(u".quillway/search.sqlite"_s));
    }

    void theNewestQuestionWins()
    {
        Desk desk;
        for (int i = 0; i < 500; ++i)
            desk.site.write(u"posts/n%1.md"_s.arg(i), "Many words to read here. "_ba.repeated(500));
        desk.searcher->setSite(desk.site.snapshot());
        QVERIFY(desk.caughtUp.tryAcquire(1, patience));
        std::atomic<int> older = 0;
        for (int i = 0; i < 20; ++i)
            desk.searcher->findTexts(u"words read"_s, { .now = {}, .modified = {} }, [&](const FoundTexts &) { ++older; });
        QCOMPARE(desk.find(u"lynx"_s), QStringList { u"Alpha"_s });
        QVERIFY2(older < 20, qPrintable(QString::number(older)));
        const int answered = older;
        QTest::qWait(50);
        QCOMPARE(older.load(), answered); // none comes late
    }

    void questionsAreAnsweredWhileTheIndexIsMade()
    {
        Desk desk;
        for (int i = 0; i < 1500; ++i)
            desk.site.write(u"posts/n%1.md"_s.arg(i), "Many words to read here. "_ba.repeated(500));
        desk.searcher->setSite(desk.site.snapshot());
        std::ignore = desk.find(u"words"_s);
        QCOMPARE(desk.caughtUp.available(), 0); // it was answered before the work was done
        QVERIFY(desk.caughtUp.tryAcquire(1, patience));
    }

    void endsInTheMiddleOfItsWork()
    {
        Desk desk;
        for (int i = 0; i < 2000; ++i)
            desk.site.write(u"posts/n%1.md"_s.arg(i), "Many words to read here. "_ba.repeated(500));
        desk.searcher->setSite(desk.site.snapshot());
        test::WorkTimer timer;
        timer.start();
        desk.searcher.reset();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestSearcher)
#include "tst_searcher.moc"
