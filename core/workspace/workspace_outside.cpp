// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include "core/store/history.h"
#include "core/store/outside_change.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using store::OutsideAction;
using store::OutsideChange;

namespace {

/// Files that other programs replaced at once. If there are more (another branch was checked out), they are that program's to keep.
constexpr qsizetype mostKept = 64;

} // namespace

void Workspace::Private::startWatch(std::chrono::nanoseconds loadedSince)
{
    watch = std::make_unique<store::SiteWatch>(files, folder);
    QObject::connect(watch.get(), &store::SiteWatch::changed, q, [this](const store::SiteChanges &changes) { lookAt({ changes, {} }); });
    // What was written while the site was read and nobody watched.
    QObject::connect(watch.get(), &store::SiteWatch::watching, q,
                     [this, loadedSince] { lookAt({ { .files = {}, .folders = {}, .everything = true }, loadedSince }); });
    watch->start();
    watch->setOpenFiles(openFiles);
}

/// Its end may have to wait for a slow disk: on the worker, not on the window's thread.
void Workspace::Private::endWatch()
{
    if (!watch)
        return;
    watch->disconnect(q);
    watch->moveToThread(nullptr);
    worker.start([ended = std::shared_ptr<store::SiteWatch>(std::move(watch))]() mutable { ended.reset(); });
}

void Workspace::Private::lookAt(const OutsideQuestion &question)
{
    worker.start([this, question, folder = folder] {
        if (!latest || latest->folder() != folder)
            return;
        onWindowThread([this, folder, look = lookOutside(files, *latest, question)] {
            if (folder == this->folder)
                takeLook(look);
        });
    });
}

void Workspace::Private::lookAgain(const SitePath &file)
{
    lookAt({ { .files = { file }, .folders = {} }, {} });
}

/// What the disk has, as far as this program knows.
DiskText Workspace::Private::knownOnDisk(const SitePath &file) const
{
    const UnsavedText *ours = unsaved.find(file);
    return ours ? ours->base : DiskText::of(textOnDisk(file));
}

/// Cheap: bytes are compared, nothing is parsed.
bool Workspace::Private::isNews(const OutsideText &found) const
{
    if (isBusy(found.file))
        return true;
    const DiskText known = knownOnDisk(found.file);
    if (found.theirs)
        return !known.is(*found.theirs) || gone.contains(found.file) || outsideConflicts.contains(found.file);
    return found.theirs.error().code != ErrorCode::NotFound || known != DiskText::absent();
}

void Workspace::Private::takeLook(const OutsideLook &look)
{
    if (look.siteIsAway) {
        if (!std::exchange(isSiteAway, true))
            tell(Notice::Kind::SiteAway, std::nullopt);
        return;
    }
    isSiteAway = false;
    if (isChanging) {
        looksAfterChange = true;
        return;
    }
    for (const store::FileEdit &asset : look.assets)
        queueEdit(asset);
    if (look.theme) {
        isThemeNew = true;
        Q_EMIT q->themeChanged();
        check();
    }
    QList<OutsideText> news;
    std::ranges::copy_if(look.texts, std::back_inserter(news), [this](const OutsideText &found) { return isNews(found); });
    if (news.isEmpty())
        return;
    isFlood = news.size() > mostKept;
    Q_EMIT q->aboutToReplaceText();
    takeMoves(news);
    QList<SitePath> removed;
    for (const OutsideText &found : std::as_const(news))
        takeText(found, removed);
    if (!removed.isEmpty())
        Q_EMIT q->notice({ .kind = Notice::Kind::GoneElsewhere, .file = removed.constFirst(), .files = removed });
}

/// Files that are only at another place now are taken out of `texts`.
void Workspace::Private::takeMoves(QList<OutsideText> &texts)
{
    QList<store::KnownContent> went;
    QList<store::KnownContent> came;
    for (const OutsideText &found : std::as_const(texts)) {
        if (isBusy(found.file))
            continue;
        const DiskText known = knownOnDisk(found.file);
        if (found.theirs && known == DiskText::absent() && !unsaved.contains(found.file))
            came.append({ found.file, found.hash });
        else if (!found.theirs && found.theirs.error().code == ErrorCode::NotFound && known != DiskText::absent())
            went.append({ found.file, unsaved.contains(found.file) ? known.hash().value_or(QByteArray()) : found.hash });
    }
    if (went.isEmpty() || came.isEmpty())
        return;
    for (const store::OutsideMove &move : store::findOutsideMoves(went, came)) {
        const auto target = std::ranges::find(texts, move.to, &OutsideText::file);
        takeMove(move.from, move.to, *target->theirs);
        texts.removeIf([&](const OutsideText &found) { return found.file == move.from || found.file == move.to; });
    }
}

