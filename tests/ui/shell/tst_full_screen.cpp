// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/full_screen.h"

#include "ui/editor/find_bar.h"
#include "ui/posts/post_list.h"
#include "ui/properties/properties_form.h"
#include "ui/shell/status_line.h"
#include "ui/site_window.h"

#include <QAction>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds

struct Window : test::SiteWindow {
    Window()
    {
        site.write(u"posts/2024-05-01-first.md"_s, "---\ntitle: First\ndate: 2024-05-01\n---\n\nSome text.\n"_ba);
        openWindow({ 1200, 800 });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(&editor(), key, modifiers); }
    [[nodiscard]] int menuHeight() const { return window->menuBar()->height(); }
    [[nodiscard]] QMap<QString, bool> shown() const
    {
        return { { u"library"_s, view().library().isVisible() },
                 { u"posts"_s, view().postList().isVisible() },
                 { u"preview"_s, view().preview().isVisible() },
                 { u"problems"_s, view().problems().isVisible() },
                 { u"history"_s, view().history().isVisible() },
                 { u"form"_s, view().pane().properties().isVisible() },
                 { u"status"_s, view().findChild<StatusLine *>()->isVisible() } };
    }
    [[nodiscard]] QList<QList<int>> sizes() const
    {
        QList<QList<int>> all;
        for (const QSplitter *splitter : view().findChildren<QSplitter *>())
            all.append(splitter->sizes());
        return all;
    }
    [[nodiscard]] QAction *action(const QKeySequence &key) const
    {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->shortcuts().contains(key))
                return action;
        }
        qFatal("no action");
    }
};

} // namespace

class TestFullScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheTextAlone()
    {
        const Window window;
        window.press(Qt::Key_F11);
        QVERIFY(window.window->isFullScreen());
        for (const auto &[part, isShown] : window.shown().asKeyValueRange())
            QVERIFY2(!isShown, qPrintable(part));
        QVERIFY(window.editor().isVisible());
        QTRY_COMPARE(window.menuHeight(), 0);
    }

    void givesBackWhatWasThere_data()
    {
        QTest::addColumn<QKeySequence>("before"); ///< pressed first
        QTest::addColumn<Qt::Key>("leave");
        QTest::newRow("as it comes, F11") << QKeySequence() << Qt::Key_F11;
        QTest::newRow("as it comes, Escape") << QKeySequence() << Qt::Key_Escape;
        QTest::newRow("without the library") << QKeySequence(Qt::Key_F7) << Qt::Key_F11;
        QTest::newRow("with problems") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M) << Qt::Key_Escape;
        QTest::newRow("with versions") << QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H) << Qt::Key_F11;
    }
    void givesBackWhatWasThere()
    {
        QFETCH(QKeySequence, before);
        QFETCH(Qt::Key, leave);
        const Window window;
        if (!before.isEmpty())
            window.action(before)->trigger();
        window.editor().setFocus();
        QTest::qWait(0);
        const auto shown = window.shown();
        const auto sizes = window.sizes();
        const int menu = window.menuHeight();
        window.press(Qt::Key_F11);
        QTRY_COMPARE(window.menuHeight(), 0);
        window.press(leave);
        QVERIFY(!window.window->isFullScreen());
        QCOMPARE(window.shown(), shown);
        QTRY_COMPARE(window.sizes(), sizes);
        QTRY_COMPARE(window.menuHeight(), menu);
    }

    void whatIsShownThereIsForThere()
    {
        const Window window;
        const auto shown = window.shown();
        window.press(Qt::Key_F11);
        window.press(Qt::Key_F7);
        QVERIFY(window.view().library().isVisible());
        window.action(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H))->trigger();
        QVERIFY(window.view().history().isVisible());
        window.action(QKeySequence(Qt::Key_F11))->trigger();
        QCOMPARE(window.shown(), shown);
        QVERIFY(window.settings.value(u"switches/library"_s, true).toBool());
    }

    void keysOfTheMenusWork()
    {
        const Window window;
        window.press(Qt::Key_F11);
        QTRY_COMPARE(window.menuHeight(), 0);
        window.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(window.view().pane().findBar().isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the bar's
        QVERIFY(!window.view().pane().findBar().isVisible());
        QVERIFY(window.window->isFullScreen());
    }

    void theMenuComesAndGoes()
    {
        const Window window;
        window.press(Qt::Key_F11);
        QTRY_COMPARE(window.menuHeight(), 0);
        window.press(Qt::Key_F10);
        QTRY_COMPARE_GT(window.menuHeight(), 10);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTest::keyClick(window.window->menuBar(), Qt::Key_Escape);
        QVERIFY(window.window->isFullScreen());
        QTRY_COMPARE(window.menuHeight(), 0);
    }

    void theMouseAtTheUpperEdgeBringsTheMenu()
    {
        const Window window;
        window.press(Qt::Key_F11);
        QTRY_COMPARE(window.menuHeight(), 0);
        QTest::mouseMove(window.window.get(), QPoint(600, 400));
        QTest::mouseMove(window.window.get(), QPoint(600, 1));
        QTRY_COMPARE_GT(window.menuHeight(), 10);
        QTest::mouseMove(window.window.get(), QPoint(600, 400));
        QTRY_COMPARE(window.menuHeight(), 0);
    }

    void theNextStartIsNoFullScreen()
    {
        Window window;
        const QList<QList<int>> sizes = window.sizes();
        window.press(Qt::Key_F11);
        window.press(Qt::Key_X);
        window.window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window.window->isVisible(), patience);
        window.window.reset();
        MainWindow next(window.files, window.settings);
        next.resize(1200, 800);
        QVERIFY(!next.isFullScreen());
        QSignalSpy loaded(&next.workspace(), &workspace::Workspace::loaded);
        next.openSite(window.site.path());
        next.show();
        QVERIFY(loaded.wait(patience));
        QVERIFY(next.siteView().library().isVisible());
        QList<QList<int>> then;
        for (const QSplitter *splitter : next.siteView().findChildren<QSplitter *>())
            then.append(splitter->sizes());
        QCOMPARE(then, sizes);
    }
};

QTEST_MAIN(TestFullScreen)
#include "tst_full_screen.moc"
