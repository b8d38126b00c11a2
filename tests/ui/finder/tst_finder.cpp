// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder.h"

#include "ui/finder/command_list.h"
#include "ui/finder/finder_popup.h"
#include "ui/posts/post_list.h"
#include "ui/site_window.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString pools = u"posts/2024-05-01-pools.md"_s;
const QString cafe = u"posts/2024-04-01-cafe.md"_s;

QByteArray longText()
{
    QByteArray text =
        "---\ntitle: Worker Pools\ndate: 2024-05-01\ntags: [go, concurrency]\n---\n\nA pool bounds the load.\n\n## Sizing\n\n";
    for (int i = 1; i <= 60; ++i)
        text += "Paragraph " + QByteArray::number(i) + " of many.\n\n";
    return text + "## Shutting down\n\nClose the channel, *then* wait for the gophers.\n\n```go\nclose(jobs)\n```\n";
}

/// The window with a small site, without the preview (which has tests of its own), the keys going to whoever has the focus.
struct Window : test::SiteWindow {
    explicit Window(bool withSite = true)
    {
        window = std::make_unique<MainWindow>(files, settings);
        if (withSite)
            openSite();
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window does not show");
        window->activateWindow();
    }

    void openSite()
    {
        site.write(pools, longText());
        site.write(cafe, "---\ntitle: Café Größe\ndate: 2024-04-01\ndraft: true\n---\n\nA pool of coffee.\n"_ba);
        site.write(u"posts/2024-03-01-third.md"_s, "---\ntitle: Third\ndate: 2024-03-01\ntags: [go]\n---\n\nNothing to see.\n"_ba);
        site.write(u"pages/about.md"_s, "---\ntitle: About\n---\n\nWritten by a gardener.\n"_ba);
        site.write(u"topics/go.md"_s, "---\ntitle: Go in depth\n---\n"_ba);
        QSignalSpy loaded(&window->workspace(), &workspace::Workspace::loaded);
        window->openSite(site.path());
        if (!loaded.wait(patience))
            qFatal("the site does not open");
    }

