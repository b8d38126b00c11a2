// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "core/workspace/workspace.h"
#include "ui/changes/rename_actions.h"
#include "ui/editor/added_files.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/folding.h"
#include "ui/editor/sentence_marks.h"
#include "ui/editor/text_editor.h"
#include "ui/outline/outline_panel.h"
#include "ui/posts/post_actions.h"
#include "ui/posts/post_list.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/properties/properties_form.h"
#include "ui/shell/full_screen.h"
#include "ui/shell/look_menu.h"
#include "ui/shell/site_view.h"
#include "ui/shell/user_settings.h"
#include "ui/spelling/spell_checker.h"
#include "ui/style/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::Workspace;

Menus::Menus(QMainWindow &window, SiteView &view, Workspace &workspace, UserSettings &settings, MenuCommands commands)
    : QObject(&window)
    , m_window(window)
    , m_view(view)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_commands(std::move(commands))
{
    fillFile(*window.menuBar()->addMenu(tr("&File")));
    fillEdit(*window.menuBar()->addMenu(tr("&Edit")));
    const WritingActions &writing = view.pane().editor().writingActions();
    fillInsert(*window.menuBar()->addMenu(tr("&Insert")));
    QMenu *format = window.menuBar()->addMenu(tr("F&ormat"));
    fillWriting(*format, writing.format);
    fillWriting(*format->addMenu(tr("T&able")), writing.table);
    fillView(*window.menuBar()->addMenu(tr("&View")));
    connect(&workspace, &Workspace::loaded, this, &Menus::update);
    connect(&view, &SiteView::fileChanged, this, &Menus::update);
    update();
}

