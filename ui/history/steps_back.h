// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/history.h"
#include "ui/editor/file_document.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

namespace quillway::workspace {
class Workspace;
}

namespace quillway::ui {

class EditorPane;

/// Undo beyond what was typed since a file was opened: where the document's own undo history begins, one more step goes back to the version that was saved before, and
/// so on. Redo leads forth again, to the newest text. Each step is an edit of the document like any other: what is typed
/// then is undone first. Versions are read on workers; who types meanwhile is not disturbed.
class StepsBack : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    StepsBack(workspace::Workspace &workspace, EditorPane &pane, QObject *parent = nullptr);

    /// To be asked before the editor's own undo and redo: true if the step is, or will be, taken here.
    bool goBack();
    bool goForth();

Q_SIGNALS:
    void steppedBack(const QDateTime &saved); ///< the text is the one that was saved then
    void atTheBeginning(); ///< there is nothing older

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Later {
        QByteArray text;
        QDateTime saved; ///< of the version that it was; invalid if it was typed
    };
    /// How far one has gone back in a document.
    struct Travel {
        QList<Later> later; ///< to go forth to; the next one last
        QDateTime saved; ///< of the version that is shown; invalid: none
        int undoSteps = -1; ///< of the document, right after the last step
        QByteArray newest; ///< before its own edits were undone
    };
    /// A version that is looked for.
    struct Search {
        const FileDocument *document = nullptr;
        SitePath file;
        QByteArray from; ///< the text to go back from
    };

    [[nodiscard]] FileDocument *document() const;
    Travel &travelOf(FileDocument &document);
    [[nodiscard]] static bool isTravelling(const Travel &travel, FileDocument &document);
    void choose(const SitePath &file, const QList<store::Version> &versions);
    void take(const store::Version &version, const Result<QByteArray> &text);
    void replace(FileDocument &document, const QByteArray &text);

    workspace::Workspace &m_workspace;
    EditorPane &m_pane;
    QHash<const QObject *, Travel> m_travels;
    std::optional<Search> m_search;
};

} // namespace quillway::ui
