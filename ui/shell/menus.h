// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/appearance.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

class FullScreen;
class PreferencesDialog;
class SiteView;
class UserSettings;

/// What menus ask of the window itself.
struct MenuCommands {
    std::function<void()> openSite;
    std::function<void()> newSite;
    std::function<void()> importBlog;
    std::function<void(const QString &folder)> openRecent;
    std::function<void()> quit;
};

/// The window's menus and keys. Actions that need a site or an open file are off without one.
class Menus : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; the window owns it.
    Menus(QMainWindow &window, SiteView &view, workspace::Workspace &workspace, UserSettings &settings, MenuCommands commands);

private:
    QAction *add(QMenu &menu, const QString &text, const QKeySequence &key, std::function<void()> run, const QString &icon = {});
    QAction *addToggle(QMenu &menu, const QString &text, const QKeySequence &key, const QString &name, QWidget &shown,
                       bool byDefault = true);
    QAction *addOutline(QMenu &menu);
    QAction *addRenaming(QMenu &menu);
    void fillFile(QMenu &menu);
    void fillEdit(QMenu &menu);
    void addChangeActions(QMenu &menu);
    void addClipboard(QMenu &menu);
    void fillInsert(QMenu &menu);
    void fillWriting(QMenu &menu, const QList<QAction *> &actions);
    void fillView(QMenu &menu);
    void fillAppearance(QMenu &menu);
    void addFullScreen(QMenu &menu, const QList<QAction *> &columns);
    void showPreferences();
    void fillRecent(QMenu &menu);
    void connectListMenu(QAction *rename, QAction *remove);
    void update();

    QMainWindow &m_window;
    SiteView &m_view;
    workspace::Workspace &m_workspace;
    UserSettings &m_settings;
    MenuCommands m_commands;
    FullScreen *m_fullScreen = nullptr;
    QPointer<PreferencesDialog> m_preferences; ///< while it is open
    QList<QAction *> m_needSite;
    QList<QAction *> m_needFile;
};

} // namespace quillway::ui
