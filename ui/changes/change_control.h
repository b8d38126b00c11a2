// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/places/newest_job.h"

#include <QObject>

#include <functional>
#include <optional>

namespace quillway::ui {

class ChangePreview;
class EditorPane;

/// A change over many files, worked out.
struct ProposedChange {
    changes::SiteChange change;
    Diagnostics problems; ///< of files that it cannot change
};

/// From what the user wants done to many files to the change that is made: works it out on a thread, shows it, makes it if the user says so.
class ChangeControl : public QObject
{
    Q_OBJECT

public:
    /// Pure; runs on a thread.
    using WorkOut = std::function<Result<ProposedChange>(const model::Site &site, const model::Selection &selection)>;
    enum class Show {
        Always,
        OtherFiles, ///< a change of one file alone is made at once: nothing would be seen that was not asked for
    };

    /// All must outlive it.
    ChangeControl(workspace::Workspace &workspace, EditorPane &pane, ChangePreview &preview, QObject *parent = nullptr);

    /// `title`: what the change is called. With what was typed until now; of two asked for at once the newest.
    void workOut(const QString &title, const WorkOut &wanted, Show show = Show::Always);
    void propose(const ProposedChange &proposed, const QString &title);

Q_SIGNALS:
    void shown(); ///< the preview was opened
    void overtaken(); ///< something was typed since: what is shown now is the change with that
    void failed(const quillway::Error &error); ///< it could not be worked out

private:
    /// What is worked out, or was and is shown.
    struct Request {
        QString title;
        WorkOut workOut;
        Show show = Show::Always;
        int round = 1;
    };

    void workOut(const Request &request);
    void take(const Request &request, const Result<ProposedChange> &proposed);
    void accept();
    [[nodiscard]] bool isOvertaken(const changes::SiteChange &change) const;

    workspace::Workspace &m_workspace;
    EditorPane &m_pane;
    ChangePreview &m_preview;
    std::optional<Request> m_shown; ///< of what the preview shows
    NewestJob m_job;
};

} // namespace quillway::ui
