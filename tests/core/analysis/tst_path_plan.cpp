// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/path_plan.h"
#include "core/analysis/topic_profile.h"
#include "post_lines.h"

#include <QTest>

#include <algorithm>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using Kind = StepReason::Kind;

namespace {

/// So many words that no other post has.
QString own(const QString &stem, int count)
{
    QStringList words;
    for (int i = 0; i < count; ++i)
        words += u"%1w%2x"_s.arg(stem).arg(i);
    return words.join(u' ');
}

struct Planned {
    SiteKnowledgePtr knowledge;
    PathPlan plan;

    Planned(const QStringList &lines, const PathWish &wish = {})
        : knowledge(test::knowledgeOf(test::postLines(lines)))
        , plan(pathPlan(knowledge->published.posts(), wish, *knowledge))
    { }

    [[nodiscard]] QStringList slugs() const
    {
        QStringList slugs;
        for (const PlannedStep &step : plan.steps)
            slugs += step.post->slug;
        return slugs;
    }
    [[nodiscard]] const PlannedStep &step(const QString &slug) const
    {
        return *std::ranges::find(plan.steps, slug, [](const PlannedStep &step) { return step.post->slug; });
    }
    [[nodiscard]] std::optional<StepReason> reason(const QString &slug, Kind kind) const
    {
        const QList<StepReason> &reasons = step(slug).reasons;
        const auto found = std::ranges::find(reasons, kind, &StepReason::kind);
        return found == reasons.end() ? std::nullopt : std::optional(*found);
    }
};

} // namespace

class TestPathPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersByReferences_data();
    void ordersByReferences();
    void saysWhatRefersToWhat();
    void namesCircles();
    void thoseWithoutReferencesGoFromEasyToHard();
    void equalsGoFromOldToNew();
    void takesOneOfTwoThatSayTheSame();
    void staysWithinItsMinutes_data();
    void staysWithinItsMinutes();
    void saysWhatWasTooLong();
    void takesAsManyAsWanted_data();
    void takesAsManyAsWanted();
    void suitsTheReader();
    void knowsIntroductions();
    void cutsIntoStages_data();
    void cutsIntoStages();
    void everyStepHasItsReasons();
    void theOrderOfThePostsDoesNotMatter();
    void findsPostsOfTags();
};

void TestPathPlan::ordersByReferences_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("order");
    const auto row = [](const char *what, const QStringList &lines, const QStringList &order) { QTest::newRow(what) << lines << order; };
    const auto post = [](const QString &head, const QString &links) {
        return u"%1 go \"x\" %2 %3"_s.arg(head, own(head.right(1), 20), links);
    };
    row("nothing", {}, {});
    row("one", { post(u"2020-01-01 a"_s, {}) }, { u"a"_s });
    row("what is referred to is first", { post(u"2020-01-01 a"_s, {}), post(u"2020-01-02 b"_s, u"[a](a.md)"_s) }, { u"a"_s, u"b"_s });
    row("though it is newer", { post(u"2020-01-02 a"_s, {}), post(u"2020-01-01 b"_s, u"[a](a.md)"_s) }, { u"a"_s, u"b"_s });
    row("along a chain", { post(u"2020-01-03 a"_s, {}), post(u"2020-01-02 b"_s, u"[a](a.md)"_s), post(u"2020-01-01 c"_s, u"[b](b.md)"_s) },
        { u"a"_s, u"b"_s, u"c"_s });
    row("in a circle the older", { post(u"2020-01-02 a"_s, u"[b](b.md)"_s), post(u"2020-01-01 b"_s, u"[a](a.md)"_s) }, { u"b"_s, u"a"_s });
}

void TestPathPlan::ordersByReferences()
{
    QFETCH(QStringList, lines);
    QTEST(Planned(lines).slugs(), "order");
}

