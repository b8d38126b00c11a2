// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/edit_distance.h"

#include <QTest>

using namespace quillway;

class TestEditDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<qsizetype>("steps");
        const auto row = [](const char *what, const char *a, const char *b, qsizetype steps) {
            QTest::newRow(what) << QString::fromUtf8(a) << QString::fromUtf8(b) << steps;
        };
        row("nothing and nothing", "", "", 0);
        row("equal", "parser", "parser", 0);
        row("all added", "", "abc", 3);
        row("one changed", "parser", "pareer", 1);
        row("one added", "parser", "parsers", 1);
        row("neighbours swapped", "parser", "prases", 2);
        row("a pair swapped and nothing else", "title", "titel", 1);
        row("a swapped pair is not torn apart again", "ca", "abc", 3); // the unrestricted distance is 2
        row("letters beyond 16 bits are one", "a\U0001F600b", "a\U0001F601b", 1);
    }

    void counts()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(qsizetype, steps);
        QCOMPARE(editDistance(a.toStdU32String(), b.toStdU32String(), 100), steps);
        QCOMPARE(editDistance(b.toStdU32String(), a.toStdU32String(), 100), steps);
        QCOMPARE(editDistance(a.toStdU32String(), b.toStdU32String(), steps), steps);
        if (steps > 0)
            QVERIFY(editDistance(a.toStdU32String(), b.toStdU32String(), steps - 1) >= steps);
    }
};

QTEST_APPLESS_MAIN(TestEditDistance)
#include "tst_edit_distance.moc"
