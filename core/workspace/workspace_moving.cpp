// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include "core/changes/site_change.h"
#include "core/store/read_unit.h"
#include "core/store/trash.h"
#include "core/workspace/new_post.h"
#include "core/workspace/site_files.h"

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using namespace quillway::model;

void Workspace::Private::removeFailed(const SitePath &file, const SitePath &unit, const Error &error)
{
    settle(unit);
    tell(Notice::Kind::RemoveFailed, file, error);
    endBusy(unit);
}

/// What was known under the old names is known under the new ones; what was typed while the files moved follows them.
void Workspace::Private::followMove(const SitePath &unit, const SitePath &to)
{
    for (const SitePath &file : saved.keys()) { // of files that were there before
        if (isWithin(file, to))
            saved.remove(file);
    }
    for (const SitePath &file : saved.keys()) {
        if (!isWithin(file, unit))
            continue;
        const SitePath next = changes::movedPath(file, { unit, to });
        if (const auto place = saved.constFind(file); place != saved.cend()) {
            saved.insert(next, *place);
            saved.remove(file);
        }
    }
    for (const SitePath &file : unsaved.filesIn(unit)) {
        const SitePath next = changes::movedPath(file, { unit, to });
        unsaved.move(file, next);
        dropTyped(file);
        queueTyped(next, unsaved.find(next)->text);
        if (const auto ifChanged = saveLater.constFind(file); ifChanged != saveLater.cend()) {
            saveLater.insert(next, *ifChanged);
            saveLater.remove(file);
        }
    }
    const auto tellOf = [&](const auto &texts) {
        for (const auto &text : texts) {
            if (isWithin(text->file, unit))
                Q_EMIT q->renamed(text->file, changes::movedPath(text->file, { unit, to }));
        }
    };
    tellOf(site->posts());
    tellOf(site->pages());
    tellOf(site->topics());
    tellOf(site->paths());
}

void Workspace::Private::forgetUnit(const SitePath &unit)
{
    for (const SitePath &file : saved.keys() + unsaved.files()) {
        if (isWithin(file, unit))
            forget(file);
    }
}

SitePath Workspace::createPost(const QString &title)
{
    const auto isTaken = [this](const SitePath &file) { return d->unsaved.contains(file) || d->textOnDisk(file).has_value(); };
    const NewPost post = newPost(title, QDate::currentDate(), isTaken);
    d->unsaved.put(post.file, post.text, DiskText::absent());
    d->queueTyped(post.file, post.text);
    Q_EMIT modifiedChanged(post.file, true);
    return post.file;
}

void Workspace::remove(const SitePath &file)
{
    if (!d->site)
        return;
    const SitePath unit = unitOf(*d->site, file);
    if (d->isBusy(unit)) {
        d->later.append([this, file] { remove(file); });
        return;
    }
    d->busy.append(unit);
    d->worker.start([this, file, unit, folder = d->folder, unsaved = d->unsavedIn(unit)] {
        qsizetype written = 0;
        const auto trashed = d->writeAll(unsaved, written).and_then([&] {
            return store::moveToTrash(d->files, folder, unit, QDateTime::currentDateTimeUtc());
        });
        if (!trashed)
            return d->onWindowThread([this, file, unit, unsaved = unsaved.first(written), error = trashed.error()] {
                d->markAllSaved(unsaved);
                d->removeFailed(file, unit, error);
            });
        d->applyTyped();
        d->onWindowThread([this, file, unit, trashed = *trashed] {
            d->trash.append(trashed);
            d->forgetUnit(unit);
            d->tell(Notice::Kind::Removed, file);
            d->endBusy(unit);
        });
        d->applyEdits(removalOf(*d->latest, unit));
    });
}

void Workspace::restoreLastRemoved()
{
    if (d->trash.isEmpty())
        return;
    const store::Trashed trashed = d->trash.takeLast();
    d->worker.start([this, trashed, folder = d->folder] {
        auto restored = store::restoreFromTrash(d->files, folder, trashed);
        if (!restored) {
            return d->onWindowThread([this, trashed, error = restored.error()] {
                d->trash.append(trashed);
                d->tell(Notice::Kind::RestoreFailed, trashed.place, error);
            });
        }
        d->applyEdits(store::readUnit(d->files, folder, trashed.place));
        d->onWindowThread([this, trashed] { d->tell(Notice::Kind::Restored, trashed.place); });
    });
}

bool Workspace::canRestore() const
{
    return !d->trash.isEmpty();
}

} // namespace quillway::workspace
