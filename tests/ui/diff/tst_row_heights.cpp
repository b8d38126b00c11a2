// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/row_heights.h"

#include <QTest>

using namespace quillway::ui;

class TestRowHeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesRowsBelowEachOther();
    void findsTheRowAt_data();
    void findsTheRowAt();
    void learnsWhatIsMeasured();
    void isEmptyAtFirst();

private:
    static RowHeights three()
    {
        RowHeights heights;
        heights.assign({ { 20, false }, { 0, true }, { 40, false } });
        heights.sumUp();
        return heights;
    }
};

void TestRowHeights::placesRowsBelowEachOther()
{
    const RowHeights heights = three();
    QCOMPARE(heights.top(0), 0);
    QCOMPARE(heights.top(1), 20);
    QCOMPARE(heights.top(2), 20);
    QCOMPARE(heights.top(3), 60);
    QCOMPARE(heights.total(), 60);
}

void TestRowHeights::findsTheRowAt_data()
{
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("row");
    QTest::newRow("above all") << -5 << 0;
    QTest::newRow("the first pixel") << 0 << 0;
    QTest::newRow("the last of the first") << 19 << 0;
    QTest::newRow("after one without height") << 20 << 2;
    QTest::newRow("the last pixel") << 59 << 2;
    QTest::newRow("below all") << 600 << 2;
}

void TestRowHeights::findsTheRowAt()
{
    QFETCH(int, y);
    QFETCH(int, row);
    QCOMPARE(three().rowAt(y), row);
}

void TestRowHeights::learnsWhatIsMeasured()
{
    RowHeights heights = three();
    QVERIFY(!heights.isMeasured(0));
    QVERIFY(!heights.setMeasured(0, 20));
    QVERIFY(heights.isMeasured(0));
    QVERIFY(heights.setMeasured(2, 30));
    heights.sumUp();
    QCOMPARE(heights.total(), 50);
}

void TestRowHeights::isEmptyAtFirst()
{
    const RowHeights heights;
    QVERIFY(heights.isEmpty());
    QCOMPARE(heights.total(), 0);
}

QTEST_APPLESS_MAIN(TestRowHeights)
#include "tst_row_heights.moc"
