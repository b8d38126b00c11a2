// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/folding.h"

#include "ui/aids/writing.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/fold_margin.h"
#include "ui/editor/folds.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;
using namespace quillway::ui;

namespace {

const QKeySequence fold(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft);
const QKeySequence unfold(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight);
const QKeySequence foldAll(Qt::CTRL | Qt::ALT | Qt::Key_BracketLeft);
const QKeySequence unfoldAll(Qt::CTRL | Qt::ALT | Qt::Key_BracketRight);
const QString sample = u"one\n\n## A\n\naa\n\n### A1\n\na1\n\n## B\n\nbb"_s;

/// The lines that are seen, the body's.
QString seen(Writing &writing)
{
    QStringList lines;
    for (QTextBlock block = writing.editor().document()->begin(); block.isValid(); block = block.next()) {
        if (block.isVisible())
            lines.append(block.text());
        // What is hidden takes no room: the scroll bar counts lines.
        if (block.isVisible() != (block.lineCount() > 0))
            return u"line %1 has %2 lines"_s.arg(block.blockNumber()).arg(block.lineCount());
    }
    return lines.join(u'|');
}

/// `marked` with its section A folded.
struct Folded : Writing {
    explicit Folded(const QString &marked = QString(sample).replace(u"## A\n"_s, u"## A‸\n"_s), const QByteArray &head = {})
        : Writing(marked, head)
    {
        press(fold);
    }
};

} // namespace

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatTheCaretIsIn_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("seenThen");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QString &seenThen, const QString &after) {
            QTest::newRow(name) << before << seenThen << after;
        };
        row("at the heading", u"## ‸A\n\na\n\n## B"_s, u"## A||## B"_s, u"## ‸A\n\na\n\n## B"_s);
        row("in the section", u"## A\n\na‸a\n\n## B"_s, u"## A||## B"_s, u"## A‸\n\naa\n\n## B"_s);
        row("in the deepest one", u"## A\n\n### A1\n\n‸x\n## B"_s, u"## A||### A1|## B"_s, u"## A\n\n### A1‸\n\nx\n## B"_s);
        row("with what is deeper", u"## A‸\n\n### A1\n\nx\n## B"_s, u"## A|## B"_s, u"## A‸\n\n### A1\n\nx\n## B"_s);
        row("underlined", u"A\n===\n\na‸\n\nB\n==="_s, u"A|===||B|==="_s, u"A\n===‸\n\na\n\nB\n==="_s);
        row("the last one", u"## A\n\na‸"_s, u"## A"_s, u"## A‸\n\na"_s);
        row("a code block", u"a\n```go\nx‸\n\n```\nb"_s, u"a|```go|b"_s, u"a\n```go‸\nx\n\n```\nb"_s);
        row("the second of two", u"```\na\n```\n```\n‸b\n```"_s, u"```|a|```|```"_s, u"```\na\n```\n```‸\nb\n```"_s);
        row("one that is never closed", u"~~~\n```\nb‸"_s, u"~~~"_s, u"~~~‸\n```\nb"_s);
        row("nothing before the first heading", u"a‸\n\n## B"_s, u"a||## B"_s, u"a‸\n\n## B"_s);
        row("nothing that has nothing below it", u"## A‸\n\n## B"_s, u"## A||## B"_s, u"## A‸\n\n## B"_s);
        row("no heading in code", u"```\n# a‸\nb\n```"_s, u"```"_s, u"```‸\n# a\nb\n```"_s);
    }
    void foldsWhatTheCaretIsIn()
    {
        QFETCH(QString, before);
        QFETCH(QString, seenThen);
        QFETCH(QString, after);
        Writing writing(before);
        const QByteArray bytes = writing.document().bytes();
        const QString all = seen(writing);
        writing.press(fold);
        QCOMPARE(seen(writing), seenThen);
        QCOMPARE(writing.marked(), after);
        QCOMPARE(writing.document().bytes(), bytes);
        QVERIFY(!writing.editor().document()->isModified());
        QVERIFY(!writing.editor().document()->isUndoAvailable());
        writing.press(unfold);
        QCOMPARE(seen(writing), all);
    }

    void foldsFurtherOutEachTime()
    {
        Writing writing(u"# T\n\n## A\n\n### A1\n\nx‸\n\n## B"_s);
        writing.press(fold);
        QCOMPARE(seen(writing), u"# T||## A||### A1||## B"_s);
        writing.press(fold);
        QCOMPARE(seen(writing), u"# T||## A||## B"_s);
        writing.press(fold);
        QCOMPARE(seen(writing), u"# T"_s);
        QCOMPARE(writing.marked(), u"# T‸\n\n## A\n\n### A1\n\nx\n\n## B"_s);
        writing.press(unfold); // what was folded within stays so
        QCOMPARE(seen(writing), u"# T||## A||## B"_s);
    }

    void allAndNone()
    {
        Writing writing(QString(sample).append(u'‸'));
        const QString all = seen(writing);
        writing.press(foldAll);
        QCOMPARE(seen(writing), u"one||## A||## B"_s);
        QCOMPARE(writing.marked(), QString(sample).replace(u"## B"_s, u"## B‸"_s));
        writing.press(unfoldAll);
        QCOMPARE(seen(writing), all);
    }

    void theHeadOfTheWholeFile()
    {
        Writing writing(u"‸text"_s, "---\ntitle: A\ntags: [b]\n---\n"_ba);
        writing.document().setHeadHidden(false);
        writing.press(QKeySequence(Qt::Key_Up));
        writing.press(fold);
        QCOMPARE(seen(writing), u"---|text"_s);
        writing.document().setHeadHidden(true);
        QCOMPARE(seen(writing), u"text"_s);
        writing.document().setHeadHidden(false);
        QCOMPARE(seen(writing), u"---|title: A|tags: [b]|---|text"_s);
    }

    void theCaretStepsOver_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QKeySequence>("key");
        QTest::addColumn<QString>("to");
        const QKeySequence end(Qt::Key_End);
        QTest::newRow("Down") << u"## A‸"_s << QKeySequence(Qt::Key_Down) << u"a1\n‸\n"_s;
        QTest::newRow("Up") << u"a1\n‸\n"_s << QKeySequence(Qt::Key_Up) << u"one\n\n‸## A"_s;
        QTest::newRow("Right") << u"## A‸"_s << QKeySequence(Qt::Key_Right) << u"a1\n‸\n"_s;
        QTest::newRow("Left") << u"a1\n‸\n"_s << QKeySequence(Qt::Key_Left) << u"one\n\n## A‸"_s;
        QTest::newRow("a word on") << u"## A‸"_s << QKeySequence(Qt::CTRL | Qt::Key_Right) << u"a1\n‸\n"_s;
        QTest::newRow("a word back") << u"a1\n‸\n"_s << QKeySequence(Qt::CTRL | Qt::Key_Left) << u"one\n\n## A‸"_s;
        QTest::newRow("Right, selecting") << u"## A‸"_s << QKeySequence(Qt::SHIFT | Qt::Key_Right) << u"## A⟨\n\naa\n\n### A1\n\na1\n‸\n"_s;
    }
    void theCaretStepsOver()
    {
        QFETCH(QString, from);
        QFETCH(QKeySequence, key);
        QFETCH(QString, to);
        Folded writing;
        const QString before = QString(from).remove(u'‸');
        const QString folded = seen(writing);
        QTextCursor caret = writing.editor().textCursor();
        caret.setPosition(static_cast<int>(sample.indexOf(before) + from.indexOf(u'‸')));
        writing.editor().setTextCursor(caret);
        writing.press(key);
        const QString plain = QString(to).remove(u'‸').remove(u'⟨');
        QCOMPARE(writing.marked(), QString(sample).replace(plain, to));
        QCOMPARE(seen(writing), folded);
    }

    void atTheEndItStays()
    {
        Folded writing(u"## A‸\n\nabc"_s);
        for (const auto key : { Qt::Key_Right, Qt::Key_Down, Qt::Key_PageDown }) {
            writing.press(QKeySequence(key));
            QCOMPARE(writing.marked(), u"## A‸\n\nabc"_s);
        }
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_End));
        QCOMPARE(writing.marked(), u"## A‸\n\nabc"_s);
        writing.type(u"x"_s);
        QCOMPARE(writing.marked(), u"## Ax‸\n\nabc"_s);
        QCOMPARE(seen(writing), u"## Ax"_s);
    }

    void allIsSelectedHiddenOrNot()
    {
        Folded writing(u"## A‸\n\nabc"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_A));
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_C));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"## A\n\nabc"_s);
        QCOMPARE(seen(writing), u"## A"_s);
        writing.press(QKeySequence(Qt::Key_Right));
        QCOMPARE(writing.marked(), u"## A‸\n\nabc"_s);
    }

    void copiesWhatIsHidden()
    {
        Folded writing(u"‸## A\n\naa\n\n## B"_s);
        writing.press(QKeySequence(Qt::SHIFT | Qt::Key_Down));
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_X));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"## A\n\naa\n"_s);
        QCOMPARE(writing.marked(), u"‸\n## B"_s);
        QCOMPARE(seen(writing), u"|## B"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        QCOMPARE(seen(writing), u"## A||aa||## B"_s); // what comes is seen
    }

    void whatWouldDeleteHiddenTextShowsIt()
    {
        Folded writing;
        const QString all = QString(sample).replace(u'\n', u'|');
        writing.press(QKeySequence(Qt::Key_Delete));
        QCOMPARE(writing.marked(), QString(sample).replace(u"## A\n"_s, u"## A‸\n"_s));
        QCOMPARE(seen(writing), all);
        writing.press(fold);
        writing.press(QKeySequence(Qt::Key_Down));
        writing.press(QKeySequence(Qt::Key_Backspace));
        QCOMPARE(writing.marked(), QString(sample).replace(u"a1\n\n"_s, u"a1\n‸\n"_s));
        QCOMPARE(seen(writing), all);
    }

    void editsOfTheHeading_data()
    {
        QTest::addColumn<QKeySequence>("key");
        QTest::addColumn<QString>("seenThen");
        QTest::newRow("its words") << QKeySequence(Qt::Key_Backspace) << u"one||## ||## B||bb"_s;
        QTest::newRow("a line behind it") << QKeySequence(Qt::Key_Return) << u"one||## A|||aa||### A1||a1||## B||bb"_s;
        QTest::newRow("no heading any more") << QKeySequence(Qt::CTRL | Qt::Key_2) << u"one||A||aa||### A1||a1||## B||bb"_s;
    }
    void editsOfTheHeading()
    {
        QFETCH(QKeySequence, key);
        QFETCH(QString, seenThen);
        Folded writing;
        writing.press(key);
        QCOMPARE(seen(writing), seenThen);
    }

    void editsElsewhereLeaveItFolded()
    {
        Folded writing;
        writing.press(QKeySequence(Qt::Key_Home));
        writing.press(QKeySequence(Qt::Key_Up));
        writing.type(u"x"_s);
        writing.press(QKeySequence(Qt::Key_Return));
        QCOMPARE(seen(writing), u"one|x||## A||## B||bb"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_End));
        writing.press(QKeySequence(Qt::Key_Return));
        writing.type(u"y"_s);
        QCOMPARE(seen(writing), u"one|x||## A||## B||bb|y"_s);
        for (int i = 0; i < 4; ++i)
            writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(seen(writing), u"one||## A||## B||bb"_s);
    }

    void anUndoInHiddenTextShowsIt()
    {
        Writing writing(QString(sample).replace(u"aa"_s, u"aa‸"_s));
        writing.type(u"x"_s);
        writing.press(fold);
        QCOMPARE(seen(writing), u"one||## A||## B||bb"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), QString(sample).replace(u"aa"_s, u"aa‸"_s));
        QCOMPARE(seen(writing), QString(sample).replace(u'\n', u'|'));
    }

    void aChangeFromOutsideInHiddenTextShowsIt()
    {
        Folded writing;
        writing.document().replaceBytes(QString(sample).replace(u"a1\n"_s, u"a2\n\nnew\n"_s).toUtf8());
        QCOMPARE(seen(writing), QString(sample).replace(u"a1\n"_s, u"a2\n\nnew\n"_s).replace(u'\n', u'|'));
    }

    void searchShowsWhatItFinds()
    {
        Folded writing;
        FindBar bar(writing.editor());
        bar.openForFind();
        bar.findChild<QLineEdit *>()->setText(u"a1"_s);
        bar.findNext();
        QCOMPARE(seen(writing), QString(sample).replace(u'\n', u'|'));
        QVERIFY(writing.editor().textCursor().block().isVisible());
    }

    void goingToALineShowsIt()
    {
        Folded writing;
        writing.editor().goTo(9);
        QCOMPARE(writing.editor().line(), 9);
        QCOMPARE(seen(writing), QString(sample).replace(u'\n', u'|'));
    }

    void aSectionMovesWithWhatIsHidden()
    {
        Folded writing;
        writing.press(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down));
        QCOMPARE(QString(writing.marked()).remove(u'‸'), u"one\n\n## B\n\nbb\n\n## A\n\naa\n\n### A1\n\na1"_s);
        QVERIFY(!seen(writing).startsWith(u"line"));
    }

    void foldsStayWhileAnotherFileIsOpen()
    {
        Folded writing;
        FileDocument other(SitePath::literal(u"b.md"), "x"_ba);
        writing.editor().show(&other);
        writing.editor().show(&writing.document());
        QCOMPARE(seen(writing), u"one||## A||## B||bb"_s);
        writing.press(unfold);
        QCOMPARE(seen(writing), QString(sample).replace(u'\n', u'|'));
    }

    void signsInTheMargin()
    {
        Writing writing(QString(sample).append(u'‸'));
        auto *margin = writing.editor().findChild<FoldMargin *>();
        QVERIFY(margin->isVisible());
        const auto click = [&](int line) {
            const QTextBlock block = writing.editor().document()->findBlockByNumber(line);
            QTest::mouseClick(margin, Qt::LeftButton, {},
                              QPoint(margin->width() / 2, static_cast<int>(writing.editor().firstLineMiddle(block))));
        };
        click(2);
        QCOMPARE(seen(writing), u"one||## A||## B||bb"_s);
        QCOMPARE(writing.marked(), sample + u'‸'); // the caret is where it was
        click(2);
        QCOMPARE(seen(writing), QString(sample).replace(u'\n', u'|'));
        click(4); // no heading
        QCOMPARE(seen(writing), QString(sample).replace(u'\n', u'|'));
    }

    void aClickOnTheSignBehindTheHeadingUnfolds()
    {
        Folded writing(u"## A‸\n\naa\n\n## B"_s);
        const QRect end = writing.editor().cursorRect();
        QTest::mouseClick(writing.editor().viewport(), Qt::LeftButton, {}, end.center() + QPoint(25, 0));
        QCOMPARE(seen(writing), u"## A||aa||## B"_s);
    }

    void theScrollBarKnowsOfIt()
    {
        Writing writing(u"## A‸\n"_s + u"words\n\n"_s.repeated(300));
        const int before = writing.editor().verticalScrollBar()->maximum();
        QVERIFY(before > 100);
        writing.press(fold);
        QCOMPARE(writing.editor().verticalScrollBar()->maximum(), 0);
        writing.press(unfold);
        QCOMPARE(writing.editor().verticalScrollBar()->maximum(), before);
    }

    void aLongTextIsFoldedInTime()
    {
        Writing writing(u"‸"_s + u"## A\n\nwords of a paragraph that goes on for a while\nand on\n\n```\ncode\n```\n\n"_s.repeated(20'000));
        QElapsedTimer clock;
        clock.start();
        writing.press(foldAll);
        qInfo("20,000 sections in 180,000 lines: folding all %lld ms", clock.restart());
        QCOMPARE(Folds::of(writing.document()).hiddenLines(writing.editor().document()->firstBlock()), 7);
        writing.type(u"x"_s);
        qInfo("a character typed then: %lld ms", clock.restart());
        writing.press(unfoldAll);
        qInfo("unfolding all: %lld ms", clock.restart());
    }
};

QTEST_MAIN(TestFolding)
#include "tst_folding.moc"
