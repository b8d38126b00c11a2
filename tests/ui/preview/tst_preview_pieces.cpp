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

QTEST_APPLESS_MAIN(TestPreviewPieces)
#include "tst_preview_pieces.moc"