void TestPathPlan::saysWhatRefersToWhat()
{
    const Planned planned({ u"2020-01-01 a go \"x\" "_s + own(u"a"_s, 20), u"2020-01-02 b go \"x\" [a](a.md) "_s + own(u"b"_s, 20),
                            u"2020-01-03 c go \"x\" [a](a.md) [b](b.md) "_s + own(u"c"_s, 20) });
    QCOMPARE(planned.slugs(), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
    QCOMPARE(analysis::slugsOf(planned.reason(u"a"_s, Kind::ReferredTo)->posts), (QStringList { u"b"_s, u"c"_s }));
    QCOMPARE(analysis::slugsOf(planned.reason(u"c"_s, Kind::BuildsOn)->posts), (QStringList { u"a"_s, u"b"_s }));
    QVERIFY(!planned.reason(u"a"_s, Kind::BuildsOn));
    QVERIFY(!planned.reason(u"c"_s, Kind::ReferredTo));
    QVERIFY(planned.reason(u"a"_s, Kind::First));
    QVERIFY(planned.reason(u"c"_s, Kind::Latest));
}

void TestPathPlan::namesCircles()
{
    const Planned planned(
        { u"2020-01-01 a go \"x\" [b](b.md) "_s + own(u"a"_s, 20), u"2020-01-02 b go \"x\" [a](a.md) "_s + own(u"b"_s, 20) });
    QCOMPARE(analysis::slugsOf(planned.reason(u"a"_s, Kind::InCircle)->posts), QStringList { u"b"_s });
    QVERIFY(!planned.reason(u"a"_s, Kind::BuildsOn));
    QVERIFY(!planned.reason(u"a"_s, Kind::ReferredTo));
}

void TestPathPlan::thoseWithoutReferencesGoFromEasyToHard()
{
    QCOMPARE(Planned({ u"2020-01-01 long go \"x\" "_s + own(u"a"_s, 900), u"2020-01-02 short go \"x\" "_s + own(u"b"_s, 50),
                       u"2020-01-03 middle go \"x\" "_s + own(u"c"_s, 400) })
                 .slugs(),
             (QStringList { u"short"_s, u"middle"_s, u"long"_s }));
}

void TestPathPlan::equalsGoFromOldToNew()
{
    QCOMPARE(Planned({ u"2020-01-02 new go \"x\" "_s + own(u"a"_s, 50), u"2020-01-01 b-old go \"x\" "_s + own(u"b"_s, 50),
                       u"2020-01-01 a-old go \"x\" "_s + own(u"c"_s, 50) })
                 .slugs(),
             (QStringList { u"a-old"_s, u"b-old"_s, u"new"_s }));
}

void TestPathPlan::takesOneOfTwoThatSayTheSame()
{
    const QString same = own(u"s"_s, 80);
    const Planned planned({ u"2020-01-01 a go \"x\" "_s + same, u"2020-01-02 b go \"x\" "_s + same + u" more"_s,
                            u"2020-01-03 c go \"x\" "_s + own(u"c"_s, 80) });
    QCOMPARE(planned.plan.steps.size(), 2);
    QCOMPARE(planned.plan.leftOut.size(), 1);
    QCOMPARE(planned.plan.leftOut.first().why, LeftOutPost::Why::NearDouble);
    QVERIFY(planned.plan.leftOut.first().of);
    QVERIFY(planned.slugs().contains(planned.plan.leftOut.first().of->slug));
    QVERIFY(planned.slugs().contains(u"c"_s));
}

void TestPathPlan::staysWithinItsMinutes_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("atLeast"); // steps
    QTest::newRow("everything fits") << 60 << 4;
    QTest::newRow("some of it") << 6 << 2;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("no limit") << 0 << 4;
}

void TestPathPlan::staysWithinItsMinutes()
{
    QFETCH(int, minutes);
    QFETCH(int, atLeast);
    const Planned planned({ u"2020-01-01 a go \"x\" "_s + own(u"a"_s, 150), u"2020-01-02 b go \"x\" "_s + own(u"b"_s, 350),
                            u"2020-01-03 c go \"x\" "_s + own(u"c"_s, 550), u"2020-01-04 d go \"x\" "_s + own(u"d"_s, 750) },
                          { .minutes = minutes });
    QVERIFY(planned.plan.steps.size() >= atLeast);
    if (minutes > 0)
        QVERIFY(planned.plan.minutes <= minutes);
    int sum = 0;
    for (const PlannedStep &step : planned.plan.steps)
        sum += step.minutes;
    QCOMPARE(planned.plan.minutes, sum);
}

void TestPathPlan::saysWhatWasTooLong()
{
    const Planned planned({ u"2020-01-01 a go \"x\" "_s + own(u"a"_s, 900) }, { .minutes = 3 });
    QVERIFY(planned.plan.steps.isEmpty());
    QCOMPARE(planned.plan.minutes, 0);
    QCOMPARE(planned.plan.leftOut.size(), 1);
    QCOMPARE(planned.plan.leftOut.first().why, LeftOutPost::Why::TooLong);
}

void TestPathPlan::takesAsManyAsWanted_data()
{
    QTest::addColumn<ReaderLevel>("level");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("steps");
    QTest::newRow("starting") << ReaderLevel::Starting << 0 << 0 << 5;
    QTest::newRow("working") << ReaderLevel::Working << 0 << 0 << 7;
    QTest::newRow("expert") << ReaderLevel::Expert << 0 << 0 << 9;
    QTest::newRow("with a budget") << ReaderLevel::Starting << 1000 << 0 << 12;
    QTest::newRow("as it was said") << ReaderLevel::Working << 0 << 3 << 3;
    QTest::newRow("no more than there are") << ReaderLevel::Working << 0 << 49 << 20;
}

void TestPathPlan::takesAsManyAsWanted()
{
    QFETCH(ReaderLevel, level);
    QFETCH(int, minutes);
    QFETCH(int, wanted);
    QStringList lines;
    for (int i = 0; i < 20; ++i)
        lines += u"2020-01-%1 p%2 go \"x\" %3"_s.arg(i + 1, 2, 10, QLatin1Char('0')).arg(i).arg(own(u"p%1"_s.arg(i), 20));
    const Planned planned(lines, { .level = level, .minutes = minutes, .steps = wanted });
    QTEST(int(planned.plan.steps.size()), "steps");
}

