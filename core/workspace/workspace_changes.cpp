// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include "core/store/read_unit.h"
#include "core/workspace/site_files.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace quillway::workspace {

using namespace quillway::model;
using store::ChangeReport;
using Outcome = ChangeReport::Outcome;

namespace {

/// Files of one change of which versions are kept. If there are more, the change's own record is what leads back.
constexpr qsizetype mostVersions = 64;
constexpr std::chrono::seconds coarseClock(2); // of file systems

store::ChangeOptions optionsFor(const QString &title)
{
    return { .title = title, .when = QDateTime::currentDateTimeUtc() };
}

bool isLeftAlone(const ChangeReport &report, const SitePath &file)
{
    return std::ranges::contains(report.leftAlone, file.toString(), &Error::file);
}

/// The change as edits of a snapshot.
QList<store::FileEdit> snapshotEdits(const FileSystem &files, const Site &before, const ChangeReport &report)
{
    QList<store::FileEdit> edits;
    for (const changes::Move &move : report.change.moves)
        edits += removalOf(before, move.from) + store::readUnit(files, before.folder(), move.to);
    QSet<QString> leftAlone;
    for (const Error &error : report.leftAlone)
        leftAlone.insert(error.file);
    for (const changes::TextEdit &edit : report.change.edits) {
        if (!leftAlone.contains(edit.file.toString()))
            edits.append({ edit.file, edit.after });
    }
    return edits;
}

} // namespace

/// `touched`: files of which unsaved texts are to be on disk before. What is typed from now on waits for the end.
void Workspace::Private::startChange(const QList<SitePath> &touched, const CarryOut &carryOut)
{
    QList<PendingSave> unsavedTexts;
    for (const SitePath &place : touched)
        unsavedTexts += unsavedIn(place);
    isChanging = true;
    stopTidying.request_stop();
    const std::chrono::nanoseconds begun = std::chrono::system_clock::now().time_since_epoch() - coarseClock;
    worker.start([this, folder = folder, unsavedTexts, carryOut, begun] {
        qsizetype count = 0;
        if (const auto written = writeAll(unsavedTexts, count); !written) {
            return onWindowThread([this, save = unsavedTexts.at(count), written = unsavedTexts.first(count), error = written.error()] {
                changeRefused(save, error, written);
            });
        }
        const ChangeReport report = carryOut(folder);
        if (report.outcome == Outcome::Done)
            keepVersions(folder, report);
        applyTyped();
        onWindowThread([this, report, unsavedTexts, begun] { changeFinished(report, unsavedTexts, begun); });
        if (report.outcome == Outcome::Done)
            applyEdits(snapshotEdits(files, *latest, report));
        readUndoTitles(folder);
    });
}

/// A text could not be saved: then nothing is begun.
void Workspace::Private::changeRefused(const PendingSave &save, const Error &error, const QList<PendingSave> &written)
{
    markAllSaved(written);
    endChange();
    tell(Notice::Kind::ChangeFailed, save.file, error);
}

void Workspace::Private::changeFinished(const ChangeReport &report, const QList<PendingSave> &written, std::chrono::nanoseconds begun)
{
    markAllSaved(written);
    const bool isDone = report.isDone();
    if (isDone)
        followChange(report);
    endChange();
    if (std::exchange(looksAfterChange, false) || report.outcome == Outcome::Unfinished || !report.leftAlone.isEmpty())
        lookAt({ { .files = {}, .folders = {}, .everything = true }, begun });
    if (report.outcome == Outcome::Nothing)
        return;
    Notice notice { .kind = !isDone                              ? Notice::Kind::ChangeFailed
                        : report.kind == store::ChangeKind::Undo ? Notice::Kind::ChangeUndone
                                                                 : Notice::Kind::ChangeDone };
    if (!report.files.isEmpty())
        notice.file = report.files.constFirst();
    notice.error = report.error.value_or(Error());
    notice.files = report.files;
    notice.isWhole = report.outcome != Outcome::Unfinished;
    notice.title = report.title;
    notice.leftAlone = report.leftAlone;
    Q_EMIT q->notice(notice);
}

/// What is known of the files, and what is open, follows the change.
void Workspace::Private::followChange(const ChangeReport &report)
{
    Q_EMIT q->aboutToReplaceText();
    for (const changes::Move &move : report.change.moves)
        followMove(move.from, move.to);
    for (const changes::TextEdit &edit : report.change.edits) {
        if (!report.leftAlone.isEmpty() && isLeftAlone(report, edit.file))
            continue;
        if (!edit.after) {
            forget(edit.file);
            saved.insert(edit.file, std::nullopt);
            continue;
        }
        const UnsavedText *ours = unsaved.find(edit.file);
        if (!ours) { // what was typed back while it was written, and is in no snapshot yet, is overtaken too
            dropTyped(edit.file);
            saved.insert(edit.file, edit.after);
            Q_EMIT q->textReplaced(edit.file);
        } else if (edit.before && ours->text == *edit.before) {
            replaceUnsaved(edit.file, *edit.after, *edit.after);
        } else {
            overtaken.append({ edit.file, *edit.after });
        }
    }
}

