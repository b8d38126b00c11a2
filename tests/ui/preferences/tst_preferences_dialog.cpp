// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences_dialog.h"

#include "support/site_folder.h"
#include "ui/editor/text_editor.h"
#include "ui/shell/look_menu.h"
#include "ui/shell/user_settings.h"
#include "ui/style/appearance.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

struct Choosing {
    test::SiteFolder folder;
    QSettings store { folder.path(u"settings.ini"_s), QSettings::IniFormat };
    UserSettings settings { store };
    TextEditor editor;
    QMenu menu;
    std::unique_ptr<PreferencesDialog> dialog;

    Choosing()
    {
        addLookActions(menu, editor, settings);
        dialog = std::make_unique<PreferencesDialog>(editor, settings, nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        if (!QTest::qWaitForWindowExposed(dialog.get()))
            qFatal("no window");
    }
    template<typename Widget>
    [[nodiscard]] Widget &field(const QString &name) const
    {
        for (Widget *widget : dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return *widget;
        }
        qFatal("no field %s", qPrintable(name));
    }
    [[nodiscard]] QAbstractButton &button(const QString &text) const
    {
        for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&').startsWith(text))
                return *button;
        }
        qFatal("no button %s", qPrintable(text));
    }
    [[nodiscard]] QAction &action(const QKeySequence &key) const
    {
        for (QAction *action : menu.actions()) {
            if (action->shortcuts().contains(key))
                return *action;
        }
        qFatal("no action");
    }
    /// What the next start of the program would read.
    [[nodiscard]] UserSettings later()
    {
        store.sync();
        return UserSettings(store);
    }
};

} // namespace

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKeyShowsAtOnceAndIsKept()
    {
        Choosing choosing;
        auto &height = choosing.field<QDoubleSpinBox>(u"Line height"_s);
        height.setFocus();
        QTest::keyClick(&height, Qt::Key_Up);
        QCOMPARE(choosing.editor.look().lineHeight, 1.45);
        QCOMPARE(choosing.later().textLook().lineHeight, 1.45);
        auto &size = choosing.field<QDoubleSpinBox>(u"Size"_s);
        size.setFocus();
        QTest::keyClick(&size, Qt::Key_Up);
        QCOMPARE(choosing.editor.look().size, textSize({}) + 0.5);
        QCOMPARE(choosing.editor.document()->defaultFont().pointSizeF(), textSize({}) + 0.5);
        QCOMPARE(choosing.later().textLook(), choosing.editor.look());
    }

    void theDesktopsSizeStaysItsOwnUntilOneIsChosen()
    {
        const Choosing choosing;
        auto &zoom = choosing.field<QSpinBox>(u"Zoom"_s);
        QTest::keyClick(&zoom, Qt::Key_Up);
        QCOMPARE(choosing.editor.look().zoom, 1);
        QCOMPARE(choosing.editor.look().size, 0.0);
    }

    void lettersAreChosen()
    {
        Choosing choosing;
        auto &typeface = choosing.field<QComboBox>(u"Font"_s);
        typeface.setFocus();
        QTest::keyClick(&typeface, Qt::Key_Down);
        QCOMPARE(choosing.editor.look().typeface, Typeface::Proportional);
        QVERIFY(!choosing.field<QComboBox>(u"Family"_s).isEnabled());
        QTest::keyClick(&typeface, Qt::Key_Down);
        QCOMPARE(choosing.editor.look().typeface, Typeface::Named);
        QVERIFY(choosing.field<QComboBox>(u"Family"_s).isEnabled());
        QVERIFY(!choosing.later().textLook().family.isEmpty());
    }

    void aLineMayBeAsLongAsThereIsRoom()
    {
        Choosing choosing;
        choosing.button(u"Limit"_s).click();
        QCOMPARE(choosing.later().textLook().measure, 0);
        QVERIFY(!choosing.field<QSpinBox>(u"Length"_s).isEnabled());
        choosing.button(u"Limit"_s).click();
        QCOMPARE(choosing.later().textLook().measure, TextLook().measure);
    }

    void followsTheMenuAndTheMenuFollows()
    {
        Choosing choosing;
        choosing.action(QKeySequence(Qt::CTRL | Qt::Key_Plus)).trigger();
        QCOMPARE(choosing.field<QSpinBox>(u"Zoom"_s).value(), 1);
        choosing.action(QKeySequence(Qt::CTRL | Qt::Key_F11)).trigger();
        QCOMPARE(choosing.field<QComboBox>(u"Stays bright"_s).currentIndex(), 1);
        QCOMPARE(choosing.later().writingMode().focus, Focus::Paragraph);
        choosing.action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F11)).trigger();
        QCOMPARE(choosing.later().writingMode().focus, Focus::Sentence);
        QVERIFY(!choosing.action(QKeySequence(Qt::CTRL | Qt::Key_F11)).isChecked());
        choosing.action(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F11)).trigger();
        QCOMPARE(choosing.later().writingMode().focus, Focus::Everything);
        choosing.button(u"Keep the caret"_s).click();
        QVERIFY(choosing.action(QKeySequence(Qt::CTRL | Qt::Key_F12)).isChecked());
        QVERIFY(choosing.later().writingMode().typewriter);
    }

    void coloursChangeAtOnce()
    {
        Choosing choosing;
        auto &colours = choosing.field<QComboBox>(u"Colours"_s);
        colours.setFocus();
        QTest::keyClick(&colours, Qt::Key_End);
        QVERIFY(isDark());
        QCOMPARE(choosing.later().appearance(), Appearance::Dark);
        QTest::keyClick(&colours, Qt::Key_Up);
        QVERIFY(!isDark());
    }

    void resetGivesEverythingAsItCame()
    {
        Choosing choosing;
        TextLook look;
        look.zoom = 4;
        look.lineHeight = 2;
        look.measure = 0;
        look.typeface = Typeface::Proportional;
        choosing.editor.setLook(look);
        choosing.editor.setWritingMode({ .focus = Focus::Sentence, .typewriter = true });
        choosing.settings.setAppearance(Appearance::Dark);
        choosing.button(u"Reset"_s).click();
        QCOMPARE(choosing.later().textLook(), TextLook());
        QCOMPARE(choosing.later().writingMode(), WritingMode());
        QCOMPARE(choosing.later().appearance(), Appearance::System);
        QCOMPARE(choosing.field<QDoubleSpinBox>(u"Line height"_s).value(), TextLook().lineHeight);
    }

    void whatIsStoredWronglyIsBroughtIntoItsLimits()
    {
        Choosing choosing;
        choosing.store.setValue("editor/line-height"_L1, u"nonsense"_s);
        choosing.store.setValue("editor/size"_L1, -7);
        choosing.store.setValue("editor/measure"_L1, 1'000'000'000);
        choosing.store.setValue("editor/typeface"_L1, 17);
        const TextLook look = choosing.later().textLook();
        QCOMPARE(look, withinLimits(look));
        QCOMPARE(look.typeface, Typeface::Fixed);
    }

    void everyFieldHasANameAndAKey()
    {
        const Choosing choosing;
        for (const QWidget *widget : choosing.dialog->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(choosing.dialog.get()))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && button->text().contains(u'&')), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferences_dialog.moc"
