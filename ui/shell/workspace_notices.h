// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QElapsedTimer>
#include <QObject>

namespace quillway::ui {

class NoticeBar;

/// Tells what the workspace has to say in the notice bar, each with what can be done about it.
class WorkspaceNotices : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    WorkspaceNotices(workspace::Workspace &workspace, NoticeBar &bar, QObject *parent = nullptr);

private:
    void tell(const workspace::Notice &notice);
    void tellRemoved(const workspace::Notice &notice);
    void tellSaveFailed(const workspace::Notice &notice);
    void tellExport(const publish::ExportReport &report);

    workspace::Workspace &m_workspace;
    NoticeBar &m_bar;
    QElapsedTimer m_sinceRemoval;
    int m_removed = 0; ///< posts that the notice's Undo brings back
};

} // namespace quillway::ui
