// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look_menu.h"

#include "ui/editor/text_editor.h"
#include "ui/shell/user_settings.h"
#include "ui/style/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

struct LookMenu {
    Q_DECLARE_TR_FUNCTIONS(LookMenu)
};

void addZoom(QMenu &menu, TextEditor &editor)
{
    const auto add = [&](const QString &text, const QList<QKeySequence> &keys, const QString &icon, auto zoom) {
        QAction *action = menu.addAction(themeIcon(icon), text);
        action->setShortcuts(keys);
        QObject::connect(action, &QAction::triggered, &editor, [&editor, zoom] { editor.setZoom(zoom(editor.look().zoom)); });
    };
    add(LookMenu::tr("Zoom &in"), { QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal) }, u"zoom-in"_s,
        [](int steps) { return steps + 1; });
    add(LookMenu::tr("Zoom o&ut"), { QKeySequence(Qt::CTRL | Qt::Key_Minus) }, u"zoom-out"_s, [](int steps) { return steps - 1; });
    add(LookMenu::tr("Usual si&ze"), { QKeySequence(Qt::CTRL | Qt::Key_0) }, u"zoom-original"_s, [](int) { return 0; });
}

void addTypeface(QMenu &menu, TextEditor &editor)
{
    QAction *proportional = menu.addAction(LookMenu::tr("P&roportional text"));
    proportional->setCheckable(true);
    const auto follow = [proportional](const TextLook &look) { proportional->setChecked(look.typeface == Typeface::Proportional); };
    follow(editor.look());
    QObject::connect(&editor, &TextEditor::lookChanged, proportional, follow);
    QObject::connect(proportional, &QAction::triggered, &editor, [&editor](bool on) {
        TextLook look = editor.look();
        look.typeface = on ? Typeface::Proportional : Typeface::Fixed;
        editor.setLook(look);
    });
}

void addWritingModes(QMenu &menu, TextEditor &editor)
{
    auto *focus = new QActionGroup(&menu);
    focus->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    const auto follow = [&editor](QAction *action, auto isOn) {
        action->setCheckable(true);
        action->setChecked(isOn(editor.writingMode()));
        QObject::connect(&editor, &TextEditor::writingModeChanged, action,
                         [action, isOn](WritingMode mode) { action->setChecked(isOn(mode)); });
    };
    for (const auto &[text, key, part] :
         { std::tuple(LookMenu::tr("Focus on the para&graph"), QKeySequence(Qt::CTRL | Qt::Key_F11), Focus::Paragraph),
           std::tuple(LookMenu::tr("Focus on the sente&nce"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F11), Focus::Sentence) }) {
        QAction *action = focus->addAction(menu.addAction(text));
        action->setShortcut(key);
        follow(action, [part](WritingMode mode) { return mode.focus == part; });
        QObject::connect(action, &QAction::triggered, &editor, [&editor, part](bool on) {
            editor.setWritingMode({ .focus = on ? part : Focus::Everything, .typewriter = editor.writingMode().typewriter });
        });
    }
    QAction *typewriter = menu.addAction(LookMenu::tr("T&ypewriter: the caret's line stays in the middle"));
    typewriter->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F12));
    follow(typewriter, [](WritingMode mode) { return mode.typewriter; });
    QObject::connect(typewriter, &QAction::triggered, &editor,
                     [&editor](bool on) { editor.setWritingMode({ .focus = editor.writingMode().focus, .typewriter = on }); });
}

} // namespace

void addLookActions(QMenu &menu, TextEditor &editor, UserSettings &settings)
{
    editor.setLook(settings.textLook());
    editor.setWritingMode(settings.writingMode());
    QObject::connect(&editor, &TextEditor::lookChanged, &menu, [&settings](const TextLook &look) { settings.setTextLook(look); });
    QObject::connect(&editor, &TextEditor::writingModeChanged, &menu, [&settings](WritingMode mode) { settings.setWritingMode(mode); });
    addZoom(menu, editor);
    addTypeface(menu, editor);
    menu.addSeparator();
    addWritingModes(menu, editor);
}

} // namespace quillway::ui
