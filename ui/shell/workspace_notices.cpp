// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace_notices.h"

#include "ui/problems/messages.h"

#include <QDesktopServices>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::IfChanged;
using workspace::Notice;
using workspace::Workspace;

WorkspaceNotices::WorkspaceNotices(Workspace &workspace, NoticeBar &bar, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_bar(bar)
{
    connect(&workspace, &Workspace::notice, this, &WorkspaceNotices::tell);
    connect(&workspace, &Workspace::exportFinished, this, &WorkspaceNotices::tellExport);
    connect(&workspace, &Workspace::loaded, this, &WorkspaceNotices::forgetRecovery);
    connect(&bar, &NoticeBar::gone, this, &WorkspaceNotices::recoveryGone);
    // Later: an answer may have something to say first.
    connect(&bar, &NoticeBar::gone, this, &WorkspaceNotices::tellRecovery, Qt::QueuedConnection);
}

void WorkspaceNotices::tell(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::Saved: // the status line says so
    case Notice::Kind::Renamed:
    case Notice::Kind::Restored: return;
    case Notice::Kind::Recovered:
    case Notice::Kind::RecoveredConflict: m_recovery.append(notice); return tellRecovery();
    case Notice::Kind::PutAside: return say(NoticeBar::Weight::Good, describeNotice(notice));
    case Notice::Kind::Removed: return tellRemoved(notice);
    case Notice::Kind::SaveFailed: return tellSaveFailed(notice);
    case Notice::Kind::RenameFailed:
    case Notice::Kind::RemoveFailed:
    case Notice::Kind::RestoreFailed:
    case Notice::Kind::Unrecoverable:
    case Notice::Kind::RecoveryFailed:
    case Notice::Kind::PutAsideFailed:
    case Notice::Kind::LoadFailed: return say(NoticeBar::Weight::Error, describeNotice(notice));
    }
}

/// In place of what was recovered, which comes again after it.
void WorkspaceNotices::say(NoticeBar::Weight weight, const QString &text, const QList<NoticeAction> &actions)
{
    m_showsRecovery = false;
    m_bar.tell(weight, text, actions);
}

/// Several that go one right after the other were deleted together and come back together.
void WorkspaceNotices::tellRemoved(const Notice &notice)
{
    constexpr qint64 together = 1000; // milliseconds
    m_removed = m_sinceRemoval.isValid() && m_sinceRemoval.elapsed() < together ? m_removed + 1 : 1;
    m_sinceRemoval.start();
    const QString text = m_removed == 1 ? describeNotice(notice) : tr("%Ln posts are in the trash.", nullptr, static_cast<int>(m_removed));
    const auto undo = [this] {
        for (; m_removed > 0; --m_removed)
            m_workspace.restoreLastRemoved();
    };
    say(NoticeBar::Weight::Good, text, { { tr("&Undo"), undo } });
}

void WorkspaceNotices::tellSaveFailed(const Notice &notice)
{
    const SitePath file = notice.file.value_or(SitePath::literal(u"untitled"));
    QList<NoticeAction> actions;
    if (notice.error.code == ErrorCode::ChangedOnDisk || notice.error.code == ErrorCode::AlreadyExists
        || notice.error.code == ErrorCode::NotFound) {
        actions.append({ tr("Save mine over it"), [this, file] { m_workspace.save(file, IfChanged::Overwrite); } });
        actions.append({ tr("Take the file’s text"), [this, file] { m_workspace.revert(file); } });
    } else {
        actions.append({ tr("Try again"), [this, file] { m_workspace.save(file); } });
    }
    say(NoticeBar::Weight::Error, describeNotice(notice), actions);
}

/// Shows the next, unless something else is being told.
void WorkspaceNotices::tellRecovery()
{
    if (m_recovery.isEmpty() || !m_bar.isHidden())
        return;
    m_showsRecovery = true;
    const Notice notice = m_recovery.constFirst();
    if (notice.kind == Notice::Kind::Recovered)
        tellRecovered(notice);
    else
        tellConflict(notice);
}

void WorkspaceNotices::tellRecovered(const Notice &notice)
{
    const auto putAside = [this, files = notice.files] {
        Q_EMIT aboutToReplaceText();
        for (const SitePath &file : files)
            m_workspace.putAside(file);
    };
    const auto keep = [this, file = notice.files.constFirst()] { Q_EMIT fileWanted(file); };
    m_bar.tell(NoticeBar::Weight::Question, describeNotice(notice),
               { { notice.files.size() == 1 ? tr("&Keep it") : tr("&Keep them"), keep }, { tr("Show what is on &disk"), putAside } });
}

void WorkspaceNotices::tellConflict(const Notice &notice)
{
    const int id = notice.conflict->id;
    const auto use = [this, id, file = *notice.file] {
        Q_EMIT aboutToReplaceText();
        m_workspace.useRecovered(id);
        Q_EMIT fileWanted(file);
    };
    const auto putAside = [this, id] { m_workspace.putRecoveredAside(id); };
    m_bar.tell(NoticeBar::Weight::Question, describeNotice(notice),
               { { tr("&Use my text"), use }, { tr("Keep what is on &disk"), putAside } });
}

void WorkspaceNotices::recoveryGone()
{
    if (std::exchange(m_showsRecovery, false))
        m_recovery.removeFirst();
}

/// Another site: what waits there is told when that is opened again.
void WorkspaceNotices::forgetRecovery()
{
    if (std::exchange(m_showsRecovery, false))
        m_bar.hide();
    m_recovery.clear();
}

void WorkspaceNotices::tellExport(const publish::ExportReport &report)
{
    QList<NoticeAction> actions;
    if (!report.failure && !report.cancelled) {
        actions.append(
            { tr("&View"), [output = report.output] { QDesktopServices::openUrl(QUrl::fromLocalFile(output + u"/index.html"_s)); } });
        actions.append({ tr("Open &folder"), [output = report.output] { QDesktopServices::openUrl(QUrl::fromLocalFile(output)); } });
    }
    say(report.failure ? NoticeBar::Weight::Error : NoticeBar::Weight::Good, describeExport(report), actions);
}

} // namespace quillway::ui
