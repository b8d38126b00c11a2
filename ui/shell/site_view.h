// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/syntax.h"

#include <QWidget>

class QAction;

namespace quillway::ui {

class AddedFiles;
class ChangeControl;
class ChangePreview;
class ConflictControl;
class ConflictView;
class EditorPane;
class ExportControl;
class FileTabs;
class HistoryPanel;
class LibraryView;
class NoticeBar;
class OutlinePanel;
class PlaceStack;
class PostActions;
class PostList;
class PreviewPane;
class ProblemList;
class RenameActions;
class SpellChecker;
class StatusLine;
class UserSettings;
class WorkArea;
class WorkspaceNotices;
struct LibraryEntry;

/// An open site: library, posts, editor, preview side by side, and what leads from one to another. What each does is its own affair.
class SiteView : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    SiteView(workspace::Workspace &workspace, UserSettings &settings, SpellChecker &spelling, QWidget *parent = nullptr);
    ~SiteView() override;

    /// Opens a file in the editor; with a line, goes there.
    void openFile(const SitePath &file, SourcePosition position = {});
    /// Opens a topic or reading path in its workspace.
    void openWorkspace(const SitePath &file);
    /// The workspace of all tags; with a key, of that one.
    void openTags(const QString &key = {});
    /// The workspace of publishing.
    void openPublishing();
    /// The text of the editor, or the first field of the workspace that stands in its place, gets the focus.
    void focusContent();
    void startExport();
    /// Asks other sites about the links to them; what they say comes among the problems, which are shown.
    void checkExternalLinks();
    /// Narrows the list of posts to those of a place of the library.
    void showPostsOf(const LibraryEntry &entry);
    /// Puts a panel below the columns, where the problems are; the view owns it.
    void addPanel(QWidget &panel);
    /// Leaves nothing but the text and what must be told; then gives back what there was, as wide as it was.
    void setBare(bool bare);
    [[nodiscard]] bool isBare() const;
    /// Remembers widths and what is open.
    void saveState();

    [[nodiscard]] EditorPane &pane() { return *m_pane; }
    [[nodiscard]] PlaceStack &places() { return *m_places; }
    [[nodiscard]] AddedFiles &files() { return *m_files; }
    [[nodiscard]] PostActions &posts() { return *m_postActions; }
    [[nodiscard]] ChangeControl &changes() { return *m_changes; }
    [[nodiscard]] RenameActions &renames() { return *m_renames; }
    [[nodiscard]] PostList &postList() { return *m_posts; }
    [[nodiscard]] QWidget &library();
    [[nodiscard]] QWidget &preview();
    [[nodiscard]] QList<QAction *> previewActions() const; ///< how the page is shown
    [[nodiscard]] QWidget &problems();
    [[nodiscard]] QWidget &history();
    [[nodiscard]] OutlinePanel &outline() { return *m_outline; }
    [[nodiscard]] FileTabs &tabs() { return *m_tabs; }
    [[nodiscard]] NoticeBar &notices() { return *m_notices; }
    [[nodiscard]] Syntax &syntax() { return m_syntax; }
    [[nodiscard]] SpellChecker &spelling() { return m_spelling; }

    /// The next column or panel that can be seen gets the focus; the one before for Qt::BacktabFocusReason.
    void focusNextColumn(Qt::FocusReason reason = Qt::TabFocusReason);

Q_SIGNALS:
    void fileChanged(); ///< another file is open in the editor
    void problemsShown(bool shown);

private:
    void siteLoaded();
    void siteChanged(const model::SitePtr &site);
    void showEntry(const LibraryEntry &entry);
    void showModified();
    void followLanguage();
    void leaveRemoved(const workspace::Notice &notice);
    void connectTabs();
    [[nodiscard]] QString titleOf(const SitePath &file) const;
    void leave(const SitePath &file); ///< a file that is not there any more
    void connectParts();
    void connectChanges();
    void connectConflicts(WorkspaceNotices &notices);

    workspace::Workspace &m_workspace;
    UserSettings &m_settings;
    SpellChecker &m_spelling;
    Syntax m_syntax;
    OpenDocuments m_documents;
    QWidget *m_libraryColumn;
    LibraryView *m_library;
    PostList *m_posts;
    NoticeBar *m_notices;
    FileTabs *m_tabs;
    OutlinePanel *m_outline;
    EditorPane *m_pane;
    PlaceStack *m_places;
    PreviewPane *m_preview;
    ProblemList *m_problems;
    HistoryPanel *m_history;
    ConflictView *m_conflict;
    ChangePreview *m_changePreview;
    StatusLine *m_status;
    ExportControl *m_export;
    PostActions *m_postActions;
    ChangeControl *m_changes;
    RenameActions *m_renames;
    AddedFiles *m_files;
    WorkArea *m_area; ///< the columns and the panels below them
    bool m_rawForPlace = false; ///< the raw view was not chosen: a place in the text of a topic or path was gone to
};

} // namespace quillway::ui
