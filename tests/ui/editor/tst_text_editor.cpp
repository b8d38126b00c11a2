// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_editor.h"

#include "ui/editor/file_document.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/syntax.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

const QByteArray post = "---\ntitle: needle\n---\nOne needle.\nTwo needles.\n"_ba;

struct Editing {
    FileDocument document { SitePath::literal(u"posts/a.md"), post };
    TextEditor editor;

    Editing()
    {
        document.setHeadHidden(true);
        editor.resize(700, 500);
        editor.show(&document);
        editor.QWidget::show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("no window");
        editor.setFocus();
    }
    ~Editing() { editor.show(nullptr); }

    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&editor, key, modifiers); }
};

} // namespace

class TestTextEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCaretStaysInTheBody_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("up") << QKeySequence(Qt::Key_Up);
        QTest::newRow("left") << QKeySequence(Qt::Key_Left);
        QTest::newRow("to the start") << QKeySequence(Qt::CTRL | Qt::Key_Home);
        QTest::newRow("a page up") << QKeySequence(Qt::Key_PageUp);
        QTest::newRow("a word back") << QKeySequence(Qt::CTRL | Qt::Key_Left);
    }
    void theCaretStaysInTheBody()
    {
        QFETCH(QKeySequence, keys);
        Editing editing;
        const auto key = keys[0];
        QTest::keyClick(&editing.editor, key.key(), key.keyboardModifiers());
        QCOMPARE(editing.editor.textCursor().position(), editing.document.bodyPosition());
        QTest::keyClicks(&editing.editor, u"X"_s);
        QVERIFY(editing.document.bytes().startsWith("---\ntitle: needle\n---\nXOne"));
    }

    void nothingBeforeTheBodyCanBeDeleted_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("backspace") << QKeySequence(Qt::Key_Backspace);
        QTest::newRow("shift+backspace") << QKeySequence(Qt::SHIFT | Qt::Key_Backspace);
        QTest::newRow("ctrl+backspace") << QKeySequence(Qt::CTRL | Qt::Key_Backspace);
    }
    void nothingBeforeTheBodyCanBeDeleted()
    {
        QFETCH(QKeySequence, keys);
        Editing editing;
        QTest::keyClick(&editing.editor, keys[0].key(), keys[0].keyboardModifiers());
        QCOMPARE(editing.document.bytes(), post);
    }

    void everythingIsTheBody()
    {
        Editing editing;
        editing.keys(Qt::Key_A, Qt::ControlModifier);
        editing.keys(Qt::Key_Delete);
        QCOMPARE(editing.document.bytes(), "---\ntitle: needle\n---\n"_ba);
        editing.editor.undo();
        QCOMPARE(editing.document.bytes(), post);
    }

    void linesAreTheFiles()
    {
        Editing editing;
        QCOMPARE(editing.editor.line(), 4);
        editing.editor.goTo(5, 5);
        QCOMPARE(editing.editor.line(), 5);
        QCOMPARE(editing.editor.column(), 5);
        editing.editor.goTo(1);
        QCOMPARE(editing.editor.line(), 4);
    }

    void columnsCountCharacters()
    {
        FileDocument document(SitePath::literal(u"a.md"), "😀x\n"_ba);
        TextEditor editor;
        editor.show(&document);
        editor.goTo(1, 2);
        QCOMPARE(editor.textCursor().position(), 2);
        QCOMPARE(editor.column(), 2);
        editor.show(nullptr);
    }

    void copiesNoBreakSpaces()
    {
        FileDocument document(SitePath::literal(u"a.md"), "a\u00A0b\nc\n"_ba);
        TextEditor editor;
        editor.show(&document);
        editor.selectAll();
        editor.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a\u00A0b\nc\n"_s);
        editor.show(nullptr);
    }

    void pastesCrlfAsLines()
    {
        Editing editing;
        QGuiApplication::clipboard()->setText(u"x\r\ny\r\n"_s);
        editing.editor.paste();
        QVERIFY(editing.document.bytes().contains("---\nx\ny\nOne needle."));
    }

    void aClickBetweenLinesGoesToTheNearestPlace()
    {
        Editing editing;
        const QRect caret = editing.editor.cursorRect();
        QTest::mouseClick(editing.editor.viewport(), Qt::LeftButton, {}, QPoint(caret.left() + 1, caret.top() - 2));
        QCOMPARE(editing.editor.line(), 4);
        QCOMPARE(editing.editor.column(), 1);
    }

    void eachDocumentKeepsItsPlaceAndHistory()
    {
        Editing editing;
        FileDocument other(SitePath::literal(u"b.md"), "Other.\n"_ba);
        editing.editor.goTo(5, 4);
        QTest::keyClicks(&editing.editor, u"!"_s);
        editing.editor.show(&other);
        QTest::keyClicks(&editing.editor, u"Z"_s);
        editing.editor.show(&editing.document);
        QCOMPARE(editing.editor.line(), 5);
        QCOMPARE(editing.editor.column(), 5);
        editing.editor.undo();
        QCOMPARE(editing.document.bytes(), post);
        QCOMPARE(other.bytes(), "ZOther.\n"_ba);
        editing.editor.show(nullptr);
    }

    void leavesALongTextFromItsMiddle()
    {
        Editing editing;
        FileDocument other(
            SitePath::literal(u"long.md"),
            "---\ntitle: Long\n---\n"
                + QByteArray("Words that need more than a line where they are shown. ").repeated(4).append('\n').repeated(20'000));
        other.setHeadHidden(true);
        Syntax syntax;
        syntax.colour(other);
        editing.editor.show(&other);
        editing.editor.goTo(10'000);
        QTest::keyClicks(&editing.editor, u"x"_s);
        editing.editor.undo();
        QTest::qWait(200); // lines are counted as they are coloured
        const int top = editing.editor.firstVisibleLine();
        QVERIFY(top > 9'000);
        editing.editor.show(nullptr);
        editing.editor.show(&other);
        QCOMPARE(editing.editor.firstVisibleLine(), top);
        editing.editor.show(&editing.document);
        QCOMPARE(editing.editor.firstVisibleLine(), 4);
    }

    void aTextThatGoesIsNoLongerShown()
    {
        Editing editing;
        {
            FileDocument other(SitePath::literal(u"other.md"), "Other.\n"_ba);
            editing.editor.show(&other);
        }
        QCOMPARE(editing.editor.toPlainText(), QString());
        QVERIFY(editing.editor.isReadOnly());
        QTest::keyClicks(&editing.editor, u"x"_s);
        editing.editor.show(nullptr);
    }

    void findsInTheBodyOnlyAndGoesRound()
    {
        Editing editing;
        FindBar bar(editing.editor);
        bar.openForFind();
        bar.findChild<QLineEdit *>()->setText(u"NEEDLE"_s);
        QCOMPARE(editing.editor.line(), 4);
        bar.findNext();
        QCOMPARE(editing.editor.line(), 5);
        bar.findNext();
        QCOMPARE(editing.editor.line(), 4);
        bar.findPrevious();
        QCOMPARE(editing.editor.line(), 5);
    }

    void replacesInTheBodyAsOneStep()
    {
        Editing editing;
        FindBar bar(editing.editor);
        bar.openForReplace();
        const auto fields = bar.findChildren<QLineEdit *>();
        fields.at(0)->setText(u"needle"_s);
        fields.at(1)->setText(u"needle needle"_s); // what was put in is not looked at again
        bar.replaceAll();
        QCOMPARE(editing.document.bytes(), "---\ntitle: needle\n---\nOne needle needle.\nTwo needle needles.\n"_ba);
        editing.editor.undo();
        QCOMPARE(editing.document.bytes(), post);
    }

    void replacesWithWhatGroupsFound_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("groups") << u"(\\w+) needle(s?)"_s << u"$2needle of ${1}$$"_s << "needle of One$.\nsneedle of Two$.\n"_ba;
        QTest::newRow("the begin of each line, once") << u"^\\w"_s << u""_s << "ne needle.\nwo needles.\n"_ba;
        QTest::newRow("a new line") << u" (needle)"_s << u"\\n$1"_s << "One\nneedle.\nTwo\nneedles.\n"_ba;
        QTest::newRow("either of two") << u"One|Two"_s << u"x"_s << "x needle.\nx needles.\n"_ba;
        QTest::newRow("what matches nothing, too") << u"x*"_s << u"y"_s << "One needle.\nTwo needles.\n"_ba;
        QTest::newRow("not valid") << u"(needle"_s << u"y"_s << "One needle.\nTwo needles.\n"_ba;
        QTest::newRow("tries for ever") << u"(([a-zA-Z ]+)+)+;"_s << u"y"_s << "One needle.\nTwo needles.\n"_ba;
    }

    void replacesWithWhatGroupsFound()
    {
        QFETCH(QString, find);
        QFETCH(QString, replacement);
        Editing editing;
        FindBar bar(editing.editor);
        bar.openForReplace();
        for (QToolButton *toggle : bar.findChildren<QToolButton *>()) {
            if (toggle->text() == u".*"_s)
                toggle->click();
        }
        const auto fields = bar.findChildren<QLineEdit *>();
        fields.at(0)->setText(find);
        fields.at(1)->setText(replacement);
        bar.replaceAll();
        QTEST(editing.document.bytes().mid(post.indexOf("One")), "body");
    }

    void replacesOneAfterTheOther()
    {
        Editing editing;
        FindBar bar(editing.editor);
        bar.openForReplace();
        const auto fields = bar.findChildren<QLineEdit *>();
        fields.at(0)->setText(u"needle"_s);
        fields.at(1)->setText(u"pin"_s);
        bar.replaceOne();
        QCOMPARE(editing.document.bytes(), "---\ntitle: needle\n---\nOne pin.\nTwo needles.\n"_ba);
        QCOMPARE(editing.editor.textCursor().selectedText(), u"needle"_s);
        bar.replaceOne();
        QCOMPARE(editing.document.bytes(), "---\ntitle: needle\n---\nOne pin.\nTwo pins.\n"_ba);
    }
};

QTEST_MAIN(TestTextEditor)
#include "tst_text_editor.moc"
