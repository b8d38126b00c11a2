// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/editor/editor_pane.h"
#include "ui/finder/finder.h"
#include "ui/finder/replace_panel.h"
#include "ui/import/import_dialog.h"
#include "ui/problems/messages.h"
#include "ui/shell/go_menu.h"
#include "ui/shell/menus.h"
#include "ui/shell/navigation.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/publish_control.h"
#include "ui/shell/site_view.h"
#include "ui/shell/welcome_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::Notice;
using workspace::Workspace;

MainWindow::MainWindow(FileSystem &files, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_files(files)
    , m_settings(settings)
    , m_workspace(files)
    , m_maker(files)
    , m_pages(new QStackedWidget)
    , m_spelling(files)
    , m_welcome(new WelcomePage)
    , m_view(new SiteView(m_workspace, m_settings, m_spelling))
{
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_view);
    setCentralWidget(m_pages);
    const MenuCommands commands {
        .openSite = [this] { openByDialog(); },
        .newSite = [this] { newByDialog(); },
        .importBlog = [this] { importByDialog(); },
        .openRecent = [this](const QString &folder) { openSite(folder); },
        .quit = [this] { close(); },
    };
    new Menus(*this, *m_view, m_workspace, m_settings, commands);
    new PublishControl(*m_view, m_workspace, files);
    m_finder = new Finder(*this, files, *m_view, m_workspace, m_settings);
    auto *replacing = new ReplacePanel(*m_view, m_workspace);
    m_view->addPanel(*replacing);
    new GoMenu(*this, *m_view, m_workspace, *m_finder, *new Navigation(*m_view, m_workspace, this), *replacing);
    m_welcome->setRecentSites(m_settings.recentSites());
    connectWorkspace();
    connectWelcome();
    resize(1440, 900);
    restoreGeometry(m_settings.state(u"window"_s));
    showTitle();
}

/// The view looks at the workspace: it goes first.
MainWindow::~MainWindow()
{
    delete m_finder;
    delete takeCentralWidget();
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::loading, this, &MainWindow::showLoading);
    connect(&m_workspace, &Workspace::loaded, this, &MainWindow::siteLoaded);
    connect(&m_workspace, &Workspace::notice, this, &MainWindow::notice);
    connect(&m_workspace, &Workspace::modifiedChanged, this, [this] {
        showTitle();
        closeIfSaved();
    });
    connect(m_view, &SiteView::fileChanged, this, &MainWindow::showTitle);
    connect(&m_maker, &SiteMaker::made, this, &MainWindow::openSite);
    connect(&m_maker, &SiteMaker::failed, this, [this](const Error &error) { notice({ Notice::Kind::LoadFailed, std::nullopt, error }); });
}

void MainWindow::connectWelcome()
{
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::openByDialog);
    connect(m_welcome, &WelcomePage::newSiteRequested, this, &MainWindow::newByDialog);
    connect(m_welcome, &WelcomePage::importRequested, this, &MainWindow::importByDialog);
    connect(m_welcome, &WelcomePage::sampleRequested, &m_maker, &SiteMaker::makeSample);
    connect(m_welcome, &WelcomePage::siteChosen, this, &MainWindow::openSite);
}

void MainWindow::openSite(const QString &folder)
{
    m_view->pane().flush();
    m_view->saveState();
    m_view->setEnabled(false); // what would be typed now could belong to either site
    m_welcome->setActivity(tr("Opening…"));
    m_workspace.open(QDir(folder).absolutePath());
}

void MainWindow::showLoading(int done, int total)
{
    m_welcome->setActivity(done < total ? tr("Reading %L1 of %L2 files").arg(done).arg(total) : tr("Opening…"));
}

void MainWindow::siteLoaded()
{
    m_welcome->setActivity({});
    m_settings.addRecentSite(m_workspace.site()->folder());
    m_view->setEnabled(true);
    m_pages->setCurrentWidget(m_view);
    m_view->focusContent(); // which nothing could take while the view was disabled
    showTitle();
}

void MainWindow::notice(const Notice &notice)
{
    if (notice.kind == Notice::Kind::SaveFailed)
        m_closing = false;
    if (notice.kind != Notice::Kind::LoadFailed)
        return;
    m_view->setEnabled(true);
    m_welcome->setActivity(describeNotice(notice));
}

/// `Title — Site`, with the platform's sign while the text that is open is not saved; that others are not is shown by their tabs.
void MainWindow::showTitle()
{
    const auto site = m_workspace.site();
    if (!site)
        return setWindowTitle(u"Quillway"_s);
    const auto file = m_view->pane().file();
    const QString name = site->settings().title.isEmpty() ? QDir(site->folder()).dirName() : site->settings().title;
    setWindowTitle((file ? u"%1[*] — %2"_s.arg(file->fileName() == u"index.md" ? file->folder() : file->fileName(), name) : name + u"[*]"_s)
                   + u" — Quillway"_s);
    setWindowModified(file ? m_workspace.isModified(*file) : !m_workspace.modifiedFiles().isEmpty());
}

void MainWindow::openByDialog()
{
    const QStringList recent = m_settings.recentSites();
    const QString start = recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.first()).path();
    auto *dialog = new QFileDialog(this, tr("Open a site"), start);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openSite);
    dialog->open();
}

void MainWindow::newByDialog()
{
    auto *dialog = new QFileDialog(this, tr("Choose or make an empty folder for the new site"), QDir::homePath());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Make the site here"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, &m_maker, &SiteMaker::makeSite);
    dialog->open();
}

void MainWindow::importByDialog()
{
    auto *dialog = new ImportDialog(m_files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::openRequested, this, &MainWindow::openSite);
    dialog->open();
}

/// The focus of what is hidden would go to whoever stands next, which nobody has chosen; a web page takes it for the key Tab and marks its first link. It goes to
/// the text.
bool MainWindow::focusNextPrevChild(bool next)
{
    const QWidget *focused = QApplication::focusWidget();
    if (focused && !focused->isVisible() && m_view->isVisible() && m_view->isEnabled()) {
        m_view->focusContent();
        return true;
    }
    return QMainWindow::focusNextPrevChild(next);
}

/// Nothing is asked: what was typed is saved, and the window goes when all of it is on disk. If some of it cannot be saved, it stays and says why.
void MainWindow::closeEvent(QCloseEvent *event)
{
    m_view->pane().flush();
    m_view->saveState();
    if (!isFullScreen()) // its place among the other windows was kept when it went there
        m_settings.setState(u"window"_s, saveGeometry());
    m_workspace.letDeletedGo();
    if (m_workspace.modifiedFiles().isEmpty())
        return event->accept();
    event->ignore();
    m_closing = true;
    m_workspace.saveAll();
}

void MainWindow::closeIfSaved()
{
    if (m_closing && m_workspace.modifiedFiles().isEmpty())
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        m_view->syntax().updateColours();
}

} // namespace quillway::ui
