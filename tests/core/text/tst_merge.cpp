// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/merge.h"

#include "core/text/diff.h"
#include "support/work_timer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway::text;

namespace {

/// `= < > ! &`: unchanged, ours, theirs, conflict, both; one sign for each piece.
QByteArray shape(const Merge &merge)
{
    QByteArray signs;
    for (const MergePiece &piece : merge.pieces)
        signs += "=<>&!"[static_cast<size_t>(piece.source)];
    return signs;
}

QByteArray randomText(QRandomGenerator &random)
{
    const QByteArrayList pool { "\n"_ba, "x\n"_ba, "y\n"_ba, "z\r\n"_ba, "\xC3\xA4\r"_ba, "\xE2\x80\xA9"_ba };
    QByteArray text = random.bounded(6) == 0 ? "\xEF\xBB\xBF"_ba : ""_ba;
    const bool oneKind = random.bounded(2) == 0;
    const QByteArray end = random.bounded(2) == 0 ? "\n"_ba : "\r\n"_ba;
    for (int i = random.bounded(15); i > 0; --i)
        text += oneKind ? QByteArray::number(random.bounded(4)) + end : pool[random.bounded(pool.size())];
    return text + (random.bounded(3) == 0 ? "tail"_ba : ""_ba);
}

/// The text without a byte order mark, for holding a merge's pieces against.
QByteArray bare(const QByteArray &file)
{
    return file.startsWith("\xEF\xBB\xBF") ? file.sliced(3) : file;
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void showsAllSidesOfAConflict();
    void takesTheSideAskedFor();
    void givesBackWhatOneSideHas();
    void doesNotCareWhoseIsWhose();
    void coversAllThreeTexts();
    void mergesWhatDoesNotTouch();
    void endsSoonWhateverTheInput();
    void unites_data();
    void unites();
};

void TestMerge::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("signs");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &base, const QByteArray &ours, const QByteArray &theirs, const QByteArray &signs,
                        const QByteArray &text) { QTest::newRow(name) << base << ours << theirs << signs << text; };
    const QByteArray mark = "\xEF\xBB\xBF"_ba;

    row("nothing", ""_ba, ""_ba, ""_ba, ""_ba, ""_ba);
    row("nobody changed it", "a\nb\n"_ba, "a\nb\n"_ba, "a\nb\n"_ba, "="_ba, "a\nb\n"_ba);
    row("we did", "a\nb\nc\n"_ba, "a\nB\nc\n"_ba, "a\nb\nc\n"_ba, "=<="_ba, "a\nB\nc\n"_ba);
    row("they did", "a\nb\nc\n"_ba, "a\nb\nc\n"_ba, "a\nB\nc\n"_ba, "=>="_ba, "a\nB\nc\n"_ba);
    row("both, apart", "a\nb\nc\n"_ba, "A\nb\nc\n"_ba, "a\nb\nC\n"_ba, "<=>"_ba, "A\nb\nC\n"_ba);
    row("both, the same", "a\nb\nc\n"_ba, "a\nB\nc\n"_ba, "a\nB\nc\n"_ba, "=&="_ba, "a\nB\nc\n"_ba);
    row("both, the same and more of ours", "a\nb\nc\nd\n"_ba, "A\nb\nc\nD\n"_ba, "A\nb\nc\nd\n"_ba, "&=<"_ba, "A\nb\nc\nD\n"_ba);
    row("both, the same line", "a\nb\nc\n"_ba, "a\nX\nc\n"_ba, "a\nY\nc\n"_ba, "=!="_ba, "a\nX\nc\n"_ba);
    row("neighbouring lines touch", "a\nb\nc\nd\n"_ba, "a\nX\nc\nd\n"_ba, "a\nb\nY\nd\n"_ba, "=!="_ba, "a\nX\nc\nd\n"_ba);
    row("we write on, they correct above", "# T\n\nteh text\n\n"_ba, "# T\n\nteh text\n\nmore\n"_ba, "# T\n\nthe text\n\n"_ba, "=>=<"_ba,
        "# T\n\nthe text\n\nmore\n"_ba);
    row("both write on", "a\n"_ba, "a\nX\n"_ba, "a\nY\n"_ba, "=!"_ba, "a\nX\n"_ba);
    row("both write in front", "a\n"_ba, "X\na\n"_ba, "Y\na\n"_ba, "!="_ba, "X\na\n"_ba);
    row("one writes on, one in front", "a\n"_ba, "a\nX\n"_ba, "Y\na\n"_ba, ">=<"_ba, "Y\na\nX\n"_ba);
    row("we delete what they change", "a\nb\nc\n"_ba, "a\nc\n"_ba, "a\nB\nc\n"_ba, "=!="_ba, "a\nc\n"_ba);
    row("both delete the same", "a\nb\nc\n"_ba, "a\nc\n"_ba, "a\nc\n"_ba, "=&="_ba, "a\nc\n"_ba);
    row("we insert where they delete", "a\nb\nc\n"_ba, "a\nX\nb\nc\n"_ba, "a\nc\n"_ba, "=!="_ba, "a\nX\nb\nc\n"_ba);
    row("one change of theirs joins two of ours", "a\nb\nc\nd\ne\n"_ba, "a\nB\nc\nD\ne\n"_ba, "a\nx\n\ne\n"_ba, "=!="_ba,
        "a\nB\nc\nD\ne\n"_ba);
    row("they emptied it, we changed nothing", "a\nb\n"_ba, "a\nb\n"_ba, ""_ba, ">"_ba, ""_ba);
    row("they emptied it, we wrote on", "a\nb\n"_ba, "a\nb\nc\n"_ba, ""_ba, "!"_ba, "a\nb\nc\n"_ba);
    row("both began from nothing", ""_ba, "x\n"_ba, "y\n"_ba, "!"_ba, "x\n"_ba);
    row("both began from nothing alike", ""_ba, "x\n"_ba, "x\n"_ba, "&"_ba, "x\n"_ba);

    row("no last line end, kept", "a\nb\nc"_ba, "A\nb\nc"_ba, "a\nb\nc"_ba, "<="_ba, "A\nb\nc"_ba);
    row("they add the last line end", "a\nb\nc"_ba, "A\nb\nc"_ba, "a\nb\nc\n"_ba, "<=>"_ba, "A\nb\nc\n"_ba);
    row("both add the last line end", "a\nb"_ba, "a\nb\n"_ba, "a\nb\n"_ba, "=&"_ba, "a\nb\n"_ba);
    row("CR LF throughout", "a\r\nb\r\nc\r\n"_ba, "A\r\nb\r\nc\r\n"_ba, "a\r\nb\r\nC\r\n"_ba, "<=>"_ba, "A\r\nb\r\nC\r\n"_ba);
    row("they turned LF to CR LF, we typed", "a\nb\nc\n"_ba, "a\nB\nc\n"_ba, "a\r\nb\r\nc\r\n"_ba, "=<="_ba, "a\r\nB\r\nc\r\n"_ba);
    row("we turned CR LF to LF, they typed", "a\r\nb\r\nc\r\n"_ba, "a\nb\nc\n"_ba, "a\r\nb\r\nC"_ba, "=>"_ba, "a\nb\nC"_ba);
    row("both turned the ends, alike", "a\nb\n"_ba, "A\r\nb\r\n"_ba, "a\r\nb\r\n"_ba, "<="_ba, "A\r\nb\r\n"_ba);
    row("both turned the ends, otherwise", "a\nb\n"_ba, "a\r\nb\r\n"_ba, "a\rb\r"_ba, "!"_ba, "a\r\nb\r\n"_ba);
    row("mixed ends, kept", "a\r\nb\nc\rd\n"_ba, "A\r\nb\nc\rd\n"_ba, "a\r\nb\nc\rD\n"_ba, "<=>"_ba, "A\r\nb\nc\rD\n"_ba);
    row("an end in a mixed file is a change of its line", "a\r\nb\nc\nd\n"_ba, "a\nb\nc\nd\n"_ba, "a\r\nb\nc\nD\n"_ba, "<=>"_ba,
        "a\nb\nc\nD\n"_ba);
    row("paragraph separators",
        "a\xE2\x80\xA9"
        "b\xE2\x80\xA9"
        "c"_ba,
        "A\xE2\x80\xA9"
        "b\xE2\x80\xA9"
        "c"_ba,
        "a\xE2\x80\xA9"
        "b\xE2\x80\xA9"
        "C"_ba,
        "<=>"_ba,
        "A\xE2\x80\xA9"
        "b\xE2\x80\xA9"
        "C"_ba);
    row("byte order mark, kept", mark + "a\nb\nc\n", mark + "A\nb\nc\n", mark + "a\nb\nC\n", "<=>"_ba, mark + "A\nb\nC\n");
    row("they add a byte order mark, we change the first line", "a\nb\n"_ba, "A\nb\n"_ba, mark + "a\nb\n", "<="_ba, mark + "A\nb\n");
    row("we take the byte order mark away", mark + "a\nb\n", "a\nb\n"_ba, mark + "a\nb\n", "="_ba, "a\nb\n"_ba);
    row("a second mark is text", mark + mark + "a\nb\nc\n", mark + mark + "a\nb\nC\n", mark + mark + "a\nb\nc\n", "=<"_ba,
        mark + mark + "a\nb\nC\n");
    row("beyond ASCII", "\xC3\xA4\nb\n\xF0\x9F\x98\x80\n"_ba, "\xC3\xB6\nb\n\xF0\x9F\x98\x80\n"_ba, "\xC3\xA4\nb\n\xF0\x9F\x98\x81\n"_ba,
        "<=>"_ba, "\xC3\xB6\nb\n\xF0\x9F\x98\x81\n"_ba);
    row("no UTF-8", "\xFF\nb\nc\n"_ba, "\xFE\nb\nc\n"_ba, "\xFF\nb\nC\n"_ba, "<=>"_ba, "\xFE\nb\nC\n"_ba);
    row("NUL", QByteArray("\0\nb\nc\n", 6), QByteArray("\0\0\nb\nc\n", 7), QByteArray("\0\nb\nC\n", 6), "<=>"_ba,
        QByteArray("\0\0\nb\nC\n", 7));
}

