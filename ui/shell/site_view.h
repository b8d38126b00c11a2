// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/syntax.h"

#include <QSet>
#include <QWidget>

#include <optional>

class QSplitter;

namespace quillway::ui {

class EditorPane;
class ExportControl;
class HistoryPanel;
class LibraryView;
class NoticeBar;
class PostActions;
class PostList;
class PreviewPane;
class ProblemList;
class SpellChecker;
class StatusLine;
class UserSettings;
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
    void startExport();
    /// Puts a panel below the columns, where the problems are; the view owns it.
    void addPanel(QWidget &panel);
    /// Leaves nothing but the text and what must be told; then gives back what there was, as wide as it was.
    void setBare(bool bare);
    /// Remembers widths and what is open.
    void saveState();

    [[nodiscard]] EditorPane &pane() { return *m_pane; }
    [[nodiscard]] PostActions &posts() { return *m_postActions; }
    [[nodiscard]] PostList &postList() { return *m_posts; }
    [[nodiscard]] QWidget &library();
    [[nodiscard]] QWidget &preview();
    [[nodiscard]] QWidget &problems();
    [[nodiscard]] QWidget &history();
    [[nodiscard]] NoticeBar &notices() { return *m_notices; }
    [[nodiscard]] Syntax &syntax() { return m_syntax; }
    [[nodiscard]] SpellChecker &spelling() { return m_spelling; }

    /// The next column or panel that can be seen gets the focus; the one before for Qt::BacktabFocusReason.
    void focusNextColumn(Qt::FocusReason reason = Qt::TabFocusReason);

Q_SIGNALS:
    void fileChanged(); ///< another file is open in the editor
    void problemsShown(bool shown);

private:
    /// What is given back.
    struct BareView {
        QByteArray columns;
        QByteArray rows;
        QSet<QWidget *> shown;
    };

    [[nodiscard]] QList<QWidget *> aroundTheText() const;
    void siteLoaded();
    void siteChanged(const model::SitePtr &site);
    void showEntry(const LibraryEntry &entry);
    void showModified();
    void followLanguage();
    void leaveRemoved(const workspace::Notice &notice);
    void leave(const SitePath &file); ///< a file that is not there any more
    void connectParts();

    workspace::Workspace &m_workspace;
    UserSettings &m_settings;
    SpellChecker &m_spelling;
    Syntax m_syntax;
    OpenDocuments m_documents;
    QWidget *m_libraryColumn;
    LibraryView *m_library;
    PostList *m_posts;
    NoticeBar *m_notices;
    EditorPane *m_pane;
    PreviewPane *m_preview;
    ProblemList *m_problems;
    HistoryPanel *m_history;
    StatusLine *m_status;
    ExportControl *m_export;
    PostActions *m_postActions;
    QSplitter *m_columns;
    QSplitter *m_rows;
    std::optional<BareView> m_before; ///< while the view is bare
};

} // namespace quillway::ui
