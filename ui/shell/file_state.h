// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QObject>

namespace quillway::ui {

class EditorPane;
class SpellChecker;
class StatusLine;

/// Keeps the status line saying what is true of the open file and the site.
class FileState : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    FileState(workspace::Workspace &workspace, EditorPane &pane, SpellChecker &spelling, StatusLine &line, QObject *parent = nullptr);

private:
    void showSaved();
    void showLength();
    void showFormat();
    void showCaret();

    workspace::Workspace &m_workspace;
    EditorPane &m_pane;
    SpellChecker &m_spelling;
    StatusLine &m_line;
};

} // namespace quillway::ui
