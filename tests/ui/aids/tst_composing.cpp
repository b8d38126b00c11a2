// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/writing.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QInputMethodEvent>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

namespace {

/// A text to which an input method speaks.
struct Composing : Writing {
    explicit Composing(const QString &marked)
        : Writing(marked)
    {
        editor().completion().setLanguages([] { return QStringList { u"go"_s, u"gopher"_s }; });
    }
    void compose(const QString &preedit)
    {
        QInputMethodEvent event(preedit, {});
        send(event);
    }
    void commit(const QString &text, const QString &preedit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(text);
        send(event);
    }
    void send(QInputMethodEvent &event) { QCoreApplication::sendEvent(&editor(), &event); }
    [[nodiscard]] bool isListOpen() { return editor().findChild<QCompleter *>()->popup()->isVisible(); }
    [[nodiscard]] QString preedit() { return editor().textCursor().block().layout()->preeditAreaText(); }
};

} // namespace

class TestComposing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsComposedIsNotTheTextsYet()
    {
        Composing writing(u"- one‸\n"_s);
        writing.compose(u"に"_s);
        QCOMPARE(writing.preedit(), u"に"_s);
        QCOMPARE(writing.marked(), u"- one‸\n"_s);
        writing.commit(u"日"_s);
        QCOMPARE(writing.preedit(), QString());
        QCOMPARE(writing.marked(), u"- one日‸\n"_s);
        writing.press(QKeySequence::Undo);
        QCOMPARE(writing.marked(), u"- one‸\n"_s);
    }

    void keysAreNoAidsWhileComposing_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QKeySequence>("key");
        QTest::newRow("Return continues no list") << u"- one‸\n"_s << QKeySequence(Qt::Key_Return);
        QTest::newRow("Tab indents no item") << u"- one\n- two‸\n"_s << QKeySequence(Qt::Key_Tab);
        QTest::newRow("Tab goes to no other cell") << u"| a‸ | b |\n|---|---|\n"_s << QKeySequence(Qt::Key_Tab);
        QTest::newRow("Backspace removes no marker") << u"- ‸one\n"_s << QKeySequence(Qt::Key_Backspace);
    }
    void keysAreNoAidsWhileComposing()
    {
        QFETCH(QString, before);
        QFETCH(QKeySequence, key);
        Composing aided(before);
        aided.press(key);
        Composing writing(before);
        writing.compose(u"に"_s);
        writing.press(key);
        // Some input methods pass a key on that they have no use for; the widget may take it as a key, never the aids.
        QVERIFY2(writing.marked() != aided.marked(), qPrintable(writing.marked()));
    }

    void nothingIsOfferedWhileComposing()
    {
        Composing writing(u"```‸\n"_s);
        writing.commit(u"g"_s, u"o"_s);
        QVERIFY(!writing.isListOpen());
        writing.commit(u"o"_s);
        QVERIFY(writing.isListOpen());
    }

    void aDeadKeyComposesALetter()
    {
        Composing writing(u"caf‸\n"_s);
        writing.compose(u"´"_s);
        writing.commit(u"é"_s);
        QCOMPARE(writing.marked(), u"café‸\n"_s);
    }

    void anotherLetterReplacesThoseBefore()
    {
        Composing writing(u"한ㄱ‸\n"_s);
        QInputMethodEvent event(QString(), {});
        event.setCommitString(u"그"_s, -1, 1);
        writing.send(event);
        QCOMPARE(writing.marked(), u"한그‸\n"_s);
    }

    void nothingReachesIntoAHiddenHead()
    {
        Writing writing(u"‸one\n"_s, "---\ntitle: t\n---\n"_ba);
        QInputMethodEvent event(QString(), {});
        event.setCommitString(u"x"_s, -3, 3);
        QCoreApplication::sendEvent(&writing.editor(), &event);
        QVERIFY(writing.document().bytes().startsWith("---\ntitle: t\n---\n"));
    }

    void theMethodIsToldWhereTheCaretIs()
    {
        Composing writing(u"one two‸ three\n"_s);
        QCOMPARE(writing.editor().inputMethodQuery(Qt::ImCursorPosition).toInt(), 7);
        QCOMPARE(writing.editor().inputMethodQuery(Qt::ImSurroundingText).toString(), u"one two three"_s);
        const QRectF caret = writing.editor().inputMethodQuery(Qt::ImCursorRectangle).toRectF();
        QVERIFY(writing.editor().rect().toRectF().contains(caret.center()));
        QVERIFY(caret.x() > 20);
    }

    void eachParagraphRunsItsOwnWay_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isRightToLeft");
        QTest::newRow("Latin") << u"one two"_s << false;
        QTest::newRow("Hebrew") << u"שלום עולם"_s << true;
        QTest::newRow("Arabic") << u"مرحبا بالعالم"_s << true;
        QTest::newRow("Hebrew heading") << u"## שלום"_s << true;
        QTest::newRow("Arabic item") << u"- مرحبا"_s << true;
        QTest::newRow("Hebrew with a Latin word") << u"שלום world"_s << true;
        QTest::newRow("Latin with a Hebrew word") << u"hello עולם"_s << false;
        QTest::newRow("digits") << u"123"_s << false;
    }
    void eachParagraphRunsItsOwnWay()
    {
        QFETCH(QString, line);
        QFETCH(bool, isRightToLeft);
        Writing writing(u"first\n\n"_s + line + u"‸\n\nlast\n"_s);
        const QTextBlock block = writing.editor().textCursor().block();
        writing.editor().document()->documentLayout()->blockBoundingRect(block); // lays it out
        QCOMPARE(block.layout()->textOption().textDirection(), Qt::LayoutDirectionAuto);
        const QTextLine text = block.layout()->lineAt(0);
        const double left = text.naturalTextRect().left();
        QCOMPARE(left > writing.editor().viewport()->width() / 3.0, isRightToLeft);
        // The caret at the text's end is at the end towards which it runs.
        const double end = text.cursorToX(static_cast<int>(line.size()));
        if (isRightToLeft && !line.endsWith(u'd'))
            QVERIFY(std::abs(end - text.naturalTextRect().left()) < 3);
        QCOMPARE(writing.editor().document()->firstBlock().layout()->lineAt(0).naturalTextRect().left() < 20, true);
    }

    void arrowsGoWhereTheyPoint()
    {
        Writing writing(u"שלו‸ם\n"_s);
        const int before = writing.editor().cursorRect().x();
        writing.press(QKeySequence(Qt::Key_Left));
        QVERIFY(writing.editor().cursorRect().x() < before);
    }
};

QTEST_MAIN(TestComposing)
#include "tst_composing.moc"