void TestPathPlan::suitsTheReader()
{
    const QStringList lines { u"2020-01-01 short go \"x\" "_s + own(u"a"_s, 50), u"2020-01-02 middle go \"x\" "_s + own(u"b"_s, 400),
                              u"2020-01-03 long go \"x\" "_s + own(u"c"_s, 900) };
    QCOMPARE(Planned(lines, { .level = ReaderLevel::Starting, .steps = 1 }).slugs(), QStringList { u"short"_s });
    QCOMPARE(Planned(lines, { .level = ReaderLevel::Expert, .steps = 1 }).slugs(), QStringList { u"long"_s });
}

void TestPathPlan::knowsIntroductions()
{
    const Planned planned({ u"2020-01-01 a go \"Advanced pools\" "_s + own(u"a"_s, 50),
                            u"2020-01-02 b go \"An introduction to pools\" "_s + own(u"b"_s, 50) });
    QCOMPARE(planned.slugs(), (QStringList { u"b"_s, u"a"_s }));
    QCOMPARE(planned.reason(u"b"_s, Kind::Introduces)->words, QStringList { u"introduction"_s });
    QCOMPARE(planned.reason(u"a"_s, Kind::GoesDeep)->words, QStringList { u"advanced"_s });
}

void TestPathPlan::cutsIntoStages_data()
{
    QTest::addColumn<QList<int>>("words"); // of each post
    QTest::addColumn<QString>("stages"); // of each step
    QTest::newRow("one") << QList<int> { 50 } << u"B"_s;
    QTest::newRow("two") << QList<int> { 50, 90 } << u"BO"_s;
    QTest::newRow("three") << QList<int> { 50, 90, 200 } << u"BOD"_s;
    QTest::newRow("six of three kinds") << QList<int> { 50, 50, 300, 300, 900, 900 } << u"BBOODD"_s;
}

void TestPathPlan::cutsIntoStages()
{
    QFETCH(QList<int>, words);
    QStringList lines;
    for (int i = 0; i < words.size(); ++i)
        lines += u"2020-01-%1 p%2 go \"x\" %3"_s.arg(i + 1, 2, 10, QLatin1Char('0')).arg(i).arg(own(u"p%1"_s.arg(i), words.at(i)));
    QString stages;
    for (const PlannedStep &step : Planned(lines).plan.steps)
        stages += step.stage == PathStage::Begin ? u'B' : step.stage == PathStage::BuildOn ? u'O' : u'D';
    QTEST(stages, "stages");
}

void TestPathPlan::everyStepHasItsReasons()
{
    const Planned planned({ u"2020-01-01 a"_s, u"2020-01-02 b"_s, u"2020-01-03 c"_s, u"2020-01-04 d"_s });
    QCOMPARE(planned.plan.steps.size(), 4);
    for (const PlannedStep &step : planned.plan.steps) {
        QVERIFY(!step.reasons.isEmpty());
        QVERIFY(step.reasons.size() <= 4);
        QVERIFY(std::ranges::is_sorted(step.reasons, {}, &StepReason::kind));
    }
}

void TestPathPlan::theOrderOfThePostsDoesNotMatter()
{
    QStringList lines;
    for (int i = 0; i < 30; ++i)
        lines += u"2020-01-%1 p%2 go \"x\" %3 [l](p%4.md)"_s.arg(i + 1, 2, 10, QLatin1Char('0'))
                     .arg(i)
                     .arg(own(u"p%1"_s.arg(i % 9), 20 + 30 * (i % 7)))
                     .arg(i * 7 % 30);
    const SiteKnowledgePtr knowledge = test::knowledgeOf(test::postLines(lines));
    QList<model::PostPtr> posts = knowledge->published.posts();
    const auto slugs = [&] {
        QStringList slugs;
        for (const PlannedStep &step : pathPlan(posts, {}, *knowledge).steps)
            slugs += step.post->slug;
        return slugs;
    };
    const QStringList first = slugs();
    QCOMPARE(first.size(), 7);
    std::ranges::reverse(posts);
    QCOMPARE(slugs(), first);
    std::ranges::rotate(posts, posts.begin() + 11);
    QCOMPARE(slugs(), first);
}

void TestPathPlan::findsPostsOfTags()
{
    const SiteKnowledgePtr knowledge = test::knowledgeOf(
        test::postLines({ u"2020-01-01 a go"_s, u"2020-01-02 b db"_s, u"2020-01-03 c Go,db"_s, u"2020-01-04 d misc"_s }));
    QCOMPARE(analysis::slugsOf(postsWithTags({ u"GO"_s, u"db"_s }, knowledge->published)), (QStringList { u"c"_s, u"b"_s, u"a"_s }));
    QVERIFY(postsWithTags({}, knowledge->published).isEmpty());
}

QTEST_APPLESS_MAIN(TestPathPlan)
#include "tst_path_plan.moc"
