// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/path_problems.h"
#include "post_lines.h"

#include <QTest>

using namespace quillway;
using namespace quillway::analysis;
using namespace Qt::StringLiterals;
using test::TextFile;
using Kind = PathProblem::Kind;
using Problems = QList<PathProblem>;

namespace {

const QString words400 = u"word "_s.repeated(400); // two minutes

SiteKnowledgePtr sample()
{
    return test::knowledgeOf(
        test::postLines({ u"2020-01-01 a go \"x\" "_s + words400, u"2020-01-02 b go \"x\" [a](a.md) "_s + words400.repeated(2),
                          u"2020-01-03 c go \"x\" [b](b.md)"_s, u"2020-01-04 ring1 go \"x\" [2](ring2.md)"_s,
                          u"2020-01-05 ring2 go \"x\" [1](ring1.md)"_s, u"2099-01-01 later go"_s })
        + QList<TextFile> { { u"posts/draft.md"_s, u"---\ntitle: x\ndraft: true\n---\n"_s + words400 } });
}

/// `slug`, `slug:stage`, and `?` behind an optional one.
QList<model::Step> stepsOf(const QStringList &texts)
{
    QList<model::Step> steps;
    for (const QString &text : texts) {
        const QString name = text.chopped(text.endsWith(u'?') ? 1 : 0);
        steps.append(
            { .post = name.section(u':', 0, 0), .stage = name.section(u':', 1), .note = {}, .optional = text.endsWith(u'?'), .position = {} });
    }
    return steps;
}

PathReport reportOf(const QStringList &steps)
{
    return pathReport(stepsOf(steps), *sample());
}

} // namespace

class TestPathProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsProblems_data();
    void findsProblems();
    void addsUpMinutes();
    void addsUpStages();
};

void TestPathProblems::findsProblems_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<Problems>("problems");
    const auto row = [](const char *what, const QStringList &steps, const Problems &problems) { QTest::newRow(what) << steps << problems; };
    row("none", { u"a"_s, u"b"_s, u"c"_s }, {});
    row("no such post", { u"a"_s, u"rinng1"_s }, { { Kind::UnknownPost, 1, {}, u"rinng1 (did you mean ring1?)"_s } });
    row("a draft", { u"a"_s, u"draft"_s }, { { Kind::Draft, 1, {}, u"draft"_s } });
    row("a scheduled post", { u"a"_s, u"later"_s }, { { Kind::Scheduled, 1, {}, u"later"_s } });
    row("a post twice", { u"a"_s, u"c"_s, u"a"_s }, { { Kind::Repeated, 2, { 0 }, u"a"_s } });
    row("a post that refers to a later step", { u"b"_s, u"a"_s }, { { Kind::RefersToLater, 0, { 1 }, u"b"_s } });
    row("each that does", { u"c"_s, u"b"_s, u"a"_s },
        { { Kind::RefersToLater, 0, { 1 }, u"c"_s }, { Kind::RefersToLater, 1, { 2 }, u"b"_s } });
    row("a circle, whatever the order", { u"ring2"_s, u"a"_s, u"ring1"_s }, { { Kind::Circle, 0, { 2 }, u"ring2"_s } });
    row("a reference to a post that stands twice, the first time before", { u"a"_s, u"b"_s, u"a"_s },
        { { Kind::Repeated, 2, { 0 }, u"a"_s } });
    row("by step", { u"nobody"_s, u"later"_s, u"a"_s, u"a"_s },
        { { Kind::UnknownPost, 0, {}, u"nobody"_s }, { Kind::Scheduled, 1, {}, u"later"_s }, { Kind::Repeated, 3, { 2 }, u"a"_s } });
    row("no steps", {}, { { Kind::Empty, -1, {}, {} } });
    row("none that is published", { u"draft"_s }, { { Kind::Draft, 0, {}, u"draft"_s }, { Kind::Empty, -1, {}, {} } });
}

void TestPathProblems::findsProblems()
{
    QFETCH(QStringList, steps);
    QTEST(reportOf(steps).problems, "problems");
}

void TestPathProblems::addsUpMinutes()
{
    const PathReport report = reportOf({ u"a"_s, u"b?"_s, u"draft"_s, u"nobody"_s, u"c"_s });
    QCOMPARE(report.stepMinutes, (QList<int> { 2, 5, 2, 0, 1 })); // b: 800 words and a link's
    QCOMPARE(report.minutes, 8); // the draft is not there to be read
    QCOMPARE(report.optionalMinutes, 5);
}

void TestPathProblems::addsUpStages()
{
    QCOMPARE(reportOf({ u"a:Begin"_s, u"b:Begin"_s, u"c:Then"_s, u"a:Begin"_s }).stages,
             (QList<StageTime> { { u"Begin"_s, 0, 2, 7 }, { u"Then"_s, 2, 1, 1 }, { u"Begin"_s, 3, 1, 2 } }));
}

QTEST_APPLESS_MAIN(TestPathProblems)
#include "tst_path_problems.moc"
