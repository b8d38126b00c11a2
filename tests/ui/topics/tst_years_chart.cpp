// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/years_chart.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

struct Chart {
    YearsChart chart;

    explicit Chart(const QList<analysis::YearCount> &years)
    {
        chart.setYears(years);
        chart.resize(200, chart.sizeHint().height());
        chart.show();
    }
};

const QList<analysis::YearCount> years { { 2019, 2 }, { 2020, 0 }, { 2021, 4 } };

} // namespace

class TestYearsChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsAreAsHighAsTheirYears()
    {
        const Chart chart(years);
        QCOMPARE(chart.chart.bar(0).height() * 2, chart.chart.bar(2).height());
        QCOMPARE(chart.chart.bar(1).height(), 0.0);
        QCOMPARE(chart.chart.bar(0).bottom(), chart.chart.bar(2).bottom());
        QVERIFY(chart.chart.bar(0).right() < chart.chart.bar(1).left());
        QVERIFY(chart.chart.bar(2).right() <= chart.chart.width());
        QVERIFY(chart.chart.bar(2).top() >= 0);
    }

    void itSaysWhatItShows()
    {
        const Chart chart(years);
        QCOMPARE(chart.chart.accessibleName(), u"Posts per year"_s);
        QCOMPARE(chart.chart.accessibleDescription(), u"2019: 2 posts, 2020: 0 posts, 2021: 4 posts"_s);
    }

    void theMousePointsOut()
    {
        Chart chart(years);
        QTest::mouseMove(&chart.chart, chart.chart.bar(2).center().toPoint());
        QCOMPARE(chart.chart.current(), 2);
        QCOMPARE(chart.chart.toolTip(), u"2021: 4 posts"_s);
        QTest::mouseMove(&chart.chart, QPoint(0, 50));
        QCOMPARE(chart.chart.current(), 0);
    }

    void keysPointOut()
    {
        Chart chart(years);
        chart.chart.setFocus();
        QTest::keyClick(&chart.chart, Qt::Key_Right);
        QCOMPARE(chart.chart.current(), 0);
        QTest::keyClick(&chart.chart, Qt::Key_Right);
        QTest::keyClick(&chart.chart, Qt::Key_Right);
        QTest::keyClick(&chart.chart, Qt::Key_Right);
        QCOMPARE(chart.chart.current(), 2);
        QTest::keyClick(&chart.chart, Qt::Key_Left);
        QCOMPARE(chart.chart.current(), 1);
        QCOMPARE(chart.chart.toolTip(), u"2020: 0 posts"_s);
    }

    void manyYearsAndNone()
    {
        QList<analysis::YearCount> many;
        for (int year = 1; year < 3000; ++year)
            many.append({ year, year % 3 });
        Chart chart(many);
        std::ignore = chart.chart.grab();
        chart.chart.setYears({});
        QVERIFY(chart.chart.isHidden());
        QTest::keyClick(&chart.chart, Qt::Key_End);
        QTest::keyClick(&chart.chart, Qt::Key_Right);
        QCOMPARE(chart.chart.current(), -1);
    }
};

QTEST_MAIN(TestYearsChart)
#include "tst_years_chart.moc"
