// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/diff/conflict_view.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace quillway::ui {

class EditorPane;
class OpenDocuments;

/// Shows two texts of the open file side by side where somebody has to decide between them: unsaved text and what another program wrote, or a recovered text and
/// what is there. Opens the view by itself, but never while one types; closes it when there is nothing to decide any more. What is
/// decided becomes an edit of the file's document.
class ConflictControl : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ConflictControl(workspace::Workspace &workspace, EditorPane &pane, OpenDocuments &documents, ConflictView &view,
                    QObject *parent = nullptr);

    /// Opens the view for a conflict of the file, which is the one in the editor.
    void compare(const SitePath &file);
    /// The same for a recovered text.
    void compareRecovered(const workspace::Notice &notice);

Q_SIGNALS:
    void shown(); ///< the view was opened
    void recoveredDecided(int conflict);

private:
    /// What is shown, or about to be.
    struct Question {
        SitePath file;
        int recovered = 0; ///< Conflict::id; 0: a change from outside
        bool isOnDisk = true; ///< theirs is what the disk has
        QByteArray ours;
        QByteArray theirs;
        std::optional<QByteArray> base;

        friend bool operator==(const Question &, const Question &) = default;
    };

    void follow();
    void ask(const Question &question);
    void askAgain();
    [[nodiscard]] bool isStale();
    void show(const Question &question, const text::Merge &merge);
    void close();
    void resolve(ConflictChoice choice, const QByteArray &text);
    void apply(const Question &question, ConflictChoice choice, const QByteArray &text);

    workspace::Workspace &m_workspace;
    EditorPane &m_pane;
    OpenDocuments &m_documents;
    ConflictView &m_view;
    std::optional<Question> m_question;
    int m_firstTouching = 0; ///< line of the text with both where the two touch first
    QTimer m_quiet; ///< since the last key, before the view opens by itself
    QTimer m_settled; ///< since the text changed under an open view
    quint64 m_request = 0; ///< the newest merge's number
    quint64 m_shown = 0; ///< that of the one which is shown
};

} // namespace quillway::ui
