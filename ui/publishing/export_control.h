// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace quillway::ui {

/// Starts the export of the open site and shows how far it is, with a way to stop it. Hidden while nothing is exported.
class ExportControl : public QWidget
{
    Q_OBJECT

public:
    /// Must outlive it.
    explicit ExportControl(workspace::Workspace &workspace, QWidget *parent = nullptr);

    /// Every text typed so far must be with the workspace.
    void start();

Q_SIGNALS:
    void finished(const quillway::publish::ExportReport &report);

private:
    workspace::Workspace &m_workspace;
    QLabel *m_text;
    QProgressBar *m_bar;
};

} // namespace quillway::ui
