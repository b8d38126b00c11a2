// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/preview_pieces.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

publish::PreviewPage pageOf(const QList<publish::PreviewBlock> &blocks)
{
    publish::PreviewPage page;
    for (const auto &block : blocks)
        page.html += block.html;
    page.html = "<main>" + page.html + "</main>";
    page.shell = "<main></main>";
    page.blocks = blocks;
    page.address = u"/posts/x/"_s;
    return page;
}

} // namespace

class TestPreviewPieces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAPieceOfEachBlock();
    void joinsBlocksThatAnElementSpans();
    void joinsAllThatFollowsAnOpenElement();
    void isNotContainedIfABlockReachesOut();
    void isNotContainedWithoutBlocks();

    void findsPlaces_data();
    void findsPlaces();
    void tiesPoints_data();
    void tiesPoints();
    void tiesPlaces_data();
    void tiesPlaces();
    void findsLines_data();
    void findsLines();
};

void TestPreviewPieces::makesAPieceOfEachBlock()
{
    const auto page = intoPieces(pageOf({ { "<p>a</p>\n", 3, 4 }, { "<p>b</p>\n", 6, 6 } }));
    QCOMPARE(page->pieces, (QList<PreviewPiece> { { "<p>a</p>\n", 3, 4, "p #" }, { "<p>b</p>\n", 6, 6, "p #" } }));
    QVERIFY(page->isContained);
    QCOMPARE(page->html, "<main><p>a</p>\n<p>b</p>\n</main>");
    QCOMPARE(page->shell, "<main></main>");
}

void TestPreviewPieces::joinsBlocksThatAnElementSpans()
{
    const auto page = intoPieces(
        pageOf({ { "<p>a</p>", 1, 1 }, { "<div>", 3, 3 }, { "<p>b</p>", 5, 5 }, { "</div>", 7, 7 }, { "<p>c</p>", 9, 9 } }));
    QCOMPARE(page->pieces,
             (QList<PreviewPiece> { { "<p>a</p>", 1, 1, "p" }, { "<div><p>b</p></div>", 3, 7, "div" }, { "<p>c</p>", 9, 9, "p" } }));
    QVERIFY(page->isContained);
}

void TestPreviewPieces::joinsAllThatFollowsAnOpenElement()
{
    const auto page = intoPieces(pageOf({ { "<p>a</p>", 1, 1 }, { "<b>", 3, 3 }, { "<p>b</p>", 5, 5 }, { "<p>c</p>", 7, 7 } }));
    QCOMPARE(page->pieces, (QList<PreviewPiece> { { "<p>a</p>", 1, 1, "p" }, { "<b><p>b</p><p>c</p>", 3, 7 } }));
    QVERIFY(!page->isContained);
}

void TestPreviewPieces::isNotContainedIfABlockReachesOut()
{
    QVERIFY(!intoPieces(pageOf({ { "<p>a</p>", 1, 1 }, { "</div>", 3, 3 }, { "<p>b</p>", 5, 5 } }))->isContained);
}

void TestPreviewPieces::isNotContainedWithoutBlocks()
{
    QVERIFY(!intoPieces(pageOf({}))->isContained);
}

void TestPreviewPieces::findsPlaces_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<double>("fraction");

    // See findsPlaces().
    QTest::newRow("in the head") << 2 << qsizetype(-1) << 0.0;
    QTest::newRow("first line") << 5 << qsizetype(0) << 0.0;
    QTest::newRow("within") << 7 << qsizetype(0) << 0.5;
    QTest::newRow("last line") << 8 << qsizetype(0) << 0.75;
    QTest::newRow("between two") << 9 << qsizetype(0) << 1.0;
    QTest::newRow("of one line") << 10 << qsizetype(1) << 0.0;
    QTest::newRow("footnote within the text") << 12 << qsizetype(3) << 0.0;
    QTest::newRow("behind the footnote") << 14 << qsizetype(2) << 0.0;
    QTest::newRow("behind the end") << 99 << qsizetype(2) << 1.0;
}

void TestPreviewPieces::findsPlaces()
{
    // The last one stands at the end, as footnotes do, but was written further up.
    const QList<PreviewPiece> pieces { { {}, 5, 8 }, { {}, 10, 10 }, { {}, 14, 15 }, { {}, 12, 12 } };
    QFETCH(const int, line);
    const PiecePlace place = placeOfLine(pieces, line);
    QTEST(place.piece, "piece");
    QTEST(place.fraction, "fraction");
}

