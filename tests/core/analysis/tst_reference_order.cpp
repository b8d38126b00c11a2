// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/reference_order.h"

#include <QTest>

#include <numeric>

using namespace quillway::analysis;
using Numbers = QList<qsizetype>;

class TestReferenceOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsCircles_data();
    void findsCircles();
    void putsInOrder_data();
    void putsInOrder();
    void takesALongChain();
};

void TestReferenceOrder::findsCircles_data()
{
    QTest::addColumn<References>("refersTo");
    QTest::addColumn<References>("found");
    QTest::newRow("nothing") << References {} << References {};
    QTest::newRow("no references") << References { {}, {} } << References {};
    QTest::newRow("one way") << References { { 1 }, { 2 }, {} } << References {};
    QTest::newRow("a diamond is none") << References { { 1, 2 }, { 3 }, { 3 }, {} } << References {};
    QTest::newRow("to itself is none") << References { { 0 }, {} } << References {};
    QTest::newRow("two") << References { { 1 }, { 0 } } << References { { 0, 1 } };
    QTest::newRow("three, entered from outside") << References { { 1 }, { 2 }, { 3 }, { 1 } } << References { { 1, 2, 3 } };
    QTest::newRow("two apart") << References { { 3 }, { 2 }, { 1 }, { 0, 1 } } << References { { 0, 3 }, { 1, 2 } };
    QTest::newRow("two with one in common are one") << References { { 1 }, { 0, 2 }, { 1 } } << References { { 0, 1, 2 } };
}

void TestReferenceOrder::findsCircles()
{
    QFETCH(References, refersTo);
    QTEST(circles(refersTo), "found");
}

void TestReferenceOrder::putsInOrder_data()
{
    QTest::addColumn<References>("refersTo");
    QTest::addColumn<Numbers>("age");
    QTest::addColumn<Numbers>("rank");
    QTest::addColumn<Numbers>("order");
    QTest::newRow("by rank alone") << References { {}, {}, {} } << Numbers { 0, 1, 2 } << Numbers { 2, 0, 1 } << Numbers { 1, 2, 0 };
    QTest::newRow("what is referred to is first, whatever its rank")
        << References { { 1 }, {}, {} } << Numbers { 0, 1, 2 } << Numbers { 0, 2, 1 } << Numbers { 2, 1, 0 };
    QTest::newRow("a chain") << References { { 1 }, { 2 }, {} } << Numbers { 0, 1, 2 } << Numbers { 0, 1, 2 } << Numbers { 2, 1, 0 };
    QTest::newRow("in a circle the older first") << References { { 1 }, { 0 } } << Numbers { 1, 0 } << Numbers { 0, 1 } << Numbers { 1, 0 };
    QTest::newRow("what a circle refers to is before it")
        << References { { 1, 2 }, { 0 }, {} } << Numbers { 0, 1, 2 } << Numbers { 0, 1, 2 } << Numbers { 2, 0, 1 };
    QTest::newRow("what refers to a circle's second is behind it")
        << References { { 1 }, { 0 }, { 1 } } << Numbers { 0, 1, 2 } << Numbers { 1, 2, 0 } << Numbers { 0, 1, 2 };
}

void TestReferenceOrder::putsInOrder()
{
    QFETCH(References, refersTo);
    QFETCH(Numbers, age);
    QFETCH(Numbers, rank);
    QTEST(referenceOrder(refersTo, age, rank), "order");
}

void TestReferenceOrder::takesALongChain()
{
    constexpr qsizetype length = 200'000;
    References chain(length);
    for (qsizetype i = 0; i + 1 < length; ++i)
        chain[i] = { i + 1 };
    QVERIFY(circles(chain).isEmpty());
    chain[length - 1] = { 0 };
    QCOMPARE(circles(chain).size(), 1);
    QCOMPARE(circles(chain).first().size(), length);
}

QTEST_APPLESS_MAIN(TestReferenceOrder)
#include "tst_reference_order.moc"
