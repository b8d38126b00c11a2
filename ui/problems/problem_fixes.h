// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/fixes.h"
#include "core/workspace/workspace.h"
#include "ui/places/newest_job.h"

#include <QObject>

#include <functional>

namespace quillway::ui {

class OpenDocuments;
class ProblemList;

/// Puts problems right where that is clear: works out what the list may offer, and does what was chosen. A text is changed in the editor, in one step that can be
/// undone, and saved by nobody but its author; one in which something was typed since is left alone.
class ProblemFixes : public QObject
{
    Q_OBJECT

public:
    using ShowFile = std::function<void(const SitePath &)>;

    /// All must outlive it. `show` opens a file in the editor.
    ProblemFixes(workspace::Workspace &workspace, OpenDocuments &documents, ProblemList &list, ShowFile show, QObject *parent = nullptr);

Q_SIGNALS:
    void overtaken(); ///< the text is another one by now: nothing was done

private:
    void apply(const changes::Fix &fix);
    [[nodiscard]] bool applyTo(const changes::TextEdit &edit);

    workspace::Workspace &m_workspace;
    OpenDocuments &m_documents;
    ShowFile m_show;
    NewestJob m_search;
};

} // namespace quillway::ui