/// What was typed meanwhile is merged with what the change made of the file; a save that was asked for comes after that.
void Workspace::Private::endChange()
{
    isChanging = false;
    for (const SitePath &file : unsaved.files())
        settle(file);
    for (const auto &[file, after] : std::exchange(overtaken, {})) {
        if (const UnsavedText *typed = unsaved.find(file)) // the snapshot has what the change made of it
            queueTyped(file, typed->text);
        takeBytes(file, after);
        if (const auto place = saveLater.constFind(file); place != saveLater.cend()) {
            worker.start([this, file, ifChanged = *place] { onWindowThread([this, file, ifChanged] { q->save(file, ifChanged); }); });
            saveLater.erase(place);
        }
    }
    doWhatWaited();
}

/// On the worker.
void Workspace::Private::keepVersions(const QString &siteFolder, const ChangeReport &report)
{
    for (const changes::Move &move : report.change.moves) {
        const auto status = files.status(siteFolder + u'/' + move.to.toString());
        moveVersions(siteFolder, move.from, move.to, status && status->kind == FileKind::Folder);
    }
    if (report.change.edits.size() > mostVersions)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const changes::TextEdit &edit : report.change.edits) {
        if (isLeftAlone(report, edit.file))
            continue;
        if (edit.before)
            std::ignore = store::addVersion(files, siteFolder, edit.file, *edit.before, now.addMSecs(-1));
        if (edit.after)
            std::ignore = store::addVersion(files, siteFolder, edit.file, *edit.after, now);
    }
}

/// On the worker.
void Workspace::Private::readUndoTitles(const QString &siteFolder)
{
    const auto title = [](const std::optional<store::LastChange> &change) {
        return change.transform([](const store::LastChange &last) { return last.title; });
    };
    const UndoTitles titles { title(store::lastChange(files, siteFolder)), title(store::lastUndone(files, siteFolder)) };
    onWindowThread([this, siteFolder, titles] {
        if (siteFolder != folder || titles == undoTitles)
            return;
        undoTitles = titles;
        Q_EMIT q->undoableChanged();
    });
}

void Workspace::Private::tellRecovered(const QList<ChangeReport> &reports)
{
    for (const ChangeReport &report : reports) {
        Q_EMIT q->notice({ .kind = Notice::Kind::ChangeRecovered,
                           .error = report.error.value_or(Error()),
                           .files = report.files,
                           .isWhole = report.outcome == Outcome::Done,
                           .title = report.title,
                           .leftAlone = report.leftAlone });
    }
}

void Workspace::applyChange(const changes::SiteChange &change, const QString &title)
{
    if (!d->site || change.isEmpty())
        return;
    if (d->isChanging || !d->busy.isEmpty()) {
        d->later.append([this, change, title] { applyChange(change, title); });
        return;
    }
    QList<SitePath> touched;
    for (const changes::Move &move : change.moves)
        touched.append(move.from);
    for (const changes::TextEdit &edit : change.edits)
        touched.append(edit.file);
    d->startChange(touched,
                   [this, change, title](const QString &folder) { return store::carryOut(d->files, folder, change, optionsFor(title)); });
}

void Workspace::undoLastChange()
{
    if (!d->site || !canUndoChange())
        return;
    if (d->isChanging || !d->busy.isEmpty()) {
        d->later.append([this] { undoLastChange(); });
        return;
    }
    d->startChange(d->unsaved.files(), [this](const QString &folder) { return store::undoChange(d->files, folder, optionsFor({})); });
}

void Workspace::redoLastChange()
{
    if (!d->site || !redoableChange())
        return;
    if (d->isChanging || !d->busy.isEmpty()) {
        d->later.append([this] { redoLastChange(); });
        return;
    }
    d->startChange(d->unsaved.files(), [this](const QString &folder) { return store::redoChange(d->files, folder, optionsFor({})); });
}

std::optional<QString> Workspace::undoableChange() const
{
    return d->undoTitles.undo;
}

std::optional<QString> Workspace::redoableChange() const
{
    return d->undoTitles.redo;
}

bool Workspace::isChanging() const
{
    return d->isChanging;
}

} // namespace quillway::workspace
