// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/display_width.h"
#include "core/text/writing/table.h"
#include "ui/aids/writing.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

class TestTableAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysInTables_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QKeySequence &keys, const QString &after) {
            QTest::newRow(name) << before << keys << after;
        };
        const QKeySequence tab(Qt::Key_Tab);
        const QKeySequence shiftTab(Qt::SHIFT | Qt::Key_Backtab);
        const QKeySequence enter(Qt::Key_Return);

        row("Tab: the next cell, columns aligned", u"|a‸|b|\n|-|-|\n|long one|d|"_s, tab,
            u"| a        | ⟨b‸   |\n| -------- | --- |\n| long one | d   |"_s);
        row("Tab: from the head to the first row", u"| a | ‸b |\n| - | - |\n| c | d |"_s, tab,
            u"| a   | b   |\n| --- | --- |\n| ⟨c‸   | d   |"_s);
        row("Tab: behind the last cell a new row", u"| a   | b   |\n| --- | --- |\n| c   | d‸   |"_s, tab,
            u"| a   | b   |\n| --- | --- |\n| c   | d   |\n| ‸    |     |"_s);
        row("Tab: from the dashes", u"| a |\n| -‸ |\n| c |"_s, tab, u"| a   |\n| --- |\n| ⟨c‸   |"_s);
        row("Shift+Tab: the cell before", u"| a | b |\n| - | - |\n| ‸c | d |"_s, shiftTab,
            u"| a   | ⟨b‸   |\n| --- | --- |\n| c   | d   |"_s);
        row("Tab: without outer bars", u"a‸ | b\n--- | ---\nc | d"_s, tab, u"| a   | ⟨b‸   |\n| --- | --- |\n| c   | d   |"_s);
        row("Tab: alignment", u"|‸a|b|c|\n|:-|:-:|-:|\n|1234|12345|1234|"_s, tab,
            u"| a    |   ⟨b‸   |    c |\n| :--- | :---: | ---: |\n| 1234 | 12345 | 1234 |"_s);
        row("Tab: escaped bars are text", u"| a\\|b‸ | c |\n|-|-|\n| d | e |"_s, tab,
            u"| a\\|b | ⟨c‸   |\n| ---- | --- |\n| d    | e   |"_s);
        row("Tab: wide characters", u"|日本‸|b|\n|-|-|\n|abcdef|👩‍🚀|"_s, tab,
            u"| 日本   | ⟨b‸   |\n| ------ | --- |\n| abcdef | 👩‍🚀  |"_s);
        row("Tab: missing cells come, excess ones stay", u"|a‸|b|\n|-|-|\n|c|\n|d|e|f|"_s, tab,
            u"| a   | ⟨b‸   |\n| --- | --- |\n| c   |     |\n| d   | e   | f |"_s);
        row("Tab: in a quote", u"> |a‸|b|\n> |-|-|"_s, tab, u"> | a   | ⟨b‸   |\n> | --- | --- |"_s);
        row("Tab: in an item", u"- |a‸|b|\n  |-|-|"_s, tab, u"- | a   | ⟨b‸   |\n  | --- | --- |"_s);
        row("Tab: a table begins", u"Text\n\n| Name | b |‸\n\nMore"_s, tab,
            u"Text\n\n| Name | b   |\n| ---- | --- |\n| ‸     |     |\n\nMore"_s);
        row("Tab: a table begins without its last bar", u"| a | b‸"_s, tab, u"| a   | b   |\n| --- | --- |\n| ‸    |     |"_s);
        row("Tab: a table begins in a quote", u"> Text\n>\n> | a | b | ‸"_s, tab,
            u"> Text\n>\n> | a   | b   |\n> | --- | --- |\n> | ‸    |     |"_s);
        row("Tab: no table of a single cell", u"| a |‸"_s, tab, u"| a |\t‸"_s);
        row("Tab: no table within a line", u"| a‸ | b |"_s, tab, u"| a\t‸ | b |"_s);
        row("Tab: no table in a paragraph", u"Text\n| a | b |‸"_s, tab, u"Text\n| a | b |\t‸"_s);
        row("Tab: no table without dashes", u"a | ‸b\nc | d"_s, tab, u"a | \t‸b\nc | d"_s);
        row("Tab: no table in code", u"```\n|‸a|\n|-|\n```"_s, tab, u"```\n|\t‸a|\n|-|\n```"_s);
        row("Tab: the heads have to be as many as the dashes", u"|a|b‸|\n|-|"_s, tab, u"|a|b\t‸|\n|-|"_s);
        row("Enter: a row below", u"| a |\n| - |\n| b‸ |\n| c |"_s, enter, u"| a   |\n| --- |\n| b   |\n| ‸    |\n| c   |"_s);
        row("Enter: an empty last row ends the table", u"| a   |\n| --- |\n| ‸    |"_s, enter, u"| a   |\n| --- |\n‸"_s);
        row("Enter: before the table a line", u"‸| a |\n| - |"_s, enter, u"\n‸| a |\n| - |"_s);
        row("Alt+Up: a row", u"| a   |\n| --- |\n| b   |\n| c‸   |"_s, QKeySequence(Qt::ALT | Qt::Key_Up),
            u"| a   |\n| --- |\n| ⟨c‸   |\n| b   |"_s);
        row("Alt+Up: not past the head", u"| a |\n| - |\n| b‸ |"_s, QKeySequence(Qt::ALT | Qt::Key_Up), u"| a |\n| - |\n| b‸ |"_s);
        row("a new table", u"Text‸"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
            u"Text\n\n| ‸    |     |\n| --- | --- |\n|     |     |"_s);
    }
    void keysInTables()
    {
        QFETCH(QString, before);
        QFETCH(QKeySequence, keys);
        QFETCH(QString, after);
        compareAid(before, keys, after);
    }

    void commandsInTables_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("after");
        // | a   | b   |
        // | --- | --: |
        // | c   | ‸ d |
        // | e   |   f |
        QTest::newRow("row above") << u"Row &above"_s << u"| a   |   b |\n| --- | --: |\n|     | ‸    |\n| c   |   d |\n| e   |   f |"_s;
        QTest::newRow("row below") << u"Row &below"_s << u"| a   |   b |\n| --- | --: |\n| c   |   d |\n|     | ‸    |\n| e   |   f |"_s;
        QTest::newRow("row away") << u"Remove row"_s << u"| a   |   b |\n| --- | --: |\n| e   |   ⟨f‸ |"_s;
        QTest::newRow("row down") << u"Move row &down"_s << u"| a   |   b |\n| --- | --: |\n| e   |   f |\n| c   |   ⟨d‸ |"_s;
        QTest::newRow("column before") << u"Column be&fore"_s
                                       << u"| a   |     |   b |\n| --- | --- | --: |\n| c   | ‸    |   d |\n| e   |     |   f |"_s;
        QTest::newRow("column behind") << u"Column be&hind"_s
                                       << u"| a   |   b |     |\n| --- | --: | --- |\n| c   |   d | ‸    |\n| e   |   f |     |"_s;
        QTest::newRow("column away") << u"Remove column"_s << u"| a   |\n| --- |\n| ⟨c‸   |\n| e   |"_s;
        QTest::newRow("column back") << u"Move column bac&k"_s << u"|   b | a   |\n| --: | --- |\n|   ⟨d‸ | c   |\n|   f | e   |"_s;
        QTest::newRow("left") << u"Align &left"_s << u"| a   | b   |\n| --- | :-- |\n| c   | ⟨d‸   |\n| e   | f   |"_s;
        QTest::newRow("middle") << u"Align in the &middle"_s << u"| a   |  b  |\n| --- | :-: |\n| c   |  ⟨d‸  |\n| e   |  f  |"_s;
        QTest::newRow("by itself") << u"Align by &itself"_s << u"| a   | b   |\n| --- | --- |\n| c   | ⟨d‸   |\n| e   | f   |"_s;
        QTest::newRow("tidy") << u"&Tidy columns"_s << u"| a   |   b |\n| --- | --: |\n| c   |   ⟨d‸ |\n| e   |   f |"_s;
    }
    void commandsInTables()
    {
        QFETCH(QString, command);
        QFETCH(QString, after);
        const QString before = u"|a|b|\n|-|-:|\n|c|‸d|\n|e|f|"_s;
        Writing writing(before);
        for (QAction *action : writing.editor().writingActions().table) {
            if (action && action->text() == command)
                action->trigger();
        }
        QCOMPARE(writing.marked(), after);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), before);
    }

    void aSpreadsheetsCellsMakeATable_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("after");
        QTest::newRow("cells") << u"‸"_s << u"a\tb\n1\t2\n"_s << u"| a   | b   |\n| --- | --- |\n| 1   | 2   |‸"_s;
        QTest::newRow("CRLF") << u"‸"_s << u"a\tb\r\n1\t2\r\n"_s << u"| a   | b   |\n| --- | --- |\n| 1   | 2   |‸"_s;
        QTest::newRow("in a text") << u"Te‸xt"_s << u"a\tb\n1\t2"_s << u"Te\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |‸\n\nxt"_s;
        QTest::newRow("quoted cells") << u"‸"_s << u"a\t\"x\n\"\"y\"\"\"\n1\t2"_s
                                      << u"| a   | x<br>\"y\" |\n| --- | -------- |\n| 1   | 2        |‸"_s;
        QTest::newRow("bars") << u"‸"_s << u"a|b\tc\n1\t2"_s << u"| a\\|b | c   |\n| ---- | --- |\n| 1    | 2   |‸"_s;
        QTest::newRow("code is none") << u"‸"_s << u"\tif x\n\treturn"_s << u"\tif x\n\treturn‸"_s;
        QTest::newRow("uneven is none") << u"‸"_s << u"a\tb\n1"_s << u"a\tb\n1‸"_s;
        QTest::newRow("a line is none") << u"‸"_s << u"a\tb"_s << u"a\tb‸"_s;
        QTest::newRow("not in code") << u"```\n‸\n```"_s << u"a\tb\n1\t2"_s << u"```\na\tb\n1\t2‸\n```"_s;
    }
    void aSpreadsheetsCellsMakeATable()
    {
        QFETCH(QString, before);
        QFETCH(QString, pasted);
        QFETCH(QString, after);
        Writing writing(before);
        QGuiApplication::clipboard()->setText(pasted);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_V));
        QCOMPARE(writing.marked(), after);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), before);
    }

    void widths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("letters") << u"abc"_s << 3;
        QTest::newRow("accents of their own") << u"e\u0301a"_s << 2;
        QTest::newRow("Han") << u"漢字"_s << 4;
        QTest::newRow("Hangul, as letters") << u"\u1112\u1161\u11ab"_s << 2;
        QTest::newRow("halfwidth") << u"ｱ"_s << 1;
        QTest::newRow("emoji") << u"😀"_s << 2;
        QTest::newRow("a family is one") << u"👩‍👩‍👧"_s << 2;
        QTest::newRow("a flag") << u"🇩🇪"_s << 2;
        QTest::newRow("a skin colour") << u"👍🏽"_s << 2;
        QTest::newRow("a heart as an emoji") << u"❤\uFE0F"_s << 2;
        QTest::newRow("a heart as text") << u"❤"_s << 1;
        QTest::newRow("Greek") << u"αβγ"_s << 3;
    }
    void widths()
    {
        QFETCH(QString, text);
        QTEST(text::displayWidth(text), "width");
    }

    void columnsAreAlignedAsTheCaretLeavesACell_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QList<QKeySequence>>("keys");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QList<QKeySequence> &keys, const QString &after) {
            QTest::newRow(name) << before << keys << after;
        };
        const QKeySequence x(Qt::Key_X);
        const QKeySequence left(Qt::Key_Left);
        const QKeySequence right(Qt::Key_Right);
        const QKeySequence up(Qt::Key_Up);
        const QKeySequence down(Qt::Key_Down);
        const QString table = u"| aa‸ | b |\n| - | - |\n| c | d |"_s;

        const QKeySequence home(Qt::Key_Home); // where Up and Down lead to is the font's affair
        row("to the next cell", table, { x, right, right }, u"| aax | ‸b   |\n| --- | --- |\n| c   | d   |"_s);
        row("to the cell below", table, { x, down, home }, u"| aax | b   |\n‸| --- | --- |\n| c   | d   |"_s);
        row("out of the table", u"up\n\n"_s + table, { x, up }, u"up\n‸\n| aax | b   |\n| --- | --- |\n| c   | d   |"_s);
        row("within the cell nothing happens", table, { x, left, left }, u"| a‸ax | b |\n| - | - |\n| c | d |"_s);
        row("nor without an edit", table, { right, right, down, down, home }, u"| aa | b |\n| - | - |\n‸| c | d |"_s);
        row("nor while a cell is made", u"| aa‸\n| - | - |"_s, { QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_Bar), x },
            u"| aa |x‸\n| - | - |"_s);
        row("nor in code", u"```\n"_s + table + u"\n```"_s, { x, down, home }, u"```\n| aax | b |\n‸| - | - |\n| c | d |\n```"_s);
        row("an edit that was undone is none", table, { x, QKeySequence(Qt::CTRL | Qt::Key_Z), down, home },
            u"| aa | b |\n‸| - | - |\n| c | d |"_s);
        row("by deleting forward", u"| a‸aa | b |\n| - | - |"_s, { QKeySequence(Qt::Key_Delete), right, right, right },
            u"| aa  | ‸b   |\n| --- | --- |"_s);
        row("with the selection", table, { x, QKeySequence(Qt::SHIFT | Qt::Key_Right), QKeySequence(Qt::SHIFT | Qt::Key_Right) },
            u"| aax⟨ | ‸b   |\n| --- | --- |\n| c   | d   |"_s);
    }
    void columnsAreAlignedAsTheCaretLeavesACell()
    {
        QFETCH(QString, before);
        QFETCH(QList<QKeySequence>, keys);
        QFETCH(QString, after);
        Writing writing(before);
        for (const QKeySequence &key : std::as_const(keys)) {
            if (key == QKeySequence(Qt::Key_X) || key == QKeySequence(Qt::Key_Bar) || key == QKeySequence(Qt::Key_Space))
                writing.type(key.toString().replace(u"Space"_s, u" "_s).toLower());
            else
                writing.press(key);
            QCoreApplication::processEvents();
        }
        QCOMPARE(writing.marked(), after);
    }

    void aligningIsAStepOfItsOwn()
    {
        Writing writing(u"a\n\n| aa‸ | b |\n| - | - |"_s);
        writing.type(u"x"_s);
        writing.press(QKeySequence(Qt::Key_Up));
        const QString aligned = u"a\n‸\n| aax | b   |\n| --- | --- |"_s;
        QTRY_COMPARE(writing.marked(), aligned);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCOMPARE(writing.marked(), u"a\n‸\n| aax | b |\n| - | - |"_s);
        QCoreApplication::processEvents();
        writing.press(QKeySequence(Qt::Key_Down));
        writing.press(QKeySequence(Qt::Key_Down));
        QCoreApplication::processEvents();
        QCOMPARE(writing.marked(), u"a\n\n| aax | b |\n‸| - | - |"_s); // not again
        writing.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
        QCoreApplication::processEvents();
        QCOMPARE(writing.marked(), aligned);
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        writing.press(QKeySequence(Qt::CTRL | Qt::Key_Z));
        QCoreApplication::processEvents();
        QCOMPARE(writing.marked().remove(u'‸'), u"a\n\n| aa | b |\n| - | - |"_s);
    }

    void aClickElsewhereAlignsOnceTheButtonIsUp()
    {
        Writing writing(u"a\n\n| aa‸ | b |\n| - | - |"_s);
        writing.type(u"x"_s);
        const QPoint place = writing.editor().cursorRect(QTextCursor(writing.editor().document())).center();
        QTest::mousePress(writing.editor().viewport(), Qt::LeftButton, {}, place);
        QCoreApplication::processEvents();
        QCOMPARE(writing.marked(), u"‸a\n\n| aax | b |\n| - | - |"_s);
        QTest::mouseRelease(writing.editor().viewport(), Qt::LeftButton, {}, place);
        QTRY_COMPARE(writing.marked(), u"‸a\n\n| aax | b   |\n| --- | --- |"_s);
    }

    /// What is written into the head by the form, or merged from another program's change, is no edit of the table the caret stands in.
    void anEditElsewhereLeavesTheTableAsItIs()
    {
        Writing writing(u"a\n\n| aa‸ | b |\n| - | - |"_s);
        writing.document().replaceBytes("b\n\n| aa | b |\n| - | - |"_ba);
        writing.press(QKeySequence(Qt::Key_Up));
        QCoreApplication::processEvents();
        QCOMPARE(writing.marked(), u"b\n‸\n| aa | b |\n| - | - |"_s);
    }

    void aLargeTableIsAlignedInTime()
    {
        Writing writing(u"|a|b|c|‸\n|-|-|-|\n"_s + u"|some words|日本語|1234567890|\n"_s.repeated(800));
        QElapsedTimer clock;
        clock.start();
        writing.press(QKeySequence(Qt::Key_Tab));
        qInfo("aligning 800 rows: %lld ms", clock.elapsed());
        clock.start();
        writing.press(QKeySequence(Qt::Key_Tab));
        qInfo("the next cell: %lld ms", clock.elapsed());
        QVERIFY(writing.marked().startsWith(u"| a          |"));
    }
};

QTEST_MAIN(TestTableAids)
#include "tst_table_aids.moc"
