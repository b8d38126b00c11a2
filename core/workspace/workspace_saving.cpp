// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include "core/store/save_file.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using namespace quillway::model;

namespace {

/// A file that is new, or was deleted with the folder it was in, has one to be in. A site that is not there is not made anew. What fails, the save will find.
void makeFolderOf(FileSystem &files, const PendingSave &save)
{
    const QString siteFolder = save.path.chopped(save.file.toString().size() + 1);
    if (!save.file.folder().isEmpty() && files.targetStatus(siteFolder))
        std::ignore = files.makeFolder(siteFolder + u'/' + save.file.folder());
}

} // namespace

PendingSave Workspace::Private::pending(const SitePath &file) const
{
    const UnsavedText *text = unsaved.find(file);
    return { file, absolute(file), text ? *text : UnsavedText(), recovery };
}

/// On the worker.
Result<void> Workspace::Private::write(const PendingSave &save, IfChanged ifChanged)
{
    if (save.recovery)
        save.recovery->noteSaving(save.file, save.text);
    store::SaveOptions options { .durability = store::Durability::Synced };
    if (ifChanged == IfChanged::Refuse)
        options.expected = save.text.base.expected();
    if (save.text.base == DiskText::absent())
        makeFolderOf(files, save);
    std::optional<QByteArray> replaced = save.text.base.bytes();
    if (ifChanged == IfChanged::Overwrite) {
        if (auto theirs = files.read(save.path)) // the user saw the question, but may think better of it
            replaced = std::move(*theirs);
    }
    auto written = store::saveFile(files, save.path, save.text.text, options);
    if (written)
        keepVersions(save, replaced);
    return written;
}

bool Workspace::Private::isBusy(const SitePath &unit) const
{
    return isChanging || std::ranges::any_of(busy, [&](const SitePath &other) { return isWithin(unit, other) || isWithin(other, unit); });
}

/// Does what has waited for `unit`.
void Workspace::Private::endBusy(const SitePath &unit)
{
    busy.removeOne(unit);
    doWhatWaited();
}

void Workspace::Private::doWhatWaited()
{
    for (const auto &[file, ifChanged] : std::exchange(saveLater, {}).asKeyValueRange())
        q->save(file, ifChanged);
    for (const auto &request : std::exchange(later, {}))
        request();
}

/// Texts that were typed back to what is on disk, while that was not known, are modified no more.
void Workspace::Private::settle(const SitePath &unit)
{
    for (const SitePath &file : unsaved.filesIn(unit)) {
        if (unsaved.settle(file))
            Q_EMIT q->modifiedChanged(file, false);
    }
}

void Workspace::Private::saveFinished(const SitePath &file, const QByteArray &text, const Result<void> &result)
{
    if (result) {
        markSaved(file, text);
        tell(Notice::Kind::Saved, file);
    } else {
        settle(file);
        tell(Notice::Kind::SaveFailed, file, result.error());
    }
    endBusy(file);
    const auto is = [&](ErrorCode code) { return !result && result.error().code == code; };
    if (is(ErrorCode::ChangedOnDisk) || is(ErrorCode::AlreadyExists) || is(ErrorCode::NotFound))
        lookAgain(file);
}

void Workspace::Private::markSaved(const SitePath &file, const QByteArray &text)
{
    saved.insert(file, text);
    gone.remove(file);
    endConflict(file);
    if (unsaved.markSaved(file, text))
        Q_EMIT q->modifiedChanged(file, false);
}

QList<PendingSave> Workspace::Private::unsavedIn(const SitePath &unit) const
{
    QList<PendingSave> texts;
    for (const SitePath &file : unsaved.filesIn(unit))
        texts.append(pending(file));
    return texts;
}

/// On the worker: what is about to move is on disk whole before it does. `count`: how many were written, if one cannot be.
Result<void> Workspace::Private::writeAll(const QList<PendingSave> &texts, qsizetype &count)
{
    for (const PendingSave &save : texts) {
        if (auto written = write(save, IfChanged::Refuse); !written)
            return written;
        ++count;
    }
    return {};
}

void Workspace::Private::markAllSaved(const QList<PendingSave> &written)
{
    for (const PendingSave &save : written)
        markSaved(save.file, save.text.text);
}

void Workspace::save(const SitePath &file, IfChanged ifChanged)
{
    if (!d->unsaved.contains(file))
        return;
    if (d->isBusy(file)) {
        d->saveLater.insert(file, ifChanged);
        return;
    }
    d->busy.append(file);
    d->stopTidying.request_stop();
    d->worker.start([this, save = d->pending(file), ifChanged] {
        auto result = d->write(save, ifChanged);
        d->onWindowThread(
            [this, file = save.file, text = save.text.text, result = std::move(result)] { d->saveFinished(file, text, result); });
    });
}

void Workspace::saveAll()
{
    for (const SitePath &file : modifiedFiles())
        save(file);
}

void Workspace::revert(const SitePath &file)
{
    d->dropTyped(file);
    d->worker.start([this, file, path = d->absolute(file)] {
        auto bytes = d->files.read(path);
        if (!bytes && bytes.error().code != ErrorCode::NotFound)
            return d->onWindowThread([this, file, error = bytes.error()] { d->tell(Notice::Kind::LoadFailed, file, error); });
        const std::optional<QByteArray> onDisk = bytes ? std::optional(*bytes) : std::nullopt;
        d->onWindowThread([this, file, onDisk] {
            d->forget(file);
            d->saved.insert(file, onDisk);
        });
        d->applyEdits({ { file, onDisk } });
    });
}

} // namespace quillway::workspace
