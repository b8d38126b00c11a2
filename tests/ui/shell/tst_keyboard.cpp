// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_bar.h"
#include "ui/library/library_view.h"
#include "ui/outline/outline_panel.h"
#include "ui/site_window.h"

#include <QAction>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds

void triggerIn(const QWidget &window, const QKeySequence &key)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcuts().contains(key))
            return action->trigger();
    }
    qFatal("no action for %s", qPrintable(key.toString()));
}

/// The window with every panel open but the preview, whose keys are the page's.
struct Window : test::SiteWindow {
    Window()
    {
        site.write(u"posts/2024-05-01-first.md"_s, "---\ntitle: First\ndate: 2024-05-01\n---\n\nSee [x](/nowhere/).\n"_ba);
        openWindow({ 1400, 1000 });
        trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
        trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
        trigger(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H));
        trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
        window->siteView().pane().findBar().openForReplace();
    }
    void trigger(const QKeySequence &key) const { triggerIn(*window, key); }
    [[nodiscard]] QList<QWidget *> stops() const
    {
        QList<QWidget *> all;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
                && widget->window() == window.get())
                all.append(widget);
        }
        return all;
    }
};

QString nameOf(const QWidget *widget)
{
    return widget ? QString::fromLatin1(widget->metaObject()->className()) + u" "_s + widget->accessibleName() : u"nothing"_s;
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlIsReached()
    {
        const Window window;
        QSet<QWidget *> reached;
        QList<QWidget *> next { &window.window->siteView().pane().editor() };
        while (!next.isEmpty()) {
            QWidget *from = next.takeLast();
            if (!from || reached.contains(from))
                continue;
            reached.insert(from);
            for (const QKeyCombination key : { QKeyCombination(Qt::Key_Tab), Qt::SHIFT | Qt::Key_Tab, QKeyCombination(Qt::Key_F6) }) {
                from->setFocus();
                QTest::keyClick(from, key.key(), key.keyboardModifiers());
                QWidget *to = QApplication::focusWidget();
                if (to && to->window() == window.window.get())
                    next.append(to);
            }
        }
        QVERIFY(window.stops().size() > 20);
        for (QWidget *stop : window.stops())
            QVERIFY2(reached.contains(stop), qPrintable(nameOf(stop)));
    }

    void whatIsHiddenGivesTheFocusToTheText_data()
    {
        QTest::addColumn<QKeySequence>("opens");
        QTest::newRow("find anything") << QKeySequence(Qt::CTRL | Qt::Key_P);
        QTest::newRow("search all") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
        QTest::newRow("find") << QKeySequence(Qt::CTRL | Qt::Key_F);
        QTest::newRow("replace in all") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
        QTest::newRow("rename") << QKeySequence(Qt::Key_F2);
        QTest::newRow("new post") << QKeySequence(Qt::CTRL | Qt::Key_N);
    }

    void whatIsHiddenGivesTheFocusToTheText()
    {
        QFETCH(QKeySequence, opens);
        test::SiteWindow window;
        window.site.write(u"posts/2024-05-01-first.md"_s, "---\ntitle: First\ndate: 2024-05-01\n---\n\nText.\n"_ba);
        window.openWindow({ 1400, 1000 });
        window.editor().setFocus();
        triggerIn(*window.window, opens);
        QTRY_VERIFY(QApplication::focusWidget() != &window.editor());
        QList<QWidget *> had;
        connect(qApp, &QApplication::focusChanged, this, [&](QWidget *, QWidget *now) { had.append(now); });
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget(), &window.editor());
        qApp->disconnect(this);
        for (const QWidget *now : std::as_const(had))
            QVERIFY2(!now || now == &window.editor(), qPrintable(nameOf(now)));
    }

    void aPanelThatIsClosedGivesTheFocusToTheText()
    {
        const Window window;
        const QList<QWidget *> panels { &window.view().problems(), &window.view().history(), &window.view().outline() };
        for (QWidget *panel : panels) {
            panel->setFocus();
            for (QWidget *within : panel->findChildren<QWidget *>()) {
                if ((within->focusPolicy() & Qt::TabFocus) && within->isVisible())
                    within->setFocus();
            }
            QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
            panel->hide();
            QCOMPARE(QApplication::focusWidget(), &window.editor());
        }
    }

    void theKeyForColumnsGoesRoundBothWays()
    {
        const Window window;
        QWidget *start = &window.window->siteView().pane().editor();
        for (const Qt::KeyboardModifiers modifiers : { Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier) }) {
            start->setFocus();
            QList<QWidget *> round;
            do {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, modifiers);
                round.append(QApplication::focusWidget());
            } while (round.constLast() != start && round.size() < 20);
            QCOMPARE(round.size(), 7); // library, posts, outline, problems, versions, strip below, text
        }
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