void TestMerge::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    const Merge merged = merge(base, ours, theirs);
    QTEST(shape(merged), "signs");
    QTEST(merged.text(), "text");
    QCOMPARE(merged.isClean(), !shape(merged).contains('!'));
}

void TestMerge::showsAllSidesOfAConflict()
{
    const Merge merged = merge("a\nb\nc\n"_ba, "new\na\nX\nc\n"_ba, "a\nY\nZ\nc\n"_ba);
    QCOMPARE(shape(merged), "<=!="_ba);
    const MergePiece &conflict = merged.pieces[2];
    QCOMPARE(conflict.base, (Range { 1, 1 }));
    QCOMPARE(conflict.ours, (Range { 2, 1 }));
    QCOMPARE(conflict.theirs, (Range { 1, 2 }));
    QCOMPARE(conflict.baseText, "b\n"_ba);
    QCOMPARE(conflict.oursText, "X\n"_ba);
    QCOMPARE(conflict.theirsText, "Y\nZ\n"_ba);
}

void TestMerge::takesTheSideAskedFor()
{
    const Merge merged = merge("a\nb\nc\nd\n"_ba, "a\nX\nc\nD\n"_ba, "a\nY\nc\nd\n"_ba);
    QCOMPARE(merged.text(MergeSide::Ours), "a\nX\nc\nD\n"_ba);
    QCOMPARE(merged.text(MergeSide::Theirs), "a\nY\nc\nD\n"_ba);
    QCOMPARE(merged.text(MergeSide::Base), "a\nb\nc\nD\n"_ba);
    QCOMPARE(merged.text(MergeSide::Both), "a\nX\nY\nc\nD\n"_ba);
    // Neither is glued to the other.
    QCOMPARE(merge("a"_ba, "b"_ba, "c"_ba).text(MergeSide::Both), "b\nc"_ba);
    QCOMPARE(merge("a\r\nb"_ba, "a\r\nc"_ba, "a\r\nd\r\n"_ba).text(MergeSide::Both), "a\r\nc\r\nd\r\n"_ba);
    QCOMPARE(merge("a\nb\n"_ba, "a\n"_ba, "a\nc\n"_ba).text(MergeSide::Both), "a\nc\n"_ba);
}

