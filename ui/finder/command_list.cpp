// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/command_list.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// `&Save` without its mnemonic; `&&` is an ampersand.
QString plainName(const QString &text)
{
    QString name;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        name += text.at(i);
    }
    return name;
}

void collect(QList<Command> &commands, const QList<QAction *> &actions, const QString &menu)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString name = plainName(action->text());
        if (QMenu *inner = action->menu()) {
            Q_EMIT inner->aboutToShow(); // some are filled only then
            collect(commands, inner->actions(), menu.isEmpty() ? name : menu + u" › "_s + name);
        } else if (!name.isEmpty()) {
            commands.append({ name, menu, action });
        }
    }
}

} // namespace

QList<Command> commandsOf(const QMenuBar &menus)
{
    QList<Command> commands;
    collect(commands, menus.actions(), {});
    return commands;
}

} // namespace quillway::ui
