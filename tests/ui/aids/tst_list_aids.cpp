// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/work_timer.h"
#include "ui/aids/writing.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::test;

class TestListAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysInLists_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QString &before, const QKeySequence &keys, const QString &after) {
            QTest::newRow(name) << before << keys << after;
        };
        const QKeySequence enter(Qt::Key_Return);
        const QKeySequence tab(Qt::Key_Tab);
        const QKeySequence shiftTab(Qt::SHIFT | Qt::Key_Backtab);
        const QKeySequence backspace(Qt::Key_Backspace);
        const QKeySequence task(Qt::CTRL | Qt::Key_Return);
        const QKeySequence up(Qt::ALT | Qt::Key_Up);
        const QKeySequence down(Qt::ALT | Qt::Key_Down);

        row("Enter: another bullet", u"- a‸"_s, enter, u"- a\n- ‸"_s);
        row("Enter: another star", u"* a‸"_s, enter, u"* a\n* ‸"_s);
        row("Enter: another plus", u"+ a‸"_s, enter, u"+ a\n+ ‸"_s);
        row("Enter: the keypad's", u"- a‸"_s, QKeySequence(Qt::KeypadModifier | Qt::Key_Enter), u"- a\n- ‸"_s);
        row("Enter: the next number", u"1. a‸"_s, enter, u"1. a\n2. ‸"_s);
        row("Enter: a number with a bracket", u"7) a‸"_s, enter, u"7) a\n8) ‸"_s);
        row("Enter: wide gaps stay", u"-   a‸"_s, enter, u"-   a\n-   ‸"_s);
        row("Enter: a task not done", u"- [x] a‸"_s, enter, u"- [x] a\n- [ ] ‸"_s);
        row("Enter: in the middle of an item", u"- one‸ two"_s, enter, u"- one\n- ‸two"_s);
        row("Enter: before an item's text", u"- ‸one"_s, enter, u"- \n- ‸one"_s);
        row("Enter: over a selection", u"- on⟨e\n- tw‸o"_s, enter, u"- on\n- ‸o"_s);
        row("Enter: a child", u"- a\n  - b‸"_s, enter, u"- a\n  - b\n  - ‸"_s);
        row("Enter: those behind are numbered anew", u"1. a‸\n2. b\n3. c"_s, enter, u"1. a\n2. ‸\n3. b\n4. c"_s);
        row("Enter: a list of ones stays one", u"1. a\n1. b‸\n1. c"_s, enter, u"1. a\n1. b\n1. ‸\n1. c"_s);
        row("Enter: children move with a longer number", u"8. h‸\n9. i\n   - child\n   text"_s, enter,
            u"8. h\n9. ‸\n10. i\n    - child\n    text"_s);
        row("Enter: other lists keep their numbers", u"1. a‸\n\nText\n\n5. e\n7. g"_s, enter, u"1. a\n2. ‸\n\nText\n\n5. e\n7. g"_s);
        row("Enter: on an empty item ends the list", u"- a\n- ‸"_s, enter, u"- a\n‸"_s);
        row("Enter: on an empty task ends the list", u"- [ ] a\n- [ ] ‸"_s, enter, u"- [ ] a\n‸"_s);
        row("Enter: on an empty child leads out", u"1. a\n   - b\n   - ‸\n2. c"_s, enter, u"1. a\n   - b\n2. ‸\n3. c"_s);
        row("Enter: out to a task", u"- [x] a\n  - ‸"_s, enter, u"- [x] a\n- [ ] ‸"_s);
        row("Enter: the quote goes on", u"> a‸b"_s, enter, u"> a\n> ‸b"_s);
        row("Enter: an empty quoted line ends it", u"> a\n> ‸"_s, enter, u"> a\n‸"_s);
        row("Enter: a quote in a quote", u"> > a\n> > ‸"_s, enter, u"> > a\n> ‸"_s);
        row("Enter: a list in a quote", u"> 1. a‸\n> 2. b"_s, enter, u"> 1. a\n> 2. ‸\n> 3. b"_s);
        row("Enter: an item's own paragraph stays its own", u"- a\n\n  text‸"_s, enter, u"- a\n\n  text\n  ‸"_s);
        row("Enter: a rule is no item", u"* * *‸"_s, enter, u"* * *\n‸"_s);
        row("Shift+Enter: a further line of the item", u"1. a‸b"_s, QKeySequence(Qt::SHIFT | Qt::Key_Return), u"1. a\n   ‸b"_s);
        row("Shift+Enter: elsewhere a line", u"a‸b"_s, QKeySequence(Qt::SHIFT | Qt::Key_Return), u"a\n‸b"_s);

        row("Tab: under the item before", u"- a\n- b‸"_s, tab, u"- a\n  - b‸"_s);
        row("Tab: from anywhere in the text", u"- a\n- b‸b"_s, tab, u"- a\n  - b‸b"_s);
        row("Tab: with its children", u"- a\n- b‸\n  - c\n\n  text\n- d"_s, tab, u"- a\n  - b‸\n    - c\n\n    text\n- d"_s);
        row("Tab: the first item has nowhere to go", u"- a‸"_s, tab, u"- a‸"_s);
        row("Tab: numbers begin anew and close up", u"1. a\n2. b‸\n3. c"_s, tab, u"1. a\n   1. b‸\n2. c"_s);
        row("Tab: joins the children that are there", u"1. a\n   - x\n2. b‸"_s, tab, u"1. a\n   - x\n   - b‸"_s);
        row("Tab: all that are selected", u"1. a\n2. ⟨b\n3. c‸\n4. d"_s, tab, u"1. a\n   1. ⟨b\n   2. c‸\n2. d"_s);
        row("Shift+Tab: out from under its parent", u"- a\n  - b‸\n    - c"_s, shiftTab, u"- a\n- b‸\n  - c"_s);
        row("Shift+Tab: becomes one of its parent's list", u"1. a\n   - b‸\n2. c"_s, shiftTab, u"1. a\n2. b‸\n3. c"_s);
        row("Shift+Tab: the outermost stays", u"- a‸"_s, shiftTab, u"- a‸"_s);
        row("Tab: elsewhere it is one", u"a‸"_s, tab, u"a\t‸"_s);

        row("Backspace: the marker goes", u"- ‸a"_s, backspace, u"‸a"_s);
        row("Backspace: with the task's box", u"- [ ] ‸a"_s, backspace, u"‸a"_s);
        row("Backspace: numbers close up", u"1. a\n2. ‸b\n3. c"_s, backspace, u"1. a\n‸b\n2. c"_s);
        row("Backspace: the quote's sign", u"> ‸a"_s, backspace, u"‸a"_s);
        row("Backspace: elsewhere a character", u"- a‸"_s, backspace, u"- ‸"_s);
        row("Delete: items that are selected", u"1. a\n⟨2. b\n‸3. c"_s, QKeySequence(Qt::Key_Delete), u"1. a\n‸2. c"_s);

        row("Ctrl+Enter: done", u"- [ ] a‸"_s, task, u"- [x] a‸"_s);
        row("Ctrl+Enter: not done", u"- [X] a‸"_s, task, u"- [ ] a‸"_s);
        row("Ctrl+Enter: an item becomes a task", u"1. a‸"_s, task, u"1. [ ] a‸"_s);
        row("Ctrl+Enter: a line becomes a task", u"a‸"_s, task, u"- [ ] a‸"_s);
        row("Ctrl+Enter: all that are selected", u"⟨- [ ] a\n- [x] b‸"_s, task, u"⟨- [x] a\n- [x] b‸"_s);

        row("Alt+Down: an item with its children", u"- a‸\n  - x\n- b\n  - y\n- c"_s, down, u"- b\n  - y\n- a‸\n  - x\n- c"_s);
        row("Alt+Up: an item with its children", u"- a\n  - x\n- b‸\n  - y"_s, up, u"- b‸\n  - y\n- a\n  - x"_s);
        row("Alt+Up: numbers stay in order", u"1. a\n2. b‸\n3. c"_s, up, u"1. b‸\n2. a\n3. c"_s);
        row("Alt+Down: over blank lines", u"- a‸\n\n- b\n"_s, down, u"- b\n\n- a‸\n"_s);
        row("Alt+Up: a first child stays with its parent", u"- a\n  - b‸"_s, up, u"- a\n  - b‸"_s);
        row("Alt+Down: lines", u"one‸\ntwo\nthree"_s, down, u"two\none‸\nthree"_s);
        row("Alt+Up: lines that are selected", u"one\nt⟨wo\nthr‸ee"_s, up, u"t⟨wo\nthr‸ee\none"_s);
        row("Alt+Up: the first line stays", u"on‸e\ntwo"_s, up, u"on‸e\ntwo"_s);
        row("Alt+Down: lines of code", u"```\n- b‸\n- a\n```"_s, down, u"```\n- a\n- b‸\n```"_s);

        row("a list of lines", u"⟨a\nb‸"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), u"- ⟨a\n- b‸"_s);
        row("no list of items", u"- ⟨a\n- b‸"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), u"⟨a\nb‸"_s);
        row("numbers for bullets", u"- ⟨a\n  text\n- b‸"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), u"1. ⟨a\n   text\n2. b‸"_s);

        row("code: Enter", u"```\n- a‸\n```"_s, enter, u"```\n- a\n‸\n```"_s);
        row("code: of tildes", u"~~~\n```\n- a‸\n~~~"_s, enter, u"~~~\n```\n- a\n‸\n~~~"_s);
        row("code: behind its end", u"```\nx\n```\n- a‸"_s, enter, u"```\nx\n```\n- a\n- ‸"_s);
        row("code: a quote's ends with it", u"> ```\n- a‸"_s, enter, u"> ```\n- a\n- ‸"_s);
        row("code: no fence in a line of text", u"a ``` b\n- a‸"_s, enter, u"a ``` b\n- a\n- ‸"_s);
        row("code: a backspace", u"```\n- ‸a\n```"_s, backspace, u"```\n-‸a\n```"_s);
    }
    void keysInLists()
    {
        QFETCH(QString, before);
        QFETCH(QKeySequence, keys);
        QFETCH(QString, after);
        compareAid(before, keys, after);
    }

    void codeIsKnownAnewAfterAnEdit()
    {
        Writing writing(u"text\n- a‸"_s);
        writing.press(QKeySequence(Qt::Key_Return));
        QCOMPARE(writing.marked(), u"text\n- a\n- ‸"_s);
        writing.editor().goTo(1);
        writing.type(u"```"_s);
        writing.editor().goTo(2, 4);
        writing.press(QKeySequence(Qt::Key_Return));
        QCOMPARE(writing.marked(), u"```text\n- a\n‸\n- "_s);
    }

    void theHeadIsNoMarkdown()
    {
        Writing writing(u"‸Text.\n"_s, "---\ntags:\n- a\n---\n"_ba);
        writing.press(QKeySequence(Qt::ALT | Qt::Key_Up));
        QCOMPARE(writing.document().bytes(), "---\ntags:\n- a\n---\nText.\n"_ba);
        writing.document().setHeadHidden(false);
        writing.editor().goTo(3, 4);
        writing.press(QKeySequence(Qt::Key_Return));
        QCOMPARE(writing.document().bytes(), "---\ntags:\n- a\n\n---\nText.\n"_ba);
    }

    void whatIsTypedAfterAnAidIsAStepOfItsOwn()
    {
        Writing writing(u"- a‸"_s);
        writing.press(QKeySequence(Qt::Key_Return));
        writing.type(u"b"_s);
        writing.editor().undo();
        QCOMPARE(writing.marked(), u"- a\n- ‸"_s);
        writing.type(u"c"_s);
        writing.editor().undo();
        writing.editor().undo();
        QCOMPARE(writing.marked(), u"- a‸"_s);
        writing.type(u"d"_s);
        writing.editor().undo();
        QCOMPARE(writing.marked(), u"- a‸"_s);
    }

    void aLongTextCostsLittle()
    {
        const QString line = u"Words of a paragraph that is neither short nor long, as there are many in a post.\n\n"_s;
        Writing writing(line.repeated(6'000) + u"1. a‸\n"_s + u"2. b\n"_s.repeated(500) + u'\n' + line.repeated(6'000));
        writing.press(QKeySequence(Qt::Key_Return)); // finds out where code is
        QList<qint64> times;
        for (int i = 0; i < 15; ++i) {
            writing.type(u"x"_s);
            test::WorkTimer clock;
            clock.start();
            writing.press(QKeySequence(Qt::Key_Return));
            times.append(clock.elapsed());
        }
        std::ranges::sort(times);
        qInfo("Enter in a list of 500 items in a text of 1 MB: median %lld ms, most %lld ms", times.at(7), times.last());
        QVERIFY(times.at(7) < 16); // a frame
    }

    void undoOfTheContextMenuGivesTheSelectionBack()
    {
        Writing writing(u"⟨a\nb‸"_s);
        writing.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
        const QString listed = writing.marked();
        QVERIFY(listed != u"⟨a\nb‸"_s);
        const auto choose = [&](const QString &name) {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
            QCoreApplication::sendEvent(&writing.editor(), &event);
            auto *menu = writing.editor().findChild<QMenu *>();
            QVERIFY(menu);
            auto *action = menu->findChild<QAction *>(name);
            QVERIFY(action);
            action->trigger();
            menu->close();
            delete menu;
        };
        choose(u"edit-undo"_s);
        QCOMPARE(writing.marked(), u"⟨a\nb‸"_s);
        choose(u"edit-redo"_s);
        QCOMPARE(writing.marked(), listed);
    }
};

QTEST_MAIN(TestListAids)
#include "tst_list_aids.moc"
