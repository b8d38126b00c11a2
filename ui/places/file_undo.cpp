// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/file_undo.h"

#include <QKeyEvent>
#include <QWidget>

namespace quillway::ui {

namespace {

class UndoFilter : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void leaveUndoToFile(QWidget &field)
{
    field.installEventFilter(new UndoFilter(&field));
}

} // namespace quillway::ui