void Workspace::Private::takeMove(const SitePath &from, const SitePath &to, const QByteArray &theirs)
{
    const bool isModified = unsaved.contains(from);
    const bool isOfInterest = isModified || openFiles.contains(from);
    saved.insert(from, std::nullopt);
    saved.insert(to, theirs);
    unsaved.move(from, to);
    if (const auto conflict = outsideConflicts.constFind(from); conflict != outsideConflicts.cend()) {
        outsideConflicts.insert(to, *conflict);
        outsideConflicts.remove(from);
        Q_EMIT q->conflictsChanged();
    }
    queueEdit({ from, std::nullopt });
    queueTyped(to, isModified ? unsaved.find(to)->text : theirs);
    worker.start([this, folder = folder, from, to] { moveVersions(folder, from, to, false); });
    Q_EMIT q->renamed(from, to);
    if (isModified)
        Q_EMIT q->modifiedChanged(to, true);
    if (isOfInterest)
        Q_EMIT q->notice({ .kind = Notice::Kind::MovedElsewhere, .file = to, .files = { from } });
}

void Workspace::Private::takeText(const OutsideText &found, QList<SitePath> &removed)
{
    const SitePath &file = found.file;
    if (isBusy(file)) {
        later.append([this, file] { lookAgain(file); });
        return;
    }
    if (found.theirs) {
        unreadable.remove(file);
        return takeBytes(file, *found.theirs);
    }
    const Error &error = found.theirs.error();
    if (error.code == ErrorCode::NotFound)
        return takeAbsence(file, removed);
    const bool isOfInterest = unsaved.contains(file) || openFiles.contains(file);
    const bool isTold = unreadable.contains(file) && unreadable.value(file) == error.code;
    unreadable.insert(file, error.code);
    if (isOfInterest && !isTold)
        tell(Notice::Kind::UnreadableOutside, file, error);
}

void Workspace::Private::takeBytes(const SitePath &file, const QByteArray &theirs)
{
    // Deleted and there again: what was typed meanwhile was typed on what it had before.
    if (const UnsavedText *ours = unsaved.find(file); ours && gone.contains(file) && ours->base == DiskText::absent())
        unsaved.put(file, ours->text, DiskText::of(gone.value(file)));
    gone.remove(file);
    const UnsavedText *ours = unsaved.find(file);
    const DiskText known = knownOnDisk(file);
    if (ours && ours->text == theirs)
        return markSaved(file, theirs);
    if (known.matches(theirs)) {
        endConflict(file); // they took it back
        return;
    }
    if (ours && !known.is(ours->text))
        return mergeText(file, theirs);
    const bool wasModified = unsaved.remove(file);
    saved.insert(file, theirs);
    queueTyped(file, theirs);
    keepReplaced(file, known.bytes());
    Q_EMIT q->textReplaced(file);
    if (wasModified)
        Q_EMIT q->modifiedChanged(file, false);
}

void Workspace::Private::takeAbsence(const SitePath &file, QList<SitePath> &removed)
{
    const UnsavedText *ours = unsaved.find(file);
    const DiskText known = knownOnDisk(file);
    if (known == DiskText::absent())
        return;
    if (known.bytes())
        gone.insert(file, *known.bytes());
    saved.insert(file, std::nullopt);
    endConflict(file);
    keepReplaced(file, known.bytes());
    if (ours || openFiles.contains(file)) {
        const bool wasModified = ours != nullptr;
        unsaved.put(file, wasModified ? ours->text : known.bytes().value_or(QByteArray()), DiskText::absent());
        if (!wasModified)
            Q_EMIT q->modifiedChanged(file, true);
        return tell(Notice::Kind::GoneUnderneath, file);
    }
    queueEdit({ file, std::nullopt });
    removed.append(file);
}

