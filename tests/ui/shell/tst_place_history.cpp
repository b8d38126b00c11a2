// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_history.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

VisitedPlace at(const QString &file, int line)
{
    return { SitePath::literal(file), line };
}

bool everythingIsThere(const SitePath & /*file*/)
{
    return true;
}

} // namespace

class TestPlaceHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneLeadsNowhere()
    {
        PlaceHistory history;
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        QVERIFY(!history.back(everythingIsThere) && !history.forward(everythingIsThere));
        history.visit(at(u"a"_s, 1));
        QVERIFY(!history.canGoBack() && !history.canGoForward());
    }

    void goesBackAndForward()
    {
        PlaceHistory history;
        history.visit(at(u"a"_s, 1));
        history.visit(at(u"b"_s, 1));
        history.visit(at(u"b"_s, 50));
        QCOMPARE(history.back(everythingIsThere), at(u"b"_s, 1));
        QCOMPARE(history.back(everythingIsThere), at(u"a"_s, 1));
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward(everythingIsThere), at(u"b"_s, 1));
        QCOMPARE(history.forward(everythingIsThere), at(u"b"_s, 50));
        QVERIFY(!history.canGoForward());
    }

    void aFewLinesAreTheSamePlace()
    {
        PlaceHistory history;
        history.visit(at(u"a"_s, 1));
        for (int line = 2; line < 40; ++line)
            history.visit(at(u"a"_s, line)); // step by step however far
        QVERIFY(!history.canGoBack());
        history.visit(at(u"b"_s, 1));
        QCOMPARE(history.back(everythingIsThere), at(u"a"_s, 39)); // where one left it
    }

    void anotherWayForgetsWhatForwardLedTo()
    {
        PlaceHistory history;
        history.visit(at(u"a"_s, 1));
        history.visit(at(u"b"_s, 1));
        history.back(everythingIsThere);
        history.visit(at(u"c"_s, 1));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(everythingIsThere), at(u"a"_s, 1));
    }

    void filesThatWentAreSkipped()
    {
        PlaceHistory history;
        for (const auto &file : { u"a"_s, u"gone"_s, u"b"_s })
            history.visit(at(file, 1));
        const auto isThere = [](const SitePath &file) { return file.toString() != u"gone"; };
        QCOMPARE(history.back(isThere), at(u"a"_s, 1));
        QCOMPARE(history.forward(isThere), at(u"b"_s, 1));
    }

    void filesKeepTheirPlacesWhenRenamed()
    {
        PlaceHistory history;
        history.visit(at(u"a"_s, 7));
        history.visit(at(u"b"_s, 1));
        history.rename(SitePath::literal(u"a"), SitePath::literal(u"c"));
        QCOMPARE(history.back(everythingIsThere), at(u"c"_s, 7));
    }

    void keepsNoMoreThanTwoHundred()
    {
        PlaceHistory history;
        for (int i = 0; i < 1000; ++i)
            history.visit(at(u"a"_s, i * 100));
        int steps = 0;
        while (history.back(everythingIsThere))
            ++steps;
        QCOMPARE(steps, 199);
    }
};

QTEST_GUILESS_MAIN(TestPlaceHistory)
#include "tst_place_history.moc"
