// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/go_menu.h"

#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/finder/finder.h"
#include "ui/finder/replace_panel.h"
#include "ui/shell/file_tabs.h"
#include "ui/shell/navigation.h"
#include "ui/shell/site_view.h"
#include "ui/style/icons.h"

#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::Workspace;

GoMenu::GoMenu(QMainWindow &window, SiteView &view, Workspace &workspace, Finder &finder, Navigation &navigation, ReplacePanel &replacing)
    : QObject(&window)
{
    QMenu *menu = window.menuBar()->addMenu(tr("&Go"));
    const auto add = [&](const QString &text, const QKeySequence &key, const QString &icon, auto run) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        if (!icon.isEmpty())
            action->setIcon(themeIcon(icon));
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    const auto find = [&finder](Finder::Mode mode) { return [&finder, mode] { finder.open(mode); }; };
    QAction *back = add(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), u"go-previous"_s, [&navigation] { navigation.goBack(); });
    QAction *forward = add(tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), u"go-next"_s, [&navigation] { navigation.goForward(); });
    menu->addSeparator();
    QAction *names = add(tr("Go to &anything…"), QKeySequence(Qt::CTRL | Qt::Key_P), u"go-jump"_s, find(Finder::Mode::Names));
    QAction *heading = add(tr("Go to &heading…"), {}, {}, find(Finder::Mode::Headings));
    QAction *line = add(tr("Go to &line…"), QKeySequence(Qt::CTRL | Qt::Key_G), {}, find(Finder::Mode::Line));
    QAction *tag = add(tr("Go to &tag…"), {}, u"tag"_s, find(Finder::Mode::Tags));
    QAction *tags = add(tr("All ta&gs"), {}, u"tag-edit"_s, [&view] { view.openTags(); });
    menu->addSeparator();
    QAction *texts = add(tr("&Search everything…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), u"edit-find"_s,
                         find(Finder::Mode::Texts));
    QAction *replace = add(tr("&Replace everywhere…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), u"edit-find-replace"_s,
                           [&replacing] { replacing.open(); });
    menu->addSeparator();
    QAction *nextTab = add(tr("&Next open text"), QKeySequence(Qt::CTRL | Qt::Key_Tab), {}, [&view] { view.tabs().step(1); });
    QAction *previousTab = add(tr("&Previous open text"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), {},
                               [&view] { view.tabs().step(-1); });
    QAction *closeTab = add(tr("&Close this text"), QKeySequence(Qt::CTRL | Qt::Key_W), {}, [&view] { view.tabs().closeCurrent(); });
    menu->addSeparator();
    add(tr("C&ommands…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), u"system-run"_s, find(Finder::Mode::Commands));

    const auto update = [=, &view, &workspace, &navigation] {
        const bool hasSite = workspace.site() != nullptr;
        const bool hasFile = hasSite && view.pane().file();
        for (QAction *action : { names, tag, tags, texts, replace })
            action->setEnabled(hasSite);
        for (QAction *action : { heading, line, nextTab, previousTab, closeTab })
            action->setEnabled(hasFile);
        back->setEnabled(hasSite && navigation.canGoBack());
        forward->setEnabled(hasSite && navigation.canGoForward());
    };
    connect(&workspace, &Workspace::loaded, this, update);
    connect(&view, &SiteView::fileChanged, this, update);
    connect(&navigation, &Navigation::changed, this, update);
    update();
}

} // namespace quillway::ui
