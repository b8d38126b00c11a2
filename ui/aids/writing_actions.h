// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QWidget;

namespace quillway::ui {

class WritingAids;

/// The aids that have a name: for menus, and for keys pressed in the editor. A null stands for a line between groups.
struct WritingActions {
    QList<QAction *> format;
    QList<QAction *> table;
    QList<QAction *> insert;
};

/// `editor` owns them; their keys work while it has the focus. `aids` must outlive it.
[[nodiscard]] WritingActions makeWritingActions(QWidget &editor, WritingAids &aids);

} // namespace quillway::ui
