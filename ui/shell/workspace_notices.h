// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/notice_bar.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>

namespace quillway::ui {

/// Tells what the workspace has to say in the notice bar, each with what can be done about it.
class WorkspaceNotices : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    WorkspaceNotices(workspace::Workspace &workspace, NoticeBar &bar, QObject *parent = nullptr);

    /// What was asked about a recovered text is decided elsewhere.
    void endRecovered(int conflict);

Q_SIGNALS:
    void aboutToReplaceText(); ///< what was typed must be handed over before
    void fileWanted(const quillway::SitePath &file); ///< to be shown
    void comparisonWanted(const quillway::SitePath &file); ///< of its text and what another program wrote
    void recoveredComparisonWanted(const quillway::workspace::Notice &notice);

private:
    void tell(const workspace::Notice &notice);
    void say(NoticeBar::Weight weight, const QString &text, const QList<NoticeAction> &actions = {});
    void ask(const workspace::Notice &notice);
    void askNext();
    void askFirst();
    void askRecovered(const workspace::Notice &notice);
    void askRecoveredConflict(const workspace::Notice &notice);
    void askConflict(const workspace::Notice &notice);
    void askGone(const workspace::Notice &notice);
    void endQuestions(const std::function<bool(const workspace::Notice &)> &isOver);
    void questionGone();
    void forgetQuestions();
    void tellGoneElsewhere(const workspace::Notice &notice);
    void tellRemoved(const workspace::Notice &notice);
    void tellChange(const workspace::Notice &notice);
    void tellSaveFailed(const workspace::Notice &notice);
    void tellExport(const publish::ExportReport &report);

    workspace::Workspace &m_workspace;
    NoticeBar &m_bar;
    QElapsedTimer m_sinceRemoval;
    QList<workspace::Notice> m_questions; ///< asked one after the other; each until it is answered, closed, or has answered itself
    bool m_showsQuestion = false; ///< the first of them, now
    int m_removed = 0; ///< posts that the notice's Undo brings back
};

} // namespace quillway::ui
