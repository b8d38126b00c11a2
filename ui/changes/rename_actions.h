// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/places/newest_job.h"

#include <QObject>

namespace quillway::ui {

class ChangeControl;
class EditorPane;
class InlinePrompt;

/// Other names for the file that is open and for what the caret stands in, asked for in place; every link of the site follows.
class RenameActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    RenameActions(workspace::Workspace &workspace, EditorPane &pane, InlinePrompt &prompt, ChangeControl &changes,
                  QObject *parent = nullptr);

    void renameFile(); ///< the file, or its bundle's folder
    void changeAddress(); ///< the last part of the page's address
    void renameHeading(); ///< of the section that the caret is in
    void renameAsset(); ///< the picture or file that the caret's line shows or links to

Q_SIGNALS:
    void nothingThere(const QString &text); ///< the caret stands in nothing of the kind

private:
    void askForHeading(const SitePath &file, const model::Site &site, int line);
    void askForAsset(const SitePath &asset);

    workspace::Workspace &m_workspace;
    EditorPane &m_pane;
    InlinePrompt &m_prompt;
    ChangeControl &m_changes;
    NewestJob m_search;
};

} // namespace quillway::ui
