// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QObject>

namespace quillway::ui {

class EditorPane;
class HistoryPanel;
class OpenDocuments;

/// Fills the panel of previous versions with those of the file that is open, while the panel can be seen, and brings one back as an edit.
class HistoryControl : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    HistoryControl(workspace::Workspace &workspace, EditorPane &pane, OpenDocuments &documents, HistoryPanel &panel,
                   QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void showVersions(const SitePath &file, const QList<store::Version> &versions);
    void restore(const QByteArray &bytes);

    workspace::Workspace &m_workspace;
    EditorPane &m_pane;
    HistoryPanel &m_panel;
};

} // namespace quillway::ui