void TestMerge::givesBackWhatOneSideHas()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 4000; ++round) {
        const QByteArray base = randomText(random);
        const QByteArray changed = randomText(random);
        for (const Merge &merged : { merge(base, changed, base), merge(base, base, changed), merge(base, changed, changed) }) {
            QVERIFY(merged.isClean());
            QCOMPARE(merged.text(), changed);
        }
    }
}

void TestMerge::doesNotCareWhoseIsWhose()
{
    QRandomGenerator random(2);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray base = randomText(random);
        const QByteArray ours = randomText(random);
        const QByteArray theirs = randomText(random);
        const Merge one = merge(base, ours, theirs);
        const Merge other = merge(base, theirs, ours);
        QCOMPARE(shape(other).replace('<', '*').replace('>', '<').replace('*', '>'), shape(one));
        QCOMPARE(other.text(MergeSide::Theirs), one.text(MergeSide::Ours));
        QCOMPARE(other.text(MergeSide::Ours), one.text(MergeSide::Theirs));
        QCOMPARE(other.text(MergeSide::Base), one.text(MergeSide::Base));
    }
}

void TestMerge::coversAllThreeTexts()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray base = randomText(random);
        const QByteArray ours = randomText(random);
        const QByteArray theirs = randomText(random);
        Range baseDone;
        Range oursDone;
        Range theirsDone;
        const auto merged = merge(base, ours, theirs);
        for (const MergePiece &piece : merged.pieces) {
            QCOMPARE(piece.base.begin, baseDone.end());
            QCOMPARE(piece.ours.begin, oursDone.end());
            QCOMPARE(piece.theirs.begin, theirsDone.end());
            baseDone = piece.base;
            oursDone = piece.ours;
            theirsDone = piece.theirs;
        }
        QCOMPARE(baseDone.end(), splitLines(bare(base)).size());
        QCOMPARE(oursDone.end(), splitLines(bare(ours)).size());
        QCOMPARE(theirsDone.end(), splitLines(bare(theirs)).size());
    }
}

