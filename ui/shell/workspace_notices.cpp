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
    connect(&workspace, &Workspace::loaded, this, &WorkspaceNotices::forgetQuestions);
    connect(&workspace, &Workspace::conflictsChanged, this, [this] {
        endQuestions([this](const Notice &asked) {
            return asked.kind == Notice::Kind::OutsideConflict && !m_workspace.outsideConflict(*asked.file);
        });
    });
    connect(&workspace, &Workspace::modifiedChanged, this, [this](const SitePath &file, bool modified) {
        endQuestions([&](const Notice &asked) { return asked.kind == Notice::Kind::GoneUnderneath && asked.file == file && !modified; });
    });
    connect(&bar, &NoticeBar::gone, this, &WorkspaceNotices::questionGone);
    // Later: an answer may have something to say first.
    connect(&bar, &NoticeBar::gone, this, &WorkspaceNotices::askNext, Qt::QueuedConnection);
}

void WorkspaceNotices::tell(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::Saved: // the status line says so
    case Notice::Kind::Restored: return;
    case Notice::Kind::Recovered:
    case Notice::Kind::RecoveredConflict:
    case Notice::Kind::OutsideConflict:
    case Notice::Kind::GoneUnderneath: return ask(notice);
    case Notice::Kind::GoneElsewhere: return tellGoneElsewhere(notice);
    case Notice::Kind::Merged:
    case Notice::Kind::MovedElsewhere:
    case Notice::Kind::PutAside:
    case Notice::Kind::ChangeUndone: return say(NoticeBar::Weight::Good, describeNotice(notice));
    case Notice::Kind::ChangeDone:
    case Notice::Kind::ChangeRecovered: return tellChange(notice);
    case Notice::Kind::Removed: return tellRemoved(notice);
    case Notice::Kind::SaveFailed: return tellSaveFailed(notice);
    case Notice::Kind::RemoveFailed:
    case Notice::Kind::RestoreFailed:
    case Notice::Kind::Unrecoverable:
    case Notice::Kind::RecoveryFailed:
    case Notice::Kind::PutAsideFailed:
    case Notice::Kind::UnreadableOutside:
    case Notice::Kind::SiteAway:
    case Notice::Kind::ChangeFailed:
    case Notice::Kind::LoadFailed: return say(NoticeBar::Weight::Error, describeNotice(notice));
    }
}

/// In place of what is asked, which comes again after it.
void WorkspaceNotices::say(NoticeBar::Weight weight, const QString &text, const QList<NoticeAction> &actions)
{
    m_showsQuestion = false;
    m_bar.tell(weight, text, actions);
}

/// Several that go one right after the other were deleted together and come back together.
void WorkspaceNotices::tellRemoved(const Notice &notice)
{
    constexpr qint64 together = 1000; // milliseconds
    m_removed = m_sinceRemoval.isValid() && m_sinceRemoval.elapsed() < together ? m_removed + 1 : 1;
    m_sinceRemoval.start();
    const QString text = m_removed == 1 ? describeNotice(notice) : tr("%Ln posts are in the trash.", nullptr, m_removed);
    const auto undo = [this] {
        for (; m_removed > 0; --m_removed)
            m_workspace.restoreLastRemoved();
    };
    say(NoticeBar::Weight::Good, text, { { tr("&Undo"), undo } });
}

void WorkspaceNotices::tellChange(const Notice &notice)
{
    QList<NoticeAction> actions;
    if (!notice.files.isEmpty())
        actions.append({ tr("&Undo"), [this] { m_workspace.undoLastChange(); } });
    const bool isGood = notice.isWhole && notice.leftAlone.isEmpty();
    const auto weight = !isGood                   ? NoticeBar::Weight::Error
        : notice.kind == Notice::Kind::ChangeDone ? NoticeBar::Weight::Good
                                                  : NoticeBar::Weight::Question;
    say(weight, describeNotice(notice), actions);
}

void WorkspaceNotices::tellSaveFailed(const Notice &notice)
{
    const SitePath file = notice.file.value_or(SitePath::literal(u"untitled"));
    QList<NoticeAction> actions;
    if (notice.error.code == ErrorCode::ChangedOnDisk || notice.error.code == ErrorCode::AlreadyExists) {
        if (m_workspace.outsideConflict(file)) {
            actions.append({ tr("Compare"), [this, file] {
                                Q_EMIT fileWanted(file);
                                Q_EMIT comparisonWanted(file);
                            } });
        }
        actions.append({ tr("Save mine over it"), [this, file] { m_workspace.save(file, IfChanged::Overwrite); } });
        actions.append({ tr("Take the file’s text"), [this, file] { m_workspace.revert(file); } });
    } else {
        actions.append({ tr("Try again"), [this, file] { m_workspace.save(file); } });
    }
    say(NoticeBar::Weight::Error, describeNotice(notice), actions);
}

