// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/site_maker.h"
#include "ui/shell/user_settings.h"
#include "ui/spelling/spell_checker.h"

#include <QMainWindow>

class QSettings;
class QStackedWidget;

namespace quillway::ui {

class Finder;
class SiteView;
class WelcomePage;

/// The program's window: a welcome, or the open site; menus; opening and closing. Everything else is in its parts.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both must outlive it.
    MainWindow(FileSystem &files, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openSite(const QString &folder);

    [[nodiscard]] workspace::Workspace &workspace() { return m_workspace; }
    [[nodiscard]] SiteView &siteView() { return *m_view; }
    [[nodiscard]] Finder &finder() { return *m_finder; }

protected:
    void closeEvent(QCloseEvent *event) override;
    [[nodiscard]] bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;

private:
    void connectWorkspace();
    void connectWelcome();
    void showLoading(int done, int total);
    void siteLoaded();
    void notice(const workspace::Notice &notice);
    void showTitle();
    void openByDialog();
    void newByDialog();
    void importByDialog();
    void closeIfSaved();

    FileSystem &m_files;
    UserSettings m_settings;
    workspace::Workspace m_workspace;
    SiteMaker m_maker;
    QStackedWidget *m_pages;
    SpellChecker m_spelling;
    WelcomePage *m_welcome;
    SiteView *m_view;
    Finder *m_finder;
    bool m_closing = false; ///< the window goes as soon as all is saved
};

} // namespace quillway::ui