    [[nodiscard]] FinderPopup &popup() const { return window->finder().popup(); }
    [[nodiscard]] QString file() const { return window->siteView().pane().file()->toString(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }

    [[nodiscard]] QStringList rows() const
    {
        QStringList list;
        for (int row = 0; row < popup().model().rowCount(); ++row)
            list.append(popup().model().item(row).text.text);
        return list;
    }
    [[nodiscard]] QString marked(int row) const
    {
        const search::MarkedText &text = popup().model().item(row).text;
        QString marked;
        for (const search::Mark &mark : text.marks)
            marked += text.text.sliced(mark.begin, mark.length) + u'|';
        return marked;
    }
};

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

class TestFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryOfTheMenusIsFoundByItsName()
    {
        const Window window;
        QList<QAction *> actions;
        for (QMenu *menu : window.window->menuBar()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (!action->isSeparator() && !action->menu() && menu->title() != u"Open &recent")
                    actions.append(action);
            }
        }
        QVERIFY(actions.size() > 30);
        window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        for (const QAction *action : std::as_const(actions)) {
            const QString name = plain(action->text());
            window.popup().field().setText(u">"_s);
            window.type(QString(name).remove(u'…')); // no key types it
            QVERIFY2(window.rows().first(std::min<qsizetype>(3, window.rows().size())).contains(name), qPrintable(name));
            const qsizetype row = window.rows().indexOf(name);
            QCOMPARE(window.popup().model().item(int(row)).enabled, action->isEnabled());
            QVERIFY(window.popup().model().item(int(row)).hint.endsWith(action->shortcut().toString(QKeySequence::NativeText)));
        }
    }

    void withoutATypedWordAllCommandsAreThere()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.rows().size(), commandsOf(*window.window->menuBar()).size());
        QVERIFY(window.rows().contains(u"Open site…"_s));
    }

    void runsTheChosenCommandAndPutsItFirstNextTime()
    {
        const Window window;
        window.editor().setFocus();
        window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.popup().field().text(), u">"_s);
        window.type(u"whole file"_s);
        window.key(Qt::Key_Return);
        QVERIFY(window.popup().isHidden());
        QVERIFY(window.window->siteView().pane().isRaw());
        QVERIFY(window.editor().hasFocus());
        window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.rows().constFirst(), u"The whole file, properties as text"_s);
        QVERIFY(window.popup().model().item(0).hint.startsWith(u"on"));
    }

    void aCommandThatIsOffIsShownAndNotRun()
    {
        const Window window(false);
        window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        window.type(u"export the site"_s);
        QCOMPARE(window.rows().constFirst(), u"Export the site"_s);
        QVERIFY(!window.popup().model().item(0).enabled);
        window.key(Qt::Key_Return);
        QVERIFY(window.popup().isVisible());
    }

    void goesToAPostByParts()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().size(), 3, patience);
        window.type(u"cafgro"_s);
        window.key(Qt::Key_Return); // at once: it waits for the answer
        QTRY_COMPARE_WITH_TIMEOUT(window.file(), cafe, patience);
        QVERIFY(window.popup().isHidden());
        QVERIFY(window.editor().hasFocus());
    }

    void marksWhatWasTyped()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"wopo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().value(0), u"Worker Pools"_s, patience);
        QCOMPARE(window.marked(0), u"Wo|Po|"_s);
    }

    void goesToAHeadingsLine()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"shutting"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().value(0), u"Shutting down"_s, patience);
        window.key(Qt::Key_Return);
        QCOMPARE(window.file(), pools);
        QCOMPARE(window.editor().textCursor().block().text(), u"## Shutting down"_s);
    }

    void theFileBeforeComesFirst()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(cafe));
        window.window->siteView().openFile(SitePath::literal(u"pages/about.md"));
        window.key(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window.rows().size() >= 3, patience);
        QCOMPARE(window.rows().first(2), (QStringList { u"Café Größe"_s, u"Worker Pools"_s }));
        window.key(Qt::Key_Return);
        QCOMPARE(window.file(), cafe);
    }

    void commandsAreAmongTheNames()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"usual size"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().value(0), u"Usual size"_s, patience);
    }

    void findsATagAndShowsItsPosts()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"#"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), (QStringList { u"concurrency"_s, u"go"_s }), patience);
        window.type(u"g"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), QStringList { u"go"_s }, patience);
        window.key(Qt::Key_Return);
        QCOMPARE(window.window->siteView().postList().filterText(), u"tag:go"_s);
        QCOMPARE(window.window->siteView().postList().view().model()->rowCount(), 2);
    }

    void listsTheHeadingsOfTheOpenFile()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(pools));
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"@"_s);
        QCOMPARE(window.rows(), (QStringList { u"Sizing"_s, u"Shutting down"_s }));
        window.key(Qt::Key_Down);
        window.key(Qt::Key_Return);
        QCOMPARE(window.editor().textCursor().block().text(), u"## Shutting down"_s);
    }

    void goesToALine_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("a line") << u":20"_s << 20 << 1;
        QTest::newRow("with a column") << u":7:3"_s << 7 << 3;
        QTest::newRow("beyond the end") << u":99999"_s << 138 << 1;
        QTest::newRow("by the line's own key") << u"30"_s << 30 << 1;
    }
    void goesToALine()
    {
        QFETCH(QString, typed);
        const Window window;
        window.window->siteView().openFile(SitePath::literal(pools));
        const bool own = !typed.startsWith(u':');
        window.key(own ? Qt::Key_G : Qt::Key_P, Qt::ControlModifier);
        window.type(typed);
        window.key(Qt::Key_Return);
        QTEST(window.editor().line(), "line");
        QTEST(window.editor().column(), "column");
    }

    void aNumberThatIsNoneSaysWhatIsWanted()
    {
        const Window window;
        window.key(Qt::Key_G, Qt::ControlModifier);
        window.type(u"x"_s);
        QCOMPARE(window.rows(), QStringList {});
        QVERIFY(window.popup().emptyText().contains(u"138"));
        window.key(Qt::Key_Return);
        QVERIFY(window.popup().isVisible());
    }

    void searchesAllTexts()
    {
        const Window window;
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!window.popup().field().accessibleName().isEmpty());
        window.type(u"gopher"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), (QStringList { u"Worker Pools"_s, u"Close the channel, then wait for the gophers."_s }),
                                  patience);
        QCOMPARE(window.marked(1), u"gophers|"_s);
        window.key(Qt::Key_Down);
        window.key(Qt::Key_Return);
        QCOMPARE(window.file(), pools);
        QCOMPARE(window.editor().textCursor().block().text(), u"Close the channel, *then* wait for the gophers."_s);
        QCOMPARE(window.editor().column(), 40); // before the word
        QVERIFY(window.editor().hasFocus());
    }

    void theSearchIsThereAgain()
    {
        const Window window;
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        window.type(u"pool"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().size(), 4, patience); // two posts, a line in each
        window.key(Qt::Key_Escape);
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.popup().field().selectedText(), u"pool"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().size(), 4, patience);
        window.type(u"gardener"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), (QStringList { u"About"_s, u"Written by a gardener."_s }), patience);
    }

    void searchesWithConditions()
    {
        const Window window;
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        window.type(u"pool is:draft"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), (QStringList { u"Café Größe"_s, u"A pool of coffee."_s }), patience);
    }

    void findsWhatHasJustBeenTyped()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(cafe));
        window.editor().moveCursor(QTextCursor::End);
        QTest::keyClicks(&window.editor(), u"A xylophone."_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.window->workspace().site()->postByFile(SitePath::literal(cafe))->source.contains("xylophone"),
                                 patience);
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        window.type(u"xylo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), (QStringList { u"Café Größe"_s, u"A xylophone."_s }), patience);
    }

    /// A snapshot follows the keys after a moment; the question may be there before it.
    void findsWhatIsInTheSiteOnlyAfterTheQuestion()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(cafe));
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        window.type(u"xylo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.popup().emptyText(), u"Nothing found."_s, patience);
        window.window->workspace().setText(SitePath::literal(cafe), "---\ntitle: Caf\xC3\xA9\n---\n\nA xylophone.\n"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows(), (QStringList { u"Café"_s, u"A xylophone."_s }), patience);
        window.key(Qt::Key_Down);
        window.window->workspace().setText(SitePath::literal(pools), longText() + "More.\n");
        QTRY_VERIFY_WITH_TIMEOUT(window.window->workspace().site()->postByFile(SitePath::literal(pools))->source.endsWith("More.\n"),
                                 patience);
        window.key(Qt::Key_Return); // what was chosen is chosen, whatever is read meanwhile
        QTRY_COMPARE_WITH_TIMEOUT(window.file(), cafe, patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.editor().textCursor().block().text(), u"A xylophone."_s, patience);
    }

    void saysWhereNothingIsFound()
    {
        const Window window;
        window.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window.popup().emptyText().startsWith(u"Words"), patience);
        window.type(u"zzzzz"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.popup().emptyText(), u"Nothing found."_s, patience);
        window.key(Qt::Key_Escape);
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"zzzzz"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.popup().emptyText(), u"Nothing has that name."_s, patience);
    }

    void escapeGivesTheFocusBack()
    {
        const Window window;
        QWidget &list = window.window->siteView().postList().view();
        list.setFocus();
        window.key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(window.popup().field().hasFocus());
        window.key(Qt::Key_Escape);
        QVERIFY(window.popup().isHidden());
        QVERIFY(list.hasFocus());
    }

    void goesAwayWhenTheFocusDoes()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        QTest::mouseClick(window.editor().viewport(), Qt::LeftButton);
        QTRY_VERIFY(window.popup().isHidden());
        QVERIFY(window.editor().hasFocus());
    }

    void theKeysGoRound()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(pools));
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"@"_s);
        QCOMPARE(window.popup().list().currentIndex().row(), 0);
        window.key(Qt::Key_Up);
        QCOMPARE(window.popup().list().currentIndex().row(), 1);
        window.key(Qt::Key_Down);
        QCOMPARE(window.popup().list().currentIndex().row(), 0);
        window.key(Qt::Key_PageDown);
        QCOMPARE(window.popup().list().currentIndex().row(), 1);
    }

    void aClickChooses()
    {
        const Window window;
        window.key(Qt::Key_P, Qt::ControlModifier);
        window.type(u"third"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.rows().value(0), u"Third"_s, patience);
        QListView &list = window.popup().list();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(window.popup().model().index(0)).center());
        QCOMPARE(window.file(), u"posts/2024-03-01-third.md"_s);
        QVERIFY(window.popup().isHidden());
    }

    void goesBackAndForward()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(pools));
        QCoreApplication::processEvents();
        window.editor().goTo(60);
        window.window->siteView().openFile(SitePath::literal(cafe));
        QCoreApplication::processEvents();
        window.editor().setFocus();
        window.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.file(), pools);
        QCOMPARE(window.editor().line(), 60);
        window.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.file(), pools);
        QVERIFY(window.editor().line() < 10);
        window.key(Qt::Key_Right, Qt::AltModifier);
        window.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.file(), cafe);
        QTest::mouseClick(window.editor().viewport(), Qt::BackButton);
        QCOMPARE(window.file(), pools);
        QCOMPARE(window.editor().line(), 60);
        QTest::mouseClick(&window.window->siteView().postList().view(), Qt::ForwardButton);
        QCOMPARE(window.file(), cafe);
    }

    /// A file that is opened at a line is one step, wherever its caret was left before.
    void openingAtALineIsOneStep()
    {
        const Window window;
        window.window->siteView().openFile(SitePath::literal(cafe));
        QCoreApplication::processEvents();
        window.window->siteView().openFile(SitePath::literal(pools), { 100, 1 });
        QCoreApplication::processEvents();
        window.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.file(), cafe);
        window.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.file(), pools);
        QCOMPARE(window.editor().line(), 100);
    }

    void staysWithinTheWindow()
    {
        const Window window;
        for (const QSize &size : { QSize(1440, 900), QSize(1000, 600), QSize(2400, 1400) }) {
            window.window->resize(size);
            for (const auto mode : { Finder::Mode::Commands, Finder::Mode::Texts }) {
                window.window->finder().open(mode);
                QVERIFY(window.window->rect().contains(window.popup().geometry().adjusted(14, 14, -14, -14)));
                QVERIFY(std::abs(window.popup().geometry().center().x() - window.window->rect().center().x()) <= 1);
                window.key(Qt::Key_Escape);
            }
        }
    }
};

QTEST_MAIN(TestFinder)
#include "tst_finder.moc"
