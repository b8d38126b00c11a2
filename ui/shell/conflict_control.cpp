// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conflict_control.h"

#include "ui/editor/editor_pane.h"
#include "ui/editor/file_document.h"
#include "ui/editor/open_documents.h"
#include "ui/editor/text_editor.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace std::chrono_literals;
using workspace::Notice;
using workspace::Workspace;

namespace {

text::Merge made(const std::optional<QByteArray> &base, const QByteArray &ours, const QByteArray &theirs)
{
    return base ? text::merge(*base, ours, theirs) : text::unite(ours, theirs);
}

/// The line, from 1, at which the first piece that both changed stands in the text with both; 0 if there is none.
int firstTouchingLine(const text::Merge &merge)
{
    qsizetype line = 1;
    for (const text::MergePiece &piece : merge.pieces) {
        if (piece.source == text::MergeSource::Conflict)
            return static_cast<int>(line);
        line += piece.source == text::MergeSource::Theirs ? piece.theirs.count : piece.ours.count;
    }
    return 0;
}

} // namespace

ConflictControl::ConflictControl(Workspace &workspace, EditorPane &pane, OpenDocuments &documents, ConflictView &view, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_documents(documents)
    , m_view(view)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(1s);
    m_settled.setSingleShot(true);
    m_settled.setInterval(200ms);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (const auto file = m_pane.file())
            compare(*file);
    });
    connect(&m_settled, &QTimer::timeout, this, &ConflictControl::askAgain);
    connect(&workspace, &Workspace::conflictsChanged, this, &ConflictControl::follow);
    connect(&workspace, &Workspace::loaded, this, &ConflictControl::close);
    connect(&workspace, &Workspace::renamed, this, [this](const SitePath &from, const SitePath &to) {
        if (m_question && m_question->file == from)
            m_question->file = to;
    });
    connect(&pane, &EditorPane::fileChanged, this, &ConflictControl::follow);
    connect(&documents, &OpenDocuments::handedOver, this, [this](const SitePath &file) {
        if (m_quiet.isActive() && file == m_pane.file())
            m_quiet.start();
        if (m_question && m_question->file == file && m_question->recovered == 0)
            m_settled.start();
    });
    connect(&view, &ConflictView::closeRequested, this, &ConflictControl::close);
    connect(&view, &ConflictView::resolved, this, &ConflictControl::resolve);
}

/// The question of another file, or one that has answered itself, is not left standing.
void ConflictControl::follow()
{
    const auto file = m_pane.file();
    const auto conflict = file ? m_workspace.outsideConflict(*file) : std::nullopt;
    if (m_question && (m_question->file != file || (m_question->recovered == 0 && !conflict)))
        close();
    if (m_question && conflict)
        m_settled.start();
    else if (conflict)
        m_quiet.start();
    else
        m_quiet.stop();
}

void ConflictControl::compare(const SitePath &file)
{
    m_quiet.stop();
    m_pane.flush();
    const auto conflict = m_workspace.outsideConflict(file);
    if (!conflict || file != m_pane.file())
        return;
    ask({ .file = file, .ours = m_workspace.text(file), .theirs = conflict->theirs, .base = conflict->base });
}

void ConflictControl::compareRecovered(const Notice &notice)
{
    if (!notice.file || !notice.conflict)
        return;
    m_pane.flush();
    ask({ .file = *notice.file,
          .recovered = notice.conflict->id,
          .isOnDisk = !m_workspace.isModified(*notice.file),
          .ours = notice.conflict->recovered,
          .theirs = m_workspace.text(*notice.file),
          .base = {} });
}

/// Merging and comparing are made on workers: the view shows them when they are there.
void ConflictControl::ask(const Question &question)
{
    if (m_question == question && m_shown == m_request && !m_view.isHidden())
        return;
    m_question = question;
    const quint64 request = ++m_request;
    auto *watcher = new QFutureWatcher<text::Merge>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, request] {
        watcher->deleteLater();
        if (request == m_request && m_question)
            show(*m_question, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&made, question.base, question.ours, question.theirs));
}

void ConflictControl::askAgain()
{
    if (m_question && isStale())
        compare(m_question->file);
}

/// True if one of the two texts is another one by now.
bool ConflictControl::isStale()
{
    if (m_question->recovered != 0)
        return false;
    m_pane.flush();
    const auto conflict = m_workspace.outsideConflict(m_question->file);
    return !conflict || conflict->theirs != m_question->theirs || m_workspace.text(m_question->file) != m_question->ours;
}

void ConflictControl::show(const Question &question, const text::Merge &merge)
{
    const bool isRecovered = question.recovered != 0;
    const QString name = question.file.toString();
    m_firstTouching = firstTouchingLine(merge);
    m_shown = m_request;
    m_view.showConflict({
        .heading = isRecovered ? tr("Recovered text of “%1”, and what the file has now").arg(name)
                               : tr("Another program changed “%1” where you did").arg(name),
        .ours = { isRecovered ? tr("Recovered") : tr("Mine"), question.ours },
        .theirs = { question.isOnDisk ? tr("On disk") : tr("In the editor"), question.theirs },
        .merge = merge,
    });
    if (!m_view.isHidden())
        return;
    m_view.show();
    Q_EMIT shown();
}

void ConflictControl::close()
{
    m_question.reset();
    ++m_request;
    m_settled.stop();
    m_quiet.stop();
    m_view.hide();
}

void ConflictControl::resolve(ConflictChoice choice, const QByteArray &text)
{
    if (!m_question || m_shown != m_request) // another comparison is on its way
        return;
    if (isStale()) // nobody has seen what it would be
        return compare(m_question->file);
    const Question question = *m_question;
    close();
    apply(question, choice, text);
    m_pane.editor().setFocus();
}

void ConflictControl::apply(const Question &question, ConflictChoice choice, const QByteArray &text)
{
    if (question.recovered != 0) {
        if (choice == ConflictChoice::Theirs)
            m_workspace.putRecoveredAside(question.recovered);
        else
            m_workspace.useRecovered(question.recovered);
        Q_EMIT recoveredDecided(question.recovered);
    }
    if (question.isOnDisk)
        m_workspace.decideConflict(question.file, question.theirs);
    const bool isEdit = choice == ConflictChoice::Both || (choice == ConflictChoice::Theirs && question.recovered == 0);
    FileDocument *document = m_documents.document(question.file);
    if (!isEdit)
        return;
    if (!document->replaceBytes(text))
        return m_workspace.setText(question.file, text); // it starts again with it, and can only be looked at
    m_documents.flush();
    if (choice == ConflictChoice::Both && m_firstTouching > 0)
        m_pane.editor().goTo(m_firstTouching);
}

} // namespace quillway::ui
