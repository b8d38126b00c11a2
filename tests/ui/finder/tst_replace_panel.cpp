// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/replace_panel.h"

#include "ui/finder/change_model.h"
#include "ui/shell/notice_bar.h"
#include "ui/site_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

constexpr int patience = 20'000; // milliseconds
const QString first = u"posts/2024-05-01-first.md"_s;
const QString second = u"posts/2024-04-01-second.md"_s;
const QByteArray firstText = "---\ntitle: First\ndate: 2024-05-01\ntags: [go]\n---\n\nA pool is a pool.\r\nMixed ends.\n"_ba;
const QByteArray secondText = "---\ntitle: Second\ndate: 2024-04-01\n---\n\nThe Pool.\n"_ba;

struct Window : test::SiteWindow {
    ReplacePanel *panel = nullptr;

    Window()
    {
        site.write(first, firstText);
        site.write(second, secondText);
        openWindow();
        panel = window->findChild<ReplacePanel *>();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    void openWith(const QString &find, const QString &replacement) const
    {
        key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        type(find);
        field(u"Replacement in all texts"_s)->setFocus();
        type(replacement);
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *edit : panel->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        qFatal("no such field");
    }
    [[nodiscard]] QToolButton *toggle(const QString &text) const
    {
        for (QToolButton *button : panel->findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        qFatal("no such button");
    }
    [[nodiscard]] QPushButton *button() const { return panel->findChild<QPushButton *>(); }
    [[nodiscard]] QByteArray text(const QString &file) const { return window->workspace().text(SitePath::literal(file)); }
};

} // namespace

class TestReplacePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesEverywhereAndTakesItBack()
    {
        const Window window;
        window.openWith(u"pool"_s, u"tank"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 3"_s, patience);
        QTRY_VERIFY(window.button()->isEnabled());
        window.button()->setFocus();
        window.key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(window.window->siteView().notices().text(), u"Replace “pool” with “tank”: done in 2 files."_s, patience);
        QCOMPARE(window.text(first), QByteArray(firstText).replace("pool", "tank"));
        QCOMPARE(window.text(second), QByteArray(secondText).replace("Pool", "tank"));
        QCOMPARE(window.site.read(second), QByteArray(secondText).replace("Pool", "tank"));
        QVERIFY(window.window->workspace().modifiedFiles().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace"_s, patience); // nothing is left
        QTRY_VERIFY_WITH_TIMEOUT(window.window->workspace().canUndoChange(), patience);
        window.window->siteView().notices().findChild<QPushButton *>()->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.text(first), firstText, patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.text(second), secondText, patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 3"_s, patience); // and could be replaced again
    }

    void theOpenTextIsOneStepToUndo()
    {
        const Window window;
        window.openWith(u"pool"_s, u"tank"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 3"_s, patience);
        QTRY_VERIFY(window.button()->isEnabled());
        window.button()->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.editor().toPlainText().contains(u"A tank is a tank."), patience);
        window.editor().setFocus();
        window.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(window.editor().toPlainText().contains(u"A pool is a pool."));
    }

    void whatIsUncheckedStays()
    {
        const Window window;
        window.openWith(u"pool"_s, u"tank"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 3"_s, patience);
        auto *tree = window.panel->findChild<QTreeView *>();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        tree->setFocus();
        window.key(Qt::Key_Space);
        QCOMPARE(window.button()->text(), u"Replace 2"_s);
        QTRY_VERIFY(window.button()->isEnabled());
        window.button()->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.text(first).contains("A pool is a tank.\r\n"), patience);
    }

    void replacesByAnExpressionInSomePosts()
    {
        const Window window;
        window.toggle(u".*"_s)->setChecked(true);
        window.openWith(u"(\\w+) is a (\\w+)"_s, u"$2 and $1"_s);
        window.field(u"Only in posts that match"_s)->setFocus();
        window.type(u"tag:go"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 1"_s, patience);
        QTRY_VERIFY(window.button()->isEnabled());
        window.button()->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.text(first).contains("A pool and pool.\r\n"), patience);
    }

    void saysWhatIsWrongWithAnExpression()
    {
        const Window window;
        window.toggle(u".*"_s)->setChecked(true);
        window.openWith(u"(pool"_s, u"x"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window.field(u"Text to find in all texts"_s)->property("invalid").toBool(), patience);
        QVERIFY(!window.button()->isEnabled());
    }

    void aTextThatChangedMeanwhileIsLeftAlone()
    {
        const Window window;
        window.openWith(u"pool"_s, u"tank"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 3"_s, patience);
        QTRY_VERIFY(window.button()->isEnabled());
        window.window->workspace().setText(SitePath::literal(second), "Another pool.\n");
        window.button()->click(); // before the next plan
        QTRY_VERIFY_WITH_TIMEOUT(window.text(first).contains("tank"), patience);
        QCOMPARE(window.text(second), "Another pool.\n"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(window.window->siteView().notices().text().contains(u"left alone"), patience);
    }

    void onlyWhatIsShownIsReplaced()
    {
        const Window window;
        window.openWith(u"pool"_s, u"tank"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 3"_s, patience);
        QTRY_VERIFY(window.button()->isEnabled());
        window.type(u"er"_s);
        window.button()->click(); // sooner than the changes are shown
        QCOMPARE(window.text(first), firstText);
        QTRY_VERIFY_WITH_TIMEOUT(window.button()->isEnabled(), patience);
        window.button()->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.text(first).contains("A tanker is a tanker."), patience);
    }

    void enterGoesToTheLine()
    {
        const Window window;
        window.openWith(u"the pool"_s, u"x"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window.button()->text(), u"Replace 1"_s, patience);
        auto *tree = window.panel->findChild<QTreeView *>();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        tree->setFocus();
        window.key(Qt::Key_Return);
        QCOMPARE(window.window->siteView().pane().file()->toString(), second);
        QCOMPARE(window.editor().line(), 6);
    }

    void escapeClosesItAndGoesBackToTheText()
    {
        const Window window;
        window.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(window.panel->isVisible());
        window.key(Qt::Key_Escape);
        QVERIFY(window.panel->isHidden());
        QVERIFY(window.editor().hasFocus());
    }

    void everythingInItHasAName()
    {
        const Window window;
        window.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        for (const QWidget *widget : window.panel->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                continue;
            const auto *button = qobject_cast<const QPushButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestReplacePanel)
#include "tst_replace_panel.moc"
