// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/focus_mode.h"
#include "ui/editor/typewriter.h"

#include "ui/editor/file_document.h"
#include "ui/editor/text_editor.h"

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

/// `text` with the caret at `|`, and with a selection from `^` to it.
struct Marked {
    QTextDocument document;
    QTextCursor cursor { &document };

    explicit Marked(QString text)
    {
        const auto anchor = static_cast<int>(text.indexOf(u'^'));
        text.remove(u'^');
        const auto caret = static_cast<int>(text.indexOf(u'|'));
        text.remove(u'|');
        document.setPlainText(text);
        cursor.setPosition(anchor < 0 ? caret : anchor);
        cursor.setPosition(caret, QTextCursor::KeepAnchor);
    }
    [[nodiscard]] QString part(const TextRange &range) const { return document.toPlainText().sliced(range.from, range.to - range.from); }
};

QByteArray lines(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += "Line " + QByteArray::number(i) + " of the text.\n";
    return text;
}

struct Editing {
    FileDocument document;
    TextEditor editor;

    explicit Editing(const QByteArray &text, WritingMode mode)
        : document(SitePath::literal(u"posts/a.md"), text)
    {
        editor.resize(800, 600);
        editor.show(&document);
        editor.QWidget::show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("no window");
        editor.setFocus();
        editor.setWritingMode(mode);
    }
    ~Editing() { editor.show(nullptr); }

    /// How far the caret's middle is from the editor's, in pixels.
    [[nodiscard]] int offMiddle() const
    {
        return editor.viewport()->mapTo(&editor, editor.cursorRect().center()).y() - editor.height() / 2;
    }
    [[nodiscard]] int step() const { return editor.cursorRect().height() * 3 / 2; }
    /// The darkest ink in the band of a line that is seen.
    [[nodiscard]] int darkest(int line) const
    {
        QTextCursor cursor(editor.document()->findBlockByNumber(line - 1));
        const QRect top = editor.cursorRect(cursor);
        const QImage image = editor.viewport()->grab(QRect(0, top.top(), editor.viewport()->width(), top.height())).toImage();
        int least = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                least = std::min(least, qGray(image.pixel(x, y)));
        }
        return least;
    }
};

constexpr WritingMode typewriter { .focus = Focus::Everything, .typewriter = true };

} // namespace

class TestWritingModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheParagraph_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bright");
        QTest::newRow("between blank lines") << u"one\n\ntwo\nt|wo\n\nthree"_s << u"two\ntwo"_s;
        QTest::newRow("at its first character") << u"one\n\n|two\ntwo\n\nthree"_s << u"two\ntwo"_s;
        QTest::newRow("at its end") << u"one\n\ntwo|\n\nthree"_s << u"two"_s;
        QTest::newRow("a blank line") << u"one\n|\ntwo"_s << u""_s;
        QTest::newRow("blanks are blank") << u"one\n  \ntw|o\n\t\nthree"_s << u"two"_s;
        QTest::newRow("a heading by itself") << u"# He|ad\ntext"_s << u"# Head"_s;
        QTest::newRow("below a heading") << u"# Head\nte|xt\ntext"_s << u"text\ntext"_s;
        QTest::newRow("a hash sign without a blank is text") << u"#go\nte|xt"_s << u"#go\ntext"_s;
        QTest::newRow("an item") << u"- one\n- t|wo\n  more\n- three"_s << u"- two\n  more"_s;
        QTest::newRow("a quote below text") << u"text\n> qu|ote\n> quote"_s << u"> quote\n> quote"_s;
        QTest::newRow("all that is selected") << u"one\n\n^two\n\nth|ree\n\nfour"_s << u"two\n\nthree"_s;
        QTest::newRow("nothing") << u"|"_s << u""_s;
    }
    void findsTheParagraph()
    {
        QFETCH(QString, text);
        const Marked marked(text);
        QTEST(marked.part(brightRange(marked.cursor, Focus::Paragraph)), "bright");
    }

    void findsTheSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bright");
        QTest::newRow("the first") << u"One o|ne. Two two. Three."_s << u"One one. "_s;
        QTest::newRow("the second") << u"One one. Tw|o two. Three."_s << u"Two two. "_s;
        QTest::newRow("at its start") << u"One one. |Two two. Three."_s << u"Two two. "_s;
        QTest::newRow("at the very end") << u"One one. Two two.|"_s << u"Two two."_s;
        QTest::newRow("over line ends") << u"One\none. Two\ntw|o two. Three."_s << u"Two\ntwo two. "_s;
        QTest::newRow("not beyond the paragraph") << u"One\n\nTw|o\n\nThree"_s << u"Two"_s;
        QTest::newRow("an abbreviation") << u"See e.g. th|is one. Two."_s << u"See e.g. this one. "_s;
        QTest::newRow("question") << u"What? Wh|o! Me."_s << u"Who! "_s;
        QTest::newRow("Japanese") << u"一つ。二|つ。三つ。"_s << u"二つ。"_s;
        QTest::newRow("a blank line") << u"one\n|\ntwo"_s << u""_s;
    }
    void findsTheSentence()
    {
        QFETCH(QString, text);
        const Marked marked(text);
        QTEST(marked.part(brightRange(marked.cursor, Focus::Sentence)), "bright");
    }

    void hugeTextsCostNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one line") << QString(5'000'000, u'x');
        QTest::newRow("one paragraph") << u"xx\n"_s.repeated(500'000);
    }
    void hugeTextsCostNothing()
    {
        QFETCH(QString, text);
        QTextDocument document;
        document.setPlainText(text);
        QTextCursor cursor(&document);
        cursor.setPosition(static_cast<int>(text.size() / 2));
        for (const Focus focus : { Focus::Paragraph, Focus::Sentence }) {
            const TextRange bright = brightRange(cursor, focus);
            QVERIFY(bright.from <= cursor.position() && bright.to >= cursor.position());
            QVERIFY(focus == Focus::Paragraph || bright.to - bright.from < 20'000);
        }
    }

    void theRestIsDimmed()
    {
        Editing editing("One.\n\nTwo.\n\nThree.\n"_ba, {});
        editing.editor.goTo(3);
        const int usual = editing.darkest(1);
        QCOMPARE_LT(usual, 100);
        editing.editor.setWritingMode({ .focus = Focus::Paragraph });
        QCOMPARE_GT(editing.darkest(1), 120);
        QCOMPARE_LT(editing.darkest(3), 100);
        QCOMPARE_GT(editing.darkest(5), 120);
        QTest::keyClick(&editing.editor, Qt::Key_Down);
        QTest::keyClick(&editing.editor, Qt::Key_Down);
        QCOMPARE_GT(editing.darkest(3), 120);
        QCOMPARE_LT(editing.darkest(5), 100);
        editing.editor.setWritingMode({});
        QCOMPARE(editing.darkest(1), usual);
    }

    void theCaretStaysInTheMiddle_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("at the start") << 1 << QKeySequence(Qt::Key_Right);
        QTest::newRow("near the start") << 2 << QKeySequence(Qt::Key_Down);
        QTest::newRow("down") << 100 << QKeySequence(Qt::Key_Down);
        QTest::newRow("up") << 100 << QKeySequence(Qt::Key_Up);
        QTest::newRow("a page down") << 100 << QKeySequence(Qt::Key_PageDown);
        QTest::newRow("to the end") << 100 << QKeySequence(Qt::CTRL | Qt::Key_End);
        QTest::newRow("to the start") << 100 << QKeySequence(Qt::CTRL | Qt::Key_Home);
        QTest::newRow("a new line") << 100 << QKeySequence(Qt::Key_Return);
        QTest::newRow("a new line at the end") << 200 << QKeySequence(Qt::Key_Return);
    }
    void theCaretStaysInTheMiddle()
    {
        QFETCH(int, start);
        QFETCH(QKeySequence, keys);
        Editing editing(lines(200), typewriter);
        editing.editor.goTo(start);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&editing.editor, keys[0].key(), keys[0].keyboardModifiers());
        QVERIFY2(std::abs(editing.offMiddle()) < editing.step(), qPrintable(QString::number(editing.offMiddle())));
    }

    void theCaretStaysInTheMiddleOfAWrappedParagraph()
    {
        Editing editing("word "_ba.repeated(3000), typewriter);
        QTest::keyClick(&editing.editor, Qt::Key_End, Qt::ControlModifier);
        QVERIFY2(std::abs(editing.offMiddle()) < editing.step(), qPrintable(QString::number(editing.offMiddle())));
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(&editing.editor, Qt::Key_Up);
        QVERIFY2(std::abs(editing.offMiddle()) < editing.step(), qPrintable(QString::number(editing.offMiddle())));
    }

    void theCaretStaysInTheMiddleWhenTheWindowChanges()
    {
        Editing editing(lines(200), typewriter);
        editing.editor.goTo(100);
        editing.editor.resize(800, 300);
        QTRY_VERIFY(std::abs(editing.offMiddle()) < editing.step());
        editing.editor.resize(800, 900);
        QTRY_VERIFY(std::abs(editing.offMiddle()) < editing.step());
    }

    void aClickMovesNothing()
    {
        Editing editing(lines(200), typewriter);
        editing.editor.goTo(100);
        QTest::keyClick(&editing.editor, Qt::Key_Right);
        const int top = editing.editor.verticalScrollBar()->value();
        QTest::mouseClick(editing.editor.viewport(), Qt::LeftButton, {}, QPoint(40, 30));
        QVERIFY(editing.editor.line() != 100);
        QCOMPARE(editing.editor.verticalScrollBar()->value(), top);
        QTest::keyClick(&editing.editor, Qt::Key_Right);
        QVERIFY(std::abs(editing.offMiddle()) < editing.step());
    }

    void theRoomAboveTheTextIsScrolledAway()
    {
        Editing editing(lines(200), typewriter);
        editing.editor.goTo(1);
        QTest::keyClick(&editing.editor, Qt::Key_Right);
        QCOMPARE_GT(editing.editor.viewport()->y(), 200);
        const auto turn = [&](int eighths) {
            const QPointF place(20, 20);
            QWheelEvent event(place, editing.editor.viewport()->mapToGlobal(place), {}, { 0, eighths }, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(editing.editor.viewport(), &event);
        };
        turn(-240);
        QCOMPARE_LT(editing.editor.viewport()->y(), 250);
        QCOMPARE(editing.editor.verticalScrollBar()->value(), 0);
        for (int i = 0; i < 20; ++i)
            turn(-240);
        QCOMPARE_LT(editing.editor.viewport()->y(), 20);
        QCOMPARE_GT(editing.editor.verticalScrollBar()->value(), 0);
        for (int i = 0; i < 40; ++i)
            turn(240);
        QCOMPARE_GT(editing.editor.viewport()->y(), 200);
    }

    void switchedOffItLeavesNoRoom()
    {
        Editing editing(lines(5), typewriter);
        editing.editor.setWritingMode({});
        QCOMPARE_LT(editing.editor.viewport()->y(), 20);
        QVERIFY(!editing.editor.centerOnScroll());
    }
};

QTEST_MAIN(TestWritingModes)
#include "tst_writing_modes.moc"