QAction *Menus::add(QMenu &menu, const QString &text, const QKeySequence &key, std::function<void()> run, const QString &icon)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(key);
    if (!icon.isEmpty())
        action->setIcon(themeIcon(icon));
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void Menus::fillFile(QMenu &menu)
{
    QAction *newPost = add(
        menu, tr("&New post"), QKeySequence::New,
        [this] {
            m_view.postList().show();
            m_view.posts().create();
        },
        u"document-new"_s);
    for (const auto &[text, create] : { std::pair(tr("New &topic…"), &PostActions::createTopic),
                                        std::pair(tr("New readin&g path…"), &PostActions::createReadingPath) }) {
        m_needSite += add(menu, text, {}, [this, create] {
            m_view.postList().show();
            (m_view.posts().*create)();
        });
    }
    add(menu, tr("&Open site…"), QKeySequence::Open, m_commands.openSite, u"folder-open"_s);
    QMenu *recent = menu.addMenu(themeIcon(u"document-open-recent"_s), tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    add(menu, tr("New s&ite…"), {}, m_commands.newSite);
    add(menu, tr("Import a &blog…"), {}, m_commands.importBlog, u"document-import"_s);
    menu.addSeparator();
    QAction *save = add(
        menu, tr("&Save"), QKeySequence::Save,
        [this] {
            m_view.pane().flush();
            if (const auto file = m_view.pane().file())
                m_workspace.save(*file);
        },
        u"document-save"_s);
    QAction *saveAll = add(
        menu, tr("Save &all"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] {
            m_view.pane().flush();
            m_workspace.saveAll();
        },
        u"document-save-all"_s);
    menu.addSeparator();
    QAction *rename = addRenaming(*menu.addMenu(themeIcon(u"edit-rename"_s), tr("Rena&me")));
    QAction *remove = add(
        menu, tr("&Delete"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { m_view.posts().remove(); }, u"edit-delete"_s);
    menu.addSeparator();
    QAction *exportSite = add(
        menu, tr("&Export the site"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_view.startExport(); }, u"document-export"_s);
    QAction *publish = add(menu, tr("&Publish…"), {}, [this] { m_view.openPublishing(); }, u"document-send"_s);
    menu.addSeparator();
    QAction *quit = add(menu, tr("&Quit"), QKeySequence::Quit, m_commands.quit, u"application-exit"_s);
    quit->setMenuRole(QAction::QuitRole);
    m_needSite += { newPost, saveAll, exportSite, publish };
    m_needFile += { save, remove };
    connectListMenu(rename, remove);
}

/// Gives the action for the file.
QAction *Menus::addRenaming(QMenu &menu)
{
    const auto addOne = [&](const QString &text, const QKeySequence &key, void (RenameActions::*rename)()) {
        QAction *action = add(menu, text, key, [this, rename] {
            m_view.postList().show(); // there it is asked
            (m_view.renames().*rename)();
        });
        m_needFile.append(action);
        return action;
    };
    QAction *file = addOne(tr("Rename the &file…"), QKeySequence(Qt::Key_F2), &RenameActions::renameFile);
    addOne(tr("Change the &address…"), {}, &RenameActions::changeAddress);
    addOne(tr("Rename the &heading…"), QKeySequence(Qt::SHIFT | Qt::Key_F2), &RenameActions::renameHeading);
    addOne(tr("Rename the &picture or linked file…"), {}, &RenameActions::renameAsset);
    return file;
}

void Menus::connectListMenu(QAction *rename, QAction *remove)
{
    connect(&m_view.postList(), &PostList::contextMenuRequested, this, [this, rename, remove](const QPoint &position) {
        auto *menu = new QMenu(&m_window);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(rename);
        menu->addAction(remove);
        menu->popup(position);
    });
}

void Menus::fillRecent(QMenu &menu)
{
    menu.clear();
    const QStringList folders = m_settings.recentSites();
    for (const QString &folder : folders)
        connect(menu.addAction(QString(folder).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, folder] { m_commands.openRecent(folder); });
    if (folders.isEmpty())
        menu.addAction(tr("none yet"))->setEnabled(false);
}

void Menus::fillEdit(QMenu &menu)
{
    EditorPane &pane = m_view.pane();
    m_needFile += add(menu, tr("&Undo"), QKeySequence::Undo, [&pane] { pane.undo(); }, u"edit-undo"_s);
    m_needFile += add(menu, tr("&Redo"), QKeySequence::Redo, [&pane] { pane.redo(); }, u"edit-redo"_s);
    addClipboard(menu);
    menu.addSeparator();
    m_needFile += add(menu, tr("&Find…"), QKeySequence::Find, [&pane] { pane.findBar().openForFind(); }, u"edit-find"_s);
    m_needFile += add(menu, tr("Find &next"), QKeySequence(Qt::Key_F3), [&pane] { pane.findBar().findNext(); });
    m_needFile += add(menu, tr("Find &previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3), [&pane] { pane.findBar().findPrevious(); });
    m_needFile += add(
        menu, tr("Repla&ce…"), QKeySequence(Qt::CTRL | Qt::Key_H), [&pane] { pane.findBar().openForReplace(); }, u"edit-find-replace"_s);
    menu.addSeparator();
    QAction *spelling = menu.addAction(tr("Check &spelling"));
    spelling->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F7));
    spelling->setCheckable(true);
    spelling->setChecked(m_settings.isOn(u"spelling"_s, true));
    m_view.spelling().setEnabled(spelling->isChecked());
    connect(spelling, &QAction::toggled, this, [this](bool on) {
        m_settings.setOn(u"spelling"_s, on);
        m_view.spelling().setEnabled(on);
    });
    m_needSite += add(menu, tr("Check &links to other sites"), {}, [this] { m_view.checkExternalLinks(); });
    m_needFile += add(menu, tr("Words for the one at the caret…"), {}, [&pane] { pane.editor().openMenuAtCaret(); });
    menu.addSeparator();
    m_needSite += add(
        menu, tr("Filter p&osts"), QKeySequence(Qt::CTRL | Qt::Key_L),
        [this] {
            m_view.postList().show();
            m_view.postList().focusFilter();
        },
        u"view-filter"_s);
    m_needFile += add(menu, tr("Edit the &title"), QKeySequence(Qt::CTRL | Qt::Key_T), [&pane] {
        pane.setRaw(false);
        pane.properties().focusTitle();
    });
    menu.addSeparator();
    addChangeActions(menu);
    menu.addSeparator();
    QAction *preferences = add(
        menu, tr("Pr&eferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPreferences(); }, u"configure"_s);
    preferences->setMenuRole(QAction::PreferencesRole);
    m_needSite += add(menu, tr("Settings of the site, as text"), {}, [this] {
        if (const SitePath file = SitePath::literal(u"quillway.toml"); m_workspace.hasText(file))
            m_view.openFile(file);
    });
}

/// The keys are the editor's own: here they are told only, as fields and lists have a use for them, too.
void Menus::addClipboard(QMenu &menu)
{
    TextEditor &editor = m_view.pane().editor();
    menu.addSeparator();
    for (const auto &[text, key, icon, run] :
         { std::tuple(tr("Cut"), QKeySequence::Cut, u"edit-cut"_s, &TextEditor::cut),
           std::tuple(tr("Copy"), QKeySequence::Copy, u"edit-copy"_s, &TextEditor::copy),
           std::tuple(tr("Paste, as Markdown"), QKeySequence::Paste, u"edit-paste"_s, &TextEditor::paste),
           std::tuple(tr("Select all"), QKeySequence::SelectAll, u"edit-select-all"_s, &TextEditor::selectAll) }) {
        QAction *action = add(menu, text, key, [&editor, run] { (editor.*run)(); }, icon);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_needFile += action;
    }
}

/// Those for changes over many files: what they would take back is said where it is chosen.
void Menus::addChangeActions(QMenu &menu)
{
    QAction *undo = add(menu, tr("Undo the last change to &many files"), {}, [this] {
        m_view.pane().flush();
        m_workspace.undoLastChange();
    });
    QAction *redo = add(menu, tr("Redo the last change to man&y files"), {}, [this] {
        m_view.pane().flush();
        m_workspace.redoLastChange();
    });
    const auto update = [this, undo, redo] {
        undo->setEnabled(m_workspace.undoableChange().has_value());
        redo->setEnabled(m_workspace.redoableChange().has_value());
        undo->setToolTip(m_workspace.undoableChange().value_or(QString()));
        redo->setToolTip(m_workspace.redoableChange().value_or(QString()));
        undo->setStatusTip(undo->toolTip());
        redo->setStatusTip(redo->toolTip());
    };
    connect(&m_workspace, &workspace::Workspace::undoableChanged, this, update);
    connect(&m_workspace, &workspace::Workspace::loaded, this, update);
    update();
}

void Menus::showPreferences()
{
    if (!m_preferences)
        m_preferences = new PreferencesDialog(m_view.pane().editor(), m_settings, &m_window);
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
}

void Menus::fillInsert(QMenu &menu)
{
    m_needFile += add(
        menu, tr("Pict&ure or file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), [this] { m_view.files().choose(); },
        u"insert-image"_s);
    m_needFile += add(menu, tr("Link to a post…"), {}, [this] { m_view.pane().editor().beginLinkToPost(); });
    fillWriting(menu, m_view.pane().editor().writingActions().insert);
}

void Menus::fillWriting(QMenu &menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (!action) {
            menu.addSeparator();
            continue;
        }
        menu.addAction(action);
        m_needFile += action;
    }
}

QAction *Menus::addToggle(QMenu &menu, const QString &text, const QKeySequence &key, const QString &name, QWidget &shown, bool byDefault)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(key);
    action->setCheckable(true);
    action->setChecked(m_settings.isOn(name, byDefault));
    shown.setVisible(action->isChecked());
    connect(action, &QAction::toggled, this, [this, name, &shown](bool on) {
        shown.setVisible(on);
        if (!m_fullScreen || !m_fullScreen->isOn()) // what is shown there is for there
            m_settings.setOn(name, on);
    });
    return action;
}

QAction *Menus::addOutline(QMenu &menu)
{
    OutlinePanel &outline = m_view.outline();
    QAction *action = addToggle(menu, tr("Outlin&e"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), u"outline"_s, outline, false);
    connect(action, &QAction::triggered, &outline, [this, &outline](bool on) {
        if (on)
            outline.setFocus();
        else
            m_view.pane().editor().setFocus();
    });
    connect(&outline, &OutlinePanel::closeRequested, action, &QAction::trigger);
    return action;
}

void Menus::fillView(QMenu &menu)
{
    EditorPane &pane = m_view.pane();
    QList<QAction *> columns { addToggle(menu, tr("&Library"), QKeySequence(Qt::Key_F7), u"library"_s, m_view.library()),
                               addToggle(menu, tr("P&osts"), QKeySequence(Qt::Key_F8), u"posts"_s, m_view.postList()),
                               addToggle(menu, tr("&Preview"), QKeySequence(Qt::Key_F9), u"preview"_s, m_view.preview()) };
    columns.append(addOutline(menu));
    const QList<QAction *> shown = m_view.previewActions();
    menu.addActions(shown);
    m_needSite += shown;
    QAction *problems = add(menu, tr("Proble&ms"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] { });
    problems->setCheckable(true);
    connect(problems, &QAction::toggled, this, [this](bool on) { m_view.problems().setVisible(on); });
    connect(&m_view, &SiteView::problemsShown, problems, &QAction::setChecked);
    columns.append(problems);
    m_needSite += columns;
    QAction *history = add(menu, tr("&History: previous versions"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H), [this] {
        m_view.history().setVisible(!m_view.history().isVisible());
        if (m_view.history().isVisible())
            m_view.history().setFocus();
    });
    m_needFile += history;
    QAction *raw = menu.addAction(tr("The &whole file, properties as text"));
    raw->setShortcut(QKeySequence(Qt::Key_F4));
    raw->setCheckable(true);
    connect(raw, &QAction::triggered, &pane, &EditorPane::setRaw);
    connect(&pane, &EditorPane::rawChanged, raw, &QAction::setChecked);
    m_needFile += raw;
    fillWriting(*menu.addMenu(tr("Fol&ding")), pane.editor().folding().actions());
    add(menu, tr("Next &column"), QKeySequence(Qt::Key_F6), [this] { m_view.focusNextColumn(); });
    add(menu, tr("Previous column"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { m_view.focusNextColumn(Qt::BacktabFocusReason); });
    menu.addSeparator();
    addLookActions(menu, pane.editor(), m_settings);
    QAction *sentences = menu.addAction(tr("Mar&k long sentences"));
    sentences->setCheckable(true);
    sentences->setChecked(m_settings.isOn(u"long-sentences"_s, false));
    pane.editor().sentences().setOn(sentences->isChecked());
    connect(sentences, &QAction::toggled, this, [this, &pane](bool on) {
        m_settings.setOn(u"long-sentences"_s, on);
        pane.editor().sentences().setOn(on);
    });
    menu.addSeparator();
    fillAppearance(*menu.addMenu(tr("Colour&s")));
    addFullScreen(menu, columns);
}

void Menus::addFullScreen(QMenu &menu, const QList<QAction *> &columns)
{
    m_fullScreen = new FullScreen(m_window, m_view, columns);
    QAction *fullScreen = menu.addAction(themeIcon(u"view-fullscreen"_s), tr("&Full screen, the text alone"));
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);
    connect(fullScreen, &QAction::triggered, m_fullScreen, &FullScreen::setOn);
    connect(m_fullScreen, &FullScreen::changed, fullScreen, &QAction::setChecked);
    connect(m_fullScreen, &FullScreen::aboutToEnter, this, [this] { m_settings.setState(u"window"_s, m_window.saveGeometry()); });
    add(menu, tr("Open the menu"), QKeySequence(Qt::Key_F10), [this] { m_fullScreen->openMenu(); });
}

void Menus::fillAppearance(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    for (const auto &[text, appearance] : { std::pair(tr("Like the &desktop"), Appearance::System),
                                            std::pair(tr("&Light"), Appearance::Light), std::pair(tr("D&ark"), Appearance::Dark) }) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        const auto follow = [this, action, appearance] { action->setChecked(appearance == m_settings.appearance()); };
        follow();
        connect(&menu, &QMenu::aboutToShow, action, follow); // it can be chosen elsewhere
        connect(action, &QAction::triggered, this, [this, appearance] {
            m_settings.setAppearance(appearance);
            applyAppearance(*qApp, appearance);
        });
    }
}

void Menus::update()
{
    const bool hasSite = m_workspace.site() != nullptr;
    const bool hasFile = hasSite && m_view.pane().file();
    for (QAction *action : std::as_const(m_needSite))
        action->setEnabled(hasSite);
    for (QAction *action : std::as_const(m_needFile))
        action->setEnabled(hasFile);
}

} // namespace quillway::ui
