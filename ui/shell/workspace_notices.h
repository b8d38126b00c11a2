// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/notice_bar.h"

#include <QElapsedTimer>
#include <QObject>

namespace quillway::ui {

/// Tells what the workspace has to say in the notice bar, each with what can be done about it.
class WorkspaceNotices : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    WorkspaceNotices(workspace::Workspace &workspace, NoticeBar &bar, QObject *parent = nullptr);

Q_SIGNALS:
    void aboutToReplaceText(); ///< what was typed must be handed over before
    void fileWanted(const quillway::SitePath &file); ///< to be shown

private:
    void tell(const workspace::Notice &notice);
    void say(NoticeBar::Weight weight, const QString &text, const QList<NoticeAction> &actions = {});
    void tellRecovery();
    void tellRecovered(const workspace::Notice &notice);
    void tellConflict(const workspace::Notice &notice);
    void recoveryGone();
    void forgetRecovery();
    void tellRemoved(const workspace::Notice &notice);
    void tellSaveFailed(const workspace::Notice &notice);
    void tellExport(const publish::ExportReport &report);

    workspace::Workspace &m_workspace;
    NoticeBar &m_bar;
    QElapsedTimer m_sinceRemoval;
    QList<workspace::Notice> m_recovery; ///< what was recovered, told one after the other; each until it is answered or closed
    bool m_showsRecovery = false; ///< the first of them, now
    int m_removed = 0; ///< posts that the notice's Undo brings back
};

} // namespace quillway::ui
