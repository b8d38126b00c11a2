// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QString>

class QAction;
class QMenuBar;

namespace quillway::ui {

/// An entry of the menus.
struct Command {
    QString name; ///< without mnemonic
    QString menu; ///< the menus it is in: `View`, `View › Colours`
    QPointer<QAction> action;

    /// What it is known by from one day to the next.
    [[nodiscard]] QString id() const { return menu + u'/' + name; }
};

/// All of them, in the menus' order, with those of menus that are filled when they open. What is not shown in the menus is none.
[[nodiscard]] QList<Command> commandsOf(const QMenuBar &menus);

} // namespace quillway::ui
