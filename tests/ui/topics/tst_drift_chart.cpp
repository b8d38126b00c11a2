// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/drift_chart.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

analysis::TagDrift drift()
{
    return { .perYear = { { 2019, 2 }, { 2020, 0 }, { 2021, 4 } },
             .series = { { { u"sql"_s, u"SQL"_s }, { 2, 0, 1 } }, { { u"api"_s, u"api"_s }, { 0, 0, 4 } } } };
}

} // namespace

class TestDriftChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dotsAreAsLargeAsTheirShare()
    {
        DriftChart chart;
        chart.setDrift(drift());
        chart.resize(240, chart.sizeHint().height());
        QCOMPARE(chart.radius(0, 1), 0.0);
        QVERIFY(chart.radius(0, 2) > 0 && chart.radius(0, 2) < chart.radius(0, 0));
        QCOMPARE(chart.radius(0, 0), chart.radius(1, 2));
        QVERIFY(chart.dot(0, 0).x() < chart.dot(0, 2).x() && chart.dot(0, 0).y() < chart.dot(1, 0).y());
        QVERIFY(chart.rect().contains(chart.dot(1, 2).toPoint()));
        std::ignore = chart.grab();
    }

    void itSaysWhatItShows()
    {
        DriftChart chart;
        chart.setDrift(drift());
        QCOMPARE(chart.accessibleDescription(), u"SQL in 2019: 2 of 2, SQL in 2021: 1 of 4; api in 2021: 4 of 4"_s);
    }

    void withinOneYearNothingDrifts()
    {
        DriftChart chart;
        chart.setDrift(drift());
        QVERIFY(!chart.isHidden());
        chart.setDrift({ .perYear = { { 2019, 2 } }, .series = { { { u"sql"_s, u"SQL"_s }, { 2 } } } });
        QVERIFY(chart.isHidden());
        chart.setDrift({});
        QVERIFY(chart.isHidden());
        std::ignore = chart.grab();
    }
};

QTEST_MAIN(TestDriftChart)
#include "tst_drift_chart.moc"
