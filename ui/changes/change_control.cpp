// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_control.h"

#include "ui/changes/change_preview.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"

#include <QPointer>

#include <algorithm>

namespace quillway::ui {

using changes::SiteChange;
using workspace::Workspace;

namespace {

/// A text whose head cannot be read stays another one than the snapshot has: the change leaves it alone in the end, and says so.
constexpr int mostRounds = 5;

/// Nothing but one file, or folder, is another then.
bool isOfOneFile(const SiteChange &change)
{
    if (change.moves.isEmpty())
        return change.edits.size() <= 1;
    const SitePath &moved = change.moves.constFirst().to;
    return change.moves.size() == 1 && std::ranges::all_of(change.edits, [&](const changes::TextEdit &edit) {
               return edit.file == moved || edit.file.toString().startsWith(moved.toString() + u'/');
           });
}

/// Where a file was before the moves.
SitePath placeBefore(const SitePath &file, const QList<changes::Move> &moves)
{
    for (const changes::Move &move : moves) {
        const QString &name = file.toString();
        if (file == move.to || name.startsWith(move.to.toString() + u'/'))
            return changes::movedPath(file, { move.to, move.from });
    }
    return file;
}

} // namespace

ChangeControl::ChangeControl(Workspace &workspace, EditorPane &pane, ChangePreview &preview, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_preview(preview)
{
    connect(&preview, &ChangePreview::accepted, this, &ChangeControl::accept);
    connect(&preview, &ChangePreview::rejected, this, [this] { m_pane.editor().setFocus(); });
    connect(&workspace, &Workspace::loaded, this, [this] { // what is worked out or shown was another site's
        m_job.cancel();
        m_preview.hide();
    });
}

void ChangeControl::workOut(const QString &title, const WorkOut &wanted, Show show)
{
    workOut({ title, wanted, show });
}

void ChangeControl::workOut(const Request &request)
{
    m_pane.flush();
    m_workspace.whenNewest([self = QPointer(this), request](const model::SitePtr &site) {
        if (!self)
            return;
        const auto work = [site, wanted = request.workOut] { return wanted(*site, { .buildDate = QDateTime::currentDateTimeUtc() }); };
        self->m_job.run(work, [self, request](const Result<ProposedChange> &proposed) { self->take(request, proposed); });
    });
}

void ChangeControl::take(const Request &request, const Result<ProposedChange> &proposed)
{
    if (!proposed)
        return Q_EMIT failed(proposed.error());
    m_pane.flush();
    if (isOvertaken(proposed->change) && request.round < mostRounds)
        return workOut({ request.title, request.workOut, request.show, request.round + 1 });
    if (request.show == Show::OtherFiles && isOfOneFile(proposed->change) && proposed->problems.isEmpty())
        return m_workspace.applyChange(proposed->change, request.title);
    propose(*proposed, request.title);
    m_shown = request;
}

void ChangeControl::propose(const ProposedChange &proposed, const QString &title)
{
    m_shown.reset();
    m_preview.show(proposed.change, title, proposed.problems);
    Q_EMIT shown();
}

void ChangeControl::accept()
{
    m_pane.flush();
    if (m_shown && m_shown->round < mostRounds && isOvertaken(m_preview.change())) {
        Q_EMIT overtaken();
        return workOut({ m_shown->title, m_shown->workOut, m_shown->show });
    }
    m_workspace.applyChange(m_preview.change(), m_preview.title());
    m_pane.editor().setFocus();
}

/// A text that it edits is another one by now.
bool ChangeControl::isOvertaken(const SiteChange &change) const
{
    return std::ranges::any_of(change.edits, [&](const changes::TextEdit &edit) {
        const SitePath file = placeBefore(edit.file, change.moves);
        return edit.before && m_workspace.hasText(file) && m_workspace.text(file) != *edit.before;
    });
}

} // namespace quillway::ui