/// What is recovered waits until nothing else is being told; what another program does to a text that is just written is asked at once.
void WorkspaceNotices::ask(const Notice &notice)
{
    const bool isUrgent = notice.kind == Notice::Kind::OutsideConflict || notice.kind == Notice::Kind::GoneUnderneath;
    if (isUrgent)
        endQuestions([&](const Notice &asked) { return asked.kind == notice.kind && asked.file == notice.file; });
    m_questions.append(notice);
    if (!isUrgent || m_showsQuestion)
        return askNext();
    m_questions.move(m_questions.size() - 1, 0);
    askFirst();
}

/// Shows the next, unless something else is being told.
void WorkspaceNotices::askNext()
{
    if (!m_questions.isEmpty() && m_bar.isHidden())
        askFirst();
}

void WorkspaceNotices::askFirst()
{
    m_showsQuestion = true;
    const Notice notice = m_questions.constFirst();
    switch (notice.kind) {
    case Notice::Kind::Recovered: return askRecovered(notice);
    case Notice::Kind::OutsideConflict: return askConflict(notice);
    case Notice::Kind::GoneUnderneath: return askGone(notice);
    default: return askRecoveredConflict(notice);
    }
}

void WorkspaceNotices::askConflict(const Notice &notice)
{
    const auto show = [this, file = *notice.file] {
        Q_EMIT fileWanted(file);
        Q_EMIT comparisonWanted(file);
    };
    const auto overwrite = [this, file = *notice.file] {
        Q_EMIT aboutToReplaceText();
        m_workspace.save(file, IfChanged::Overwrite);
    };
    const auto take = [this, file = *notice.file] {
        Q_EMIT aboutToReplaceText();
        m_workspace.revert(file);
    };
    m_bar.tell(NoticeBar::Weight::Question, describeNotice(notice),
               { { tr("&Compare"), show }, { tr("Save &mine over it"), overwrite }, { tr("Take the file’s &text"), take } });
}

void WorkspaceNotices::askGone(const Notice &notice)
{
    const auto save = [this, file = *notice.file] {
        Q_EMIT aboutToReplaceText();
        m_workspace.save(file);
    };
    const auto letGo = [this, file = *notice.file] { m_workspace.putAside(file); };
    m_bar.tell(NoticeBar::Weight::Question, describeNotice(notice), { { tr("&Save it again"), save }, { tr("&Let it go"), letGo } });
}

void WorkspaceNotices::tellGoneElsewhere(const Notice &notice)
{
    const auto putBack = [this, files = notice.files] {
        m_workspace.putBack(files);
        Q_EMIT fileWanted(files.constFirst());
    };
    say(NoticeBar::Weight::Good, describeNotice(notice), { { tr("&Bring back"), putBack } });
}

/// Takes back questions that have answered themselves.
void WorkspaceNotices::endQuestions(const std::function<bool(const Notice &)> &isOver)
{
    if (m_questions.isEmpty())
        return;
    const bool showsOne = m_showsQuestion && isOver(m_questions.constFirst());
    if (showsOne)
        m_showsQuestion = false;
    m_questions.removeIf(isOver);
    if (!showsOne)
        return;
    m_bar.hide();
    askNext();
}

void WorkspaceNotices::endRecovered(int conflict)
{
    endQuestions([&](const Notice &asked) { return asked.conflict && asked.conflict->id == conflict; });
}

void WorkspaceNotices::askRecovered(const Notice &notice)
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

void WorkspaceNotices::askRecoveredConflict(const Notice &notice)
{
    const int id = notice.conflict->id;
    const auto use = [this, id, file = *notice.file] {
        Q_EMIT aboutToReplaceText();
        m_workspace.useRecovered(id);
        Q_EMIT fileWanted(file);
    };
    const auto putAside = [this, id] { m_workspace.putRecoveredAside(id); };
    const auto compare = [this, notice] {
        m_questions.prepend(notice); // until it is decided there
        Q_EMIT fileWanted(*notice.file);
        Q_EMIT recoveredComparisonWanted(notice);
    };
    QList<NoticeAction> actions { { tr("&Use my text"), use }, { tr("Keep what is on &disk"), putAside } };
    if (notice.conflict->onDisk)
        actions.prepend({ tr("&Compare"), compare });
    m_bar.tell(NoticeBar::Weight::Question, describeNotice(notice), actions);
}

void WorkspaceNotices::questionGone()
{
    if (std::exchange(m_showsQuestion, false))
        m_questions.removeFirst();
}

/// Another site: what waits there is told when that is opened again.
void WorkspaceNotices::forgetQuestions()
{
    if (std::exchange(m_showsQuestion, false))
        m_bar.hide();
    m_questions.clear();
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
