// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/steps_back.h"

#include "core/base/content_hash.h"
#include "core/workspace/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/text_editor.h"

#include <QFutureWatcher>
#include <QKeyEvent>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace quillway::ui {

using workspace::Workspace;

StepsBack::StepsBack(Workspace &workspace, EditorPane &pane, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_pane(pane)
{
    pane.editor().installEventFilter(this);
    pane.setUndoBeyond([this] { return goBack(); }, [this] { return goForth(); });
    connect(&workspace, &Workspace::versionsListed, this, &StepsBack::choose);
    connect(&workspace, &Workspace::loaded, this, [this] { m_search.reset(); });
}

/// Keys come to the editor itself, not by way of the menu.
bool StepsBack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == &m_pane.editor()) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if ((key.matches(QKeySequence::Undo) && goBack()) || (key.matches(QKeySequence::Redo) && goForth()))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

FileDocument *StepsBack::document() const
{
    FileDocument *document = m_pane.document();
    return document && !document->readOnlyReason() ? document : nullptr;
}

StepsBack::Travel &StepsBack::travelOf(FileDocument &document)
{
    if (!m_travels.contains(&document))
        connect(&document, &QObject::destroyed, this, [this](const QObject *gone) { m_travels.remove(gone); });
    return m_travels[&document];
}

/// Nothing was done to the document since the last step, or it was undone.
bool StepsBack::isTravelling(const Travel &travel, FileDocument &document)
{
    return travel.undoSteps >= 0 && document.document()->availableUndoSteps() == travel.undoSteps;
}

bool StepsBack::goBack()
{
    FileDocument *document = this->document();
    if (!document)
        return false;
    Travel &travel = travelOf(*document);
    QTextDocument &text = *document->document();
    if (text.isUndoAvailable() && !isTravelling(travel, *document)) {
        if (!text.isRedoAvailable())
            travel.newest = document->bytes();
        return false;
    }
    if (m_search && m_search->document == document)
        return true; // a key held down
    m_pane.flush();
    m_search = Search { document, document->file(), document->bytes() };
    m_workspace.listVersions(document->file());
    return true;
}

void StepsBack::choose(const SitePath &file, const QList<store::Version> &versions)
{
    if (!m_search || m_search->file != file)
        return;
    const QDateTime before = m_travels.value(m_search->document).saved;
    const QByteArray hash = contentHash(m_search->from);
    const auto version = std::ranges::find_if(versions, [&](const store::Version &candidate) {
        return candidate.hash != hash && (!before.isValid() || candidate.when < before);
    });
    if (version == versions.end()) {
        m_search.reset();
        Q_EMIT atTheBeginning();
        return;
    }
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, chosen = *version] {
        watcher->deleteLater();
        take(chosen, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(m_workspace.versionLoader(file), *version));
}

void StepsBack::take(const store::Version &version, const Result<QByteArray> &text)
{
    const auto search = std::exchange(m_search, std::nullopt);
    FileDocument *document = this->document();
    if (!search || document != search->document || document->bytes() != search->from)
        return; // another file is open, or somebody has typed
    Travel &travel = travelOf(*document);
    if (!text) { // damaged: the one before it, next time
        travel.saved = version.when;
        return;
    }
    if (!isTravelling(travel, *document))
        travel.later.clear();
    if (document->document()->isRedoAvailable() && !travel.newest.isEmpty() && travel.newest != search->from)
        travel.later.append({ travel.newest, {} });
    travel.newest.clear();
    travel.later.append({ search->from, travel.saved });
    travel.saved = version.when;
    replace(*document, *text);
    Q_EMIT steppedBack(version.when);
}

bool StepsBack::goForth()
{
    FileDocument *document = this->document();
    if (!document)
        return false;
    Travel &travel = travelOf(*document);
    if (!isTravelling(travel, *document) || document->document()->isRedoAvailable() || travel.later.isEmpty())
        return false;
    const Later next = travel.later.takeLast();
    travel.saved = next.saved;
    replace(*document, next.text);
    return true;
}

/// As undo does, it shows what has changed.
void StepsBack::replace(FileDocument &document, const QByteArray &text)
{
    int place = -1;
    const auto shown = connect(&document, &FileDocument::replaced, this,
                               [&](const QList<text::TextChange> &changes) { place = static_cast<int>(changes.constFirst().from); });
    document.replaceBytes(text);
    disconnect(shown);
    travelOf(document).undoSteps = document.document()->availableUndoSteps();
    if (place < 0)
        return;
    QTextCursor cursor = m_pane.editor().textCursor();
    cursor.setPosition(std::max(place, m_pane.editor().firstPosition()));
    m_pane.editor().setTextCursor(cursor);
    m_pane.editor().ensureCursorVisible();
}

} // namespace quillway::ui
