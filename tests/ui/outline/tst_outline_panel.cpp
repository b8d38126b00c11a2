// SPDX-License-Identifier: GPL-3.0-or-later

// The outline beside the editor, in the real window.
#include "ui/outline/outline_panel.h"

#include "ui/editor/file_document.h"
#include "ui/editor/folding.h"
#include "ui/finder/command_list.h"
#include "ui/outline/outline_list.h"
#include "ui/site_window.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString post = u"posts/2024-05-01-first.md"_s;
const QByteArray head = "---\ntitle: First\ndate: 2024-05-01\n---\n"_ba;
const QByteArray body = "Intro.\n\n## One\n\none\n\n### Inner\n\ninner\n\n> ## Quoted\n\nTwo\n---\n\ntwo\n\n## Three\n\nthree\n"_ba;

/// The window with one post, the outline shown.
struct Window : test::SiteWindow {
    explicit Window(const QByteArray &text = body)
    {
        site.write(post, head + text);
        site.write(u"posts/2024-04-01-second.md"_s, "---\ntitle: Second\ndate: 2024-04-01\n---\n\nNo heading.\n"_ba);
        settings.setValue(u"switches/outline"_s, true);
        openWindow();
        window->siteView().openFile(SitePath::literal(post));
    }

    [[nodiscard]] OutlinePanel &panel() const { return window->siteView().outline(); }
    [[nodiscard]] OutlineList &list() const { return *panel().findChild<OutlineList *>(); }
    [[nodiscard]] QStringList headings() const
    {
        QStringList names;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            names.append(list().model()->index(row, 0).data().toString());
        return names;
    }
    [[nodiscard]] QString text() const { return QString::fromUtf8(window->siteView().pane().document()->bytes().sliced(head.size())); }
    [[nodiscard]] QString current() const { return list().currentIndex().data().toString(); }
    [[nodiscard]] QString line() const { return editor().textCursor().block().text(); }
    [[nodiscard]] QString absence() const
    {
        for (const QLabel *label : panel().findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                return label->text();
        }
        return {};
    }
    [[nodiscard]] QPoint middleOf(int row) const { return list().visualRect(list().model()->index(row, 0)).center(); }
    /// Drags a heading's row to just above that of another, or below the last.
    void drag(int from, int before, bool drop = true) const
    {
        QWidget *viewport = list().viewport();
        const bool atEnd = before == list().model()->rowCount();
        const QRect row = list().visualRect(list().model()->index(atEnd ? before - 1 : before, 0));
        const QPoint to(row.center().x(), atEnd ? row.bottom() + 3 : row.top() + 2);
        QTest::mousePress(viewport, Qt::LeftButton, {}, middleOf(from));
        QTest::mouseMove(viewport, (middleOf(from) + to) / 2);
        QTest::mouseMove(viewport, to);
        if (drop)
            QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    }
};

const QStringList all { u"One"_s, u"Inner"_s, u"Quoted"_s, u"Two"_s, u"Three"_s };

} // namespace

class TestOutlinePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheHeadingsAndKeepsToTheCaret()
    {
        const Window window;
        QTRY_COMPARE(window.headings(), all);
        QVERIFY(!window.list().currentIndex().isValid()); // before the first heading
        window.editor().goTo(head.count('\n') + 9); // inner
        QCOMPARE(window.current(), u"Inner"_s);
        window.editor().goTo(head.count('\n') + 16);
        QCOMPARE(window.current(), u"Two"_s);
        window.editor().moveCursor(QTextCursor::EndOfBlock);
        for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Return })
            QTest::keyClick(&window.editor(), key);
        QTest::keyClicks(&window.editor(), u"## New"_s);
        QTRY_COMPARE(window.headings(), (QStringList { u"One"_s, u"Inner"_s, u"Quoted"_s, u"Two"_s, u"New"_s, u"Three"_s }));
        QCOMPARE(window.current(), u"New"_s);
    }

    void goesThere()
    {
        const Window window;
        QTRY_COMPARE(window.headings(), all);
        QTest::mouseClick(window.list().viewport(), Qt::LeftButton, {}, window.middleOf(3));
        QCOMPARE(window.line(), u"Two"_s);
        QVERIFY(window.editor().hasFocus());
        window.panel().setFocus();
        QTest::keyClick(&window.list(), Qt::Key_Up);
        QCOMPARE(window.line(), u"Two"_s); // choosing is not going
        QTest::keyClick(&window.list(), Qt::Key_Return);
        QCOMPARE(window.line(), u"> ## Quoted"_s);
        QVERIFY(window.editor().hasFocus());
        window.panel().setFocus();
        QTest::keyClick(&window.list(), Qt::Key_Escape);
        QVERIFY(window.editor().hasFocus());
    }

    void goesIntoWhatIsFolded()
    {
        const Window window;
        QTRY_COMPARE(window.headings(), all);
        const QTextBlock one = window.editor().document()->findBlockByNumber(static_cast<int>(head.count('\n')) + 2);
        window.editor().folding().toggle(one);
        QVERIFY(window.editor().folding().isFolded(one));
        QCOMPARE(window.headings(), all); // folding is no change of the text
        QTest::mouseClick(window.list().viewport(), Qt::LeftButton, {}, window.middleOf(1));
        QCOMPARE(window.line(), u"### Inner"_s);
        QVERIFY(window.editor().textCursor().block().isVisible());
    }

    void movesSections_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("text"); ///< empty: it stays
        QTest::addColumn<QStringList>("headings");
        QTest::newRow("down, with what is under it")
            << 0 << 4 << u"Intro.\n\nTwo\n---\n\ntwo\n\n## One\n\none\n\n### Inner\n\ninner\n\n> ## Quoted\n\n## Three\n\nthree\n"_s
            << QStringList { u"Two"_s, u"One"_s, u"Inner"_s, u"Quoted"_s, u"Three"_s };
        QTest::newRow("up to the first")
            << 4 << 0 << u"Intro.\n\n## Three\n\nthree\n\n## One\n\none\n\n### Inner\n\ninner\n\n> ## Quoted\n\nTwo\n---\n\ntwo\n"_s
            << QStringList { u"Three"_s, u"One"_s, u"Inner"_s, u"Quoted"_s, u"Two"_s };
        QTest::newRow("to the end, out of its section")
            << 1 << 5 << u"Intro.\n\n## One\n\none\n\nTwo\n---\n\ntwo\n\n## Three\n\nthree\n\n### Inner\n\ninner\n\n> ## Quoted\n"_s
            << QStringList { u"One"_s, u"Two"_s, u"Three"_s, u"Inner"_s, u"Quoted"_s };
        QTest::newRow("nowhere: behind itself") << 3 << 4 << QString() << all;
        QTest::newRow("nowhere: of a quote") << 2 << 0 << QString() << all;
    }
    void movesSections()
    {
        QFETCH(int, from);
        QFETCH(int, before);
        QFETCH(QString, text);
        QFETCH(QStringList, headings);
        const Window window;
        QTRY_COMPARE(window.headings(), all);
        window.drag(from, before);
        QCOMPARE(window.text(), text.isEmpty() ? QString::fromUtf8(body) : text);
        QCOMPARE(window.headings(), headings); // at once
        if (text.isEmpty())
            return;
        QCOMPARE(window.current(), all.at(from)); // where the caret went, too
        QVERIFY(window.line().contains(all.at(from)));
        QTest::keyClick(&window.editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.text(), QString::fromUtf8(body)); // one step
        QTRY_COMPARE(window.headings(), all);
    }

    void aDragCanBeGivenUp()
    {
        const Window window;
        QTRY_COMPARE(window.headings(), all);
        window.drag(0, 4, false);
        QVERIFY(window.list().isDragging());
        QTest::keyClick(&window.list(), Qt::Key_Escape);
        QVERIFY(!window.list().isDragging());
        QTest::mouseRelease(window.list().viewport(), Qt::LeftButton, {}, window.middleOf(4));
        QCOMPARE(window.text(), QString::fromUtf8(body));
    }

    void keysMoveSectionsAsFastAsTheyCome()
    {
        const Window window("## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n"_ba);
        QTRY_COMPARE(window.headings().join(QString()), u"ABCD"_s);
        window.panel().setFocus();
        window.list().setCurrentIndex(window.list().model()->index(0, 0));
        QTest::keyClick(&window.list(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&window.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(window.headings().join(QString()), u"BCAD"_s);
        QCOMPARE(window.text(), u"## B\n\nb\n\n## C\n\nc\n\n## A\n\na\n\n## D\n"_s);
        QTest::keyClick(&window.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(window.text(), u"## B\n\nb\n\n## A\n\na\n\n## C\n\nc\n\n## D\n"_s);
        QCOMPARE(window.current(), u"A"_s);
        QVERIFY(window.list().hasFocus());
    }

    void saysWhyItIsEmpty()
    {
        const Window window;
        QTRY_COMPARE(window.headings(), all);
        window.window->siteView().openFile(SitePath::literal(u"posts/2024-04-01-second.md"));
        QTRY_VERIFY(window.absence().contains(u"no headings"_s));
        window.window->siteView().openFile(SitePath::literal(u"quillway.toml"));
        QTRY_VERIFY(window.absence().contains(u"Markdown"_s));
        window.window->siteView().pane().closeFile();
        QTRY_VERIFY(window.absence().contains(u"No text"_s));
        window.window->siteView().openFile(SitePath::literal(post));
        QTRY_COMPARE(window.headings(), all);
    }

    void isShownAndHiddenByItsCommand()
    {
        const Window window;
        const QList<Command> commands = commandsOf(*window.window->menuBar());
        const auto command = std::ranges::find(commands, u"Outline"_s, &Command::name);
        QVERIFY(command != commands.end());
        QTest::mouseClick(window.panel().findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(!window.panel().isVisible());
        QVERIFY(!command->action->isChecked());
        command->action->trigger();
        QVERIFY(window.panel().isVisible());
        QTRY_VERIFY(window.list().hasFocus());
        command->action->trigger();
        QVERIFY(!window.panel().isVisible());
        QVERIFY(window.editor().hasFocus());
        window.editor().goTo(1); // what is not seen is not read
        command->action->trigger();
        QTRY_COMPARE(window.headings(), all);
    }
};

QTEST_MAIN(TestOutlinePanel)
#include "tst_outline_panel.moc"