void TestPreviewPieces::findsLines_data()
{
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<int>("line");

    QTest::newRow("above the text") << qsizetype(-1) << 0.5 << 1;
    QTest::newRow("top") << qsizetype(0) << 0.0 << 5;
    QTest::newRow("middle") << qsizetype(0) << 0.5 << 7;
    QTest::newRow("bottom") << qsizetype(0) << 1.0 << 8;
    QTest::newRow("no such piece") << qsizetype(9) << 0.0 << 10;
    QTest::newRow("fraction out of range") << qsizetype(0) << -3.0 << 5;
    QTest::newRow("fraction too large") << qsizetype(0) << 1e300 << 8;
    QTest::newRow("no number") << qsizetype(0) << double(NAN) << 5;
}

void TestPreviewPieces::findsLines()
{
    QFETCH(const qsizetype, piece);
    QFETCH(const double, fraction);
    QTEST(lineAtPlace({ { {}, 5, 8 }, { {}, 10, 10 } }, { piece, fraction }), "line");
    QCOMPARE(lineAtPlace({}, { piece, fraction }), 1);
}

namespace {

// Lines 5 to 8, 10 and 14 to 15; the last one stands at the end, as footnotes do, but was written further up.
const QList<PreviewPiece> tiedPieces { { {}, 5, 8 }, { {}, 10, 10 }, { {}, 14, 15 }, { {}, 12, 12 } };

QByteArray nameOf(const PieceEdge &edge)
{
    return QByteArray(edge.side == PieceEdge::Side::Top ? "top of " : "bottom of ")
        + (edge.piece < 0 ? "page" : QByteArray::number(edge.piece));
}

} // namespace

void TestPreviewPieces::tiesPoints_data()
{
    QTest::addColumn<double>("point");
    QTest::addColumn<QByteArray>("place");

    QTest::newRow("above the text") << 1.0 << "0 from top of page to bottom of page"_ba;
    QTest::newRow("its beginning") << 5.0 << "0 from top of page to bottom of 0"_ba;
    QTest::newRow("within the first piece") << 7.0 << "0.5 from top of page to bottom of 0"_ba;
    QTest::newRow("a part of a line") << 8.5 << "0.875 from top of page to bottom of 0"_ba;
    QTest::newRow("the end of a piece") << 9.0 << "1 from top of page to bottom of 0"_ba;
    QTest::newRow("between two") << 9.5 << "0.5 from bottom of 0 to top of 1"_ba;
    QTest::newRow("a piece of one line") << 10.25 << "0.25 from top of 1 to bottom of 1"_ba;
    QTest::newRow("where the footnote was written") << 12.5 << "0.5 from bottom of 1 to top of 2"_ba;
    QTest::newRow("the last piece") << 15.0 << "0.5 from top of 2 to bottom of page"_ba;
    QTest::newRow("the end of the text") << 16.0 << "1 from top of 2 to bottom of page"_ba;
    QTest::newRow("below the text") << 99.0 << "1 from top of 2 to bottom of page"_ba;
}

void TestPreviewPieces::tiesPoints()
{
    QFETCH(const double, point);
    const TiedPlace place = placeOfPoint(tiedPieces, point);
    QTEST(QByteArray::number(place.fraction) + " from " + nameOf(place.from) + " to " + nameOf(place.to), "place");
}

void TestPreviewPieces::tiesPlaces_data()
{
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<double>("point");

    QTest::newRow("above the text") << qsizetype(-1) << 0.5 << 1.0;
    QTest::newRow("the page's header") << qsizetype(0) << -0.5 << 5.0;
    QTest::newRow("top of a piece") << qsizetype(0) << 0.0 << 5.0;
    QTest::newRow("within") << qsizetype(0) << 0.625 << 7.5;
    QTest::newRow("bottom") << qsizetype(0) << 1.0 << 9.0;
    QTest::newRow("the gap above") << qsizetype(1) << -0.25 << 9.75;
    QTest::newRow("the footnotes") << qsizetype(3) << 0.5 << 16.0;
    QTest::newRow("below the text") << qsizetype(4) << 0.0 << 16.0;
    QTest::newRow("out of range") << qsizetype(1) << 7.0 << 11.0;
    QTest::newRow("no number") << qsizetype(1) << double(NAN) << 10.0;
}

void TestPreviewPieces::tiesPlaces()
{
    QFETCH(const qsizetype, piece);
    QFETCH(const double, fraction);
    QTEST(pointAtPlace(tiedPieces, { piece, fraction }), "point");
    QCOMPARE(pointAtPlace({}, { piece, fraction }), 1.0);
}

QTEST_APPLESS_MAIN(TestPreviewPieces)
#include "tst_preview_pieces.moc"
