// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using namespace quillway::model;

void Workspace::Private::keepSafe(const SitePath &file, const UnsavedText *text)
{
    if (!recovery)
        return;
    if (text)
        recovery->keep(file, *text);
    else
        recovery->drop(file);
}

void Workspace::Private::startRecovery()
{
    endRecovery();
    worker.start([undecided = std::exchange(conflicts, {})]() mutable { undecided.clear(); }); // closes what other programs left: disk work
    const auto failed = [this](const Error &error) {
        onWindowThread([this, error] { tell(Notice::Kind::RecoveryFailed, std::nullopt, error); });
    };
    recovery = std::make_shared<RecoveryWriter>(files, folder, failed);
}

/// The writer of the site before may have something to write or to remove yet: the worker waits for it, not the window.
void Workspace::Private::endRecovery()
{
    if (recovery)
        worker.start([ended = std::exchange(recovery, nullptr)]() mutable { ended.reset(); });
}

/// What was typed on the files as they are goes on as if nothing had happened.
void Workspace::Private::takeUnsaved(const QList<RecoveredText> &texts)
{
    for (const RecoveredText &text : texts) {
        if (!unsaved.contains(text.file)) { // else it is the same text once more
            unsaved.put(text.file, text.text, DiskText::of(text.onDisk));
            queueTyped(text.file, text.text);
        }
        recovery->replaces(text.file, text.journal);
    }
}

void Workspace::Private::tellUnsaved(const QList<RecoveredText> &texts)
{
    QList<SitePath> recovered;
    for (const RecoveredText &text : texts) {
        if (recovered.contains(text.file))
            continue;
        recovered.append(text.file);
        Q_EMIT q->modifiedChanged(text.file, true);
    }
    if (recovered.isEmpty())
        return;
    const bool isWhole = std::ranges::all_of(texts, &RecoveredText::isWhole);
    Q_EMIT q->notice({ .kind = Notice::Kind::Recovered, .file = recovered.constFirst(), .files = recovered, .isWhole = isWhole });
}

void Workspace::Private::takeConflicts(const QList<RecoveredText> &texts)
{
    for (const RecoveredText &text : texts) {
        conflicts.insert(++lastConflict, text);
        const Conflict conflict { lastConflict, text.text, text.onDisk };
        Q_EMIT q->notice({ .kind = Notice::Kind::RecoveredConflict, .file = text.file, .conflict = conflict, .isWhole = text.isWhole });
    }
}

/// Keeps a text in `.quillway/recovery/kept/`; `done` runs on the window's thread when it is there.
void Workspace::Private::putAside(const RecoveredText &text, const std::function<void()> &done)
{
    worker.start([this, text, folder = folder, done] {
        const auto path = store::keepAside(files, folder, text.file, text.text, QDateTime::currentDateTimeUtc());
        if (path && !text.journal.path.isEmpty())
            std::ignore = files.remove(text.journal.path);
        onWindowThread([this, file = text.file, path, done] {
            if (!path)
                return tell(Notice::Kind::PutAsideFailed, file, path.error());
            done();
            Q_EMIT q->notice({ .kind = Notice::Kind::PutAside, .file = file, .path = *path });
        });
    });
}

void Workspace::useRecovered(int conflict)
{
    const auto place = d->conflicts.find(conflict);
    if (place == d->conflicts.end())
        return;
    const RecoveredText text = std::move(*place);
    d->conflicts.erase(place);
    const bool wasModified = d->unsaved.contains(text.file);
    // Saving is to ask as after any change from outside: the text still stands on what the file was when it was typed.
    const QList<store::JournalBase> &bases = text.journal.content.bases;
    const bool wasNew = !bases.isEmpty() && !bases.constLast().hash;
    const QByteArray hash = bases.isEmpty() ? QByteArray(20, '\0') : bases.constLast().hash.value_or(QByteArray());
    d->unsaved.put(text.file, text.text, wasNew ? DiskText::absent() : DiskText::unknown(hash));
    d->recovery->replaces(text.file, text.journal);
    d->queueTyped(text.file, text.text);
    Q_EMIT textReplaced(text.file);
    if (!wasModified)
        Q_EMIT modifiedChanged(text.file, true);
}

void Workspace::putRecoveredAside(int conflict)
{
    if (const auto place = d->conflicts.constFind(conflict); place != d->conflicts.cend())
        d->putAside(*place, [this, conflict] { d->conflicts.remove(conflict); });
}

void Workspace::putAside(const SitePath &file)
{
    const UnsavedText *unsaved = d->unsaved.find(file);
    if (!unsaved)
        return;
    const RecoveredText text { .file = file, .text = unsaved->text, .journal = {} };
    d->putAside(text, [this, file, revision = unsaved->revision] {
        // What was typed since is not aside.
        if (const UnsavedText *now = d->unsaved.find(file); now && now->revision == revision)
            revert(file);
    });
}

} // namespace quillway::workspace