/// The merge is made on the worker; who types meanwhile has it made once more.
void Workspace::Private::mergeText(const SitePath &file, const QByteArray &theirs)
{
    const UnsavedText ours = *unsaved.find(file);
    worker.start([this, file, theirs, ours, folder = folder] {
        auto change = store::decideOutsideChange(ours.base.bytes(), ours.text, theirs);
        onWindowThread([this, file, theirs, folder, revision = ours.revision, change = std::move(change)] {
            if (folder == this->folder)
                takeMerge(file, theirs, revision, change);
        });
    });
}

void Workspace::Private::takeMerge(const SitePath &file, const QByteArray &theirs, quint64 revision, const OutsideChange &change)
{
    Q_EMIT q->aboutToReplaceText();
    const UnsavedText *ours = unsaved.find(file);
    if (!ours || ours->revision != revision || isBusy(file))
        return lookAgain(file);
    if (change.action == OutsideAction::Merged) {
        keepReplaced(file, ours->base.bytes());
        replaceUnsaved(file, change.text, theirs);
        return tell(Notice::Kind::Merged, file);
    }
    const OutsideConflict conflict { ours->base.bytes(), theirs };
    if (q->outsideConflict(file) == conflict)
        return;
    outsideConflicts.insert(file, conflict);
    Q_EMIT q->conflictsChanged();
    tell(Notice::Kind::OutsideConflict, file);
}

/// `text` is the unsaved one from now on, on a disk that has `theirs`.
void Workspace::Private::replaceUnsaved(const SitePath &file, const QByteArray &text, const QByteArray &theirs)
{
    unsaved.put(file, text, DiskText::of(theirs));
    saved.insert(file, theirs);
    queueTyped(file, text);
    endConflict(file);
    Q_EMIT q->textReplaced(file);
    if (unsaved.settle(file))
        Q_EMIT q->modifiedChanged(file, false);
}

void Workspace::Private::endConflict(const SitePath &file)
{
    if (outsideConflicts.remove(file))
        Q_EMIT q->conflictsChanged();
}

/// What another program replaced can be gone back to.
void Workspace::Private::keepReplaced(const SitePath &file, const std::optional<QByteArray> &replaced)
{
    if (!replaced || (isFlood && !openFiles.contains(file)))
        return;
    worker.start([this, folder = folder, file, text = *replaced] {
        std::ignore = store::addVersion(files, folder, file, text, QDateTime::currentDateTimeUtc().addMSecs(-1));
    });
}

void Workspace::setOpenFiles(const QList<SitePath> &files)
{
    if (d->openFiles == files)
        return;
    d->openFiles = files;
    if (d->watch)
        d->watch->setOpenFiles(files);
}

std::optional<OutsideConflict> Workspace::outsideConflict(const SitePath &file) const
{
    const auto place = d->outsideConflicts.constFind(file);
    return place == d->outsideConflicts.cend() ? std::nullopt : std::optional(*place);
}

void Workspace::decideConflict(const SitePath &file, const QByteArray &theirs)
{
    const UnsavedText *ours = d->unsaved.find(file);
    if (!ours)
        return;
    const QByteArray text = ours->text;
    d->unsaved.put(file, text, DiskText::of(theirs));
    d->saved.insert(file, theirs);
    d->endConflict(file);
    if (d->unsaved.settle(file))
        Q_EMIT modifiedChanged(file, false);
}

void Workspace::letDeletedGo()
{
    for (const SitePath &file : modifiedFiles()) {
        const UnsavedText *ours = d->unsaved.find(file);
        if (d->isBusy(file) || ours->base != DiskText::absent() || !d->gone.contains(file) || d->gone.value(file) != ours->text)
            continue;
        d->unsaved.remove(file);
        d->queueEdit({ file, std::nullopt });
        Q_EMIT modifiedChanged(file, false);
    }
}

void Workspace::putBack(const QList<SitePath> &files)
{
    for (const SitePath &file : files) {
        if (!d->gone.contains(file) || hasText(file))
            continue;
        const QByteArray text = d->gone.value(file);
        d->unsaved.put(file, text, DiskText::absent());
        d->queueTyped(file, text);
        Q_EMIT modifiedChanged(file, true);
    }
}

} // namespace quillway::workspace