/// Every third line stays; each region between belongs to one side, which may change, delete or lengthen it.
void TestMerge::mergesWhatDoesNotTouch()
{
    QRandomGenerator random(6);
    for (int round = 0; round < 1500; ++round) {
        const QByteArray end = round % 2 == 0 ? "\n"_ba : "\r\n"_ba;
        const QByteArray mark = round % 3 == 0 ? "\xEF\xBB\xBF"_ba : ""_ba;
        int fresh = 0;
        QByteArray base = mark;
        QByteArray ours = mark;
        QByteArray theirs = mark;
        QByteArray expected = mark;
        for (int region = random.bounded(20); region >= 0; --region) {
            const QByteArray kept = "kept " + QByteArray::number(fresh++) + end;
            QByteArray before;
            QByteArray after;
            for (int i = random.bounded(3); i > 0; --i)
                before += "old " + QByteArray::number(fresh++) + end;
            for (int i = random.bounded(3); i > 0; --i)
                after += "new \xC3\xBC " + QByteArray::number(fresh++) + end;
            const bool isOurs = random.bounded(2) == 0;
            base += kept + before;
            ours += kept + (isOurs ? after : before);
            theirs += kept + (isOurs ? before : after);
            expected += kept + after;
        }
        const Merge merged = merge(base, ours, theirs);
        QVERIFY(merged.isClean());
        QCOMPARE(merged.text(), expected);
    }
}

void TestMerge::endsSoonWhateverTheInput()
{
    QByteArray base;
    QByteArray ours;
    QByteArray theirs;
    for (int i = 0; i < 100'000; ++i) {
        base += "base " + QByteArray::number(i) + '\n';
        ours += "ours " + QByteArray::number(i) + '\n';
        theirs += "theirs " + QByteArray::number(i) + '\n';
    }
    quillway::test::WorkTimer timer;
    timer.start();
    const Merge merged = merge(base, ours, theirs);
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 8000, "far beyond what even a slow machine may take");
    QCOMPARE(shape(merged), "!"_ba);
    QCOMPARE(merged.text(MergeSide::Theirs), theirs);
}

/// Without a text that both came from.
void TestMerge::unites_data()
{
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("united"); // with both where they touch
    QTest::addColumn<bool>("clean");
    QTest::newRow("the same") << "a\nb\n"_ba << "a\nb\n"_ba << "a\nb\n"_ba << true;
    QTest::newRow("nothing and something") << ""_ba << "a\n"_ba << "a\n"_ba << true;
    QTest::newRow("each has lines of its own") << "x\na\nb\n"_ba << "a\nb\ny\n"_ba << "x\na\nb\ny\n"_ba << true;
    QTest::newRow("another line") << "a\nmine\nb\n"_ba << "a\ntheirs\nb\n"_ba << "a\nmine\ntheirs\nb\n"_ba << false;
    QTest::newRow("nothing in common") << "mine"_ba << "theirs\n"_ba << "mine\ntheirs\n"_ba << false;
    QTest::newRow("line ends") << "a\nb\n"_ba << "a\r\nb\r\nc\r\n"_ba << "a\r\nb\r\nc\r\n"_ba << true;
    QTest::newRow("byte order mark") << "a\n"_ba
                                     << "\xEF\xBB\xBF"
                                        "a\n"_ba
                                     << "\xEF\xBB\xBF"
                                        "a\n"_ba
                                     << true;
}

void TestMerge::unites()
{
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    const Merge united = unite(ours, theirs);
    QTEST(united.text(MergeSide::Both), "united");
    QTEST(united.isClean(), "clean");
}

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
