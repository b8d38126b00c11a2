// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/analysis/integrity.h"
#include "core/base/slug.h"
#include "core/store/load_site.h"
#include "core/store/read_unit.h"
#include "core/store/save_file.h"
#include "core/store/trash.h"
#include "core/store/update_site.h"
#include "core/workspace/new_post.h"

#include <QMutex>
#include <QThreadPool>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using namespace quillway::model;

namespace {

/// A text that has been typed and not yet saved.
struct UnsavedText {
    QByteArray text; ///< whole file
    std::optional<QByteArray> base; ///< the file's bytes on which it was typed; unset for a file that is not yet on disk
};

/// A text on its way to disk.
struct PendingSave {
    SitePath file;
    QString path; ///< absolute
    UnsavedText text;
};

/// The bytes of a file as the snapshot has them; nothing if it has no such file.
std::optional<QByteArray> sourceIn(const Site &site, const SitePath &file)
{
    const SiteParts &parts = site.parts();
    if (const auto place = parts.unreadable.constFind(file); place != parts.unreadable.cend())
        return *place;
    if (const PostPtr post = site.postByFile(file))
        return post->source;
    for (const TopicPtr &topic : site.topics()) {
        if (topic->file == file)
            return topic->source;
    }
    for (const ReadingPathPtr &path : site.paths()) {
        if (path->file == file)
            return path->source;
    }
    if (file.toString() == u"quillway.toml" && !parts.settingsSource.isEmpty())
        return parts.settingsSource;
    if (file.toString() == u"tags.toml" && !parts.tagInfoSource.isEmpty())
        return parts.tagInfoSource;
    return std::nullopt;
}

/// What moves or goes when a file does: the bundle's folder if it is a bundle, else the file alone.
SitePath unitOf(const Site &site, const SitePath &file)
{
    const PostPtr post = site.postByFile(file);
    return post && post->isBundle ? SitePath::parse(file.folder()).value_or(file) : file;
}

bool isWithin(const SitePath &file, const SitePath &unit)
{
    return file == unit || file.toString().startsWith(unit.toString() + u'/');
}

SitePath movedPath(const SitePath &file, const SitePath &from, const SitePath &to)
{
    return SitePath::parse(to.toString() + file.toString().sliced(from.toString().size())).value_or(file);
}

/// The edits that take the files of `unit` out of the site.
QList<store::FileEdit> removalOf(const Site &site, const SitePath &unit)
{
    QList<store::FileEdit> edits;
    const auto remove = [&](const auto &items) {
        for (const auto &item : items) {
            if (isWithin(item->file, unit))
                edits.append({ item->file, std::nullopt });
        }
    };
    remove(site.posts());
    remove(site.pages());
    remove(site.topics());
    remove(site.paths());
    for (const Asset &asset : site.parts().assets) {
        if (isWithin(asset.file, unit))
            edits.append({ asset.file, std::nullopt });
    }
    for (const SitePath &file : site.parts().unreadable.keys()) {
        if (isWithin(file, unit))
            edits.append({ file, std::nullopt });
    }
    return edits;
}

} // namespace

struct Workspace::Private {
    Workspace *q;
    FileSystem &files;

    // Of the window's thread
    QString folder;
    SitePtr site;
    Diagnostics problems;
    QHash<SitePath, UnsavedText> unsaved;
    QHash<SitePath, QByteArray> saved; ///< what this program has written since loading: newer than the snapshot may be
    QList<SitePath> busy; ///< files and units that the worker is writing, moving or removing: what is on disk there is not known before it is done
    QHash<SitePath, IfChanged> saveLater; ///< asked for while they were busy
    QList<std::function<void()>> later; ///< other things asked for that need units which were busy
    QList<store::Trashed> trash;
    int openings = 0; ///< counts calls of open(): the answer to an older one is dropped
    bool checking = false;
    bool checkAgain = false;
    bool exporting = false;
    std::stop_source stopLoading;
    std::stop_source stopExport;

    // Between the threads
    QMutex typedMutex;
    QHash<SitePath, QByteArray> typed; ///< newest texts that no snapshot holds yet
    bool typedJobQueued = false;

    // Of the worker: one thread, so that what changes the site happens in the order in which it was asked for
    SitePtr latest;
    QThreadPool worker;
    QThreadPool checker;
    QThreadPool exporter;

    Private(Workspace *workspace, FileSystem &fileSystem);

    template<typename Apply>
    void onWindowThread(Apply apply)
    {
        QMetaObject::invokeMethod(q, std::move(apply), Qt::QueuedConnection);
    }

    [[nodiscard]] QString absolute(const SitePath &file) const { return folder + u'/' + file.toString(); }
    [[nodiscard]] std::optional<QByteArray> textOnDisk(const SitePath &file) const;

    void publishSnapshot(SitePtr next);
    void takeSnapshot(const SitePtr &next);
    void applyEdits(const QList<store::FileEdit> &edits);
    void applyTyped();
    void queueTyped(const SitePath &file, const QByteArray &text);
    void dropTyped(const SitePath &file);
    void forget(const SitePath &file);
    void check();
    void loadFinished(int opening, const QString &loadedFolder, const Result<store::LoadedSite> &result);
    [[nodiscard]] bool isBusy(const SitePath &unit) const;
    void endBusy(const SitePath &unit);
    void settle(const SitePath &unit);
    void saveFinished(const SitePath &file, const QByteArray &text, const Result<void> &result);
    void markSaved(const SitePath &file, const QByteArray &text);
    void renameFinished(const SitePath &unit, const SitePath &to, const QList<PendingSave> &written);
    [[nodiscard]] QList<PendingSave> unsavedIn(const SitePath &unit) const;
    Result<void> writeAll(const QList<PendingSave> &texts, qsizetype &count);
    void markAllSaved(const QList<PendingSave> &written);
    void moveFailed(Notice::Kind kind, const SitePath &file, const SitePath &unit, const Error &error);
    void forgetUnit(const SitePath &unit);
    void tell(Notice::Kind kind, const std::optional<SitePath> &file, const Error &error = {}) { Q_EMIT q->notice({ kind, file, error }); }
    Result<void> writeText(const QString &path, const UnsavedText &text, IfChanged ifChanged);
};

Workspace::Private::Private(Workspace *workspace, FileSystem &fileSystem)
    : q(workspace)
    , files(fileSystem)
{
    for (QThreadPool *pool : { &worker, &checker, &exporter })
        pool->setMaxThreadCount(1);
}

std::optional<QByteArray> Workspace::Private::textOnDisk(const SitePath &file) const
{
    if (const auto place = saved.constFind(file); place != saved.cend())
        return *place;
    return site ? sourceIn(*site, file) : std::nullopt;
}

/// On the worker: `next` is the site from now on.
void Workspace::Private::publishSnapshot(SitePtr next)
{
    latest = std::move(next);
    onWindowThread([this, snapshot = latest] { takeSnapshot(snapshot); });
}

void Workspace::Private::takeSnapshot(const SitePtr &next)
{
    if (!next || next->folder() != folder)
        return;
    site = next;
    Q_EMIT q->siteChanged(site);
    check();
}

/// On the worker.
void Workspace::Private::applyEdits(const QList<store::FileEdit> &edits)
{
    if (latest && !edits.isEmpty())
        publishSnapshot(store::withEdits(*latest, edits));
}

/// On the worker: brings the snapshot up to the newest texts, however many were typed since it was asked for.
void Workspace::Private::applyTyped()
{
    QHash<SitePath, QByteArray> texts;
    {
        const QMutexLocker lock(&typedMutex);
        texts.swap(typed);
        typedJobQueued = false;
    }
    QList<store::FileEdit> edits;
    for (const auto &[file, text] : texts.asKeyValueRange())
        edits.append({ file, text });
    applyEdits(edits);
}

void Workspace::Private::queueTyped(const SitePath &file, const QByteArray &text)
{
    const QMutexLocker lock(&typedMutex);
    typed.insert(file, text);
    if (!typedJobQueued) {
        typedJobQueued = true;
        worker.start([this] { applyTyped(); });
    }
}

void Workspace::Private::dropTyped(const SitePath &file)
{
    const QMutexLocker lock(&typedMutex);
    typed.remove(file);
}

void Workspace::Private::forget(const SitePath &file)
{
    dropTyped(file);
    saved.remove(file);
    if (unsaved.remove(file))
        Q_EMIT q->modifiedChanged(file, false);
}

void Workspace::Private::check()
{
    if (checking) {
        checkAgain = true;
        return;
    }
    checking = true;
    checker.start([this, snapshot = site] {
        Diagnostics found = analysis::checkSite(*snapshot, { .buildDate = QDateTime::currentDateTimeUtc() });
        onWindowThread([this, snapshot, found = std::move(found)] {
            checking = false;
            if (std::exchange(checkAgain, false))
                check();
            if (snapshot->folder() != folder)
                return;
            problems = found;
            Q_EMIT q->problemsChanged();
        });
    });
}

void Workspace::Private::loadFinished(int opening, const QString &loadedFolder, const Result<store::LoadedSite> &result)
{
    if (opening != openings)
        return;
    if (!result)
        return tell(Notice::Kind::LoadFailed, std::nullopt, result.error());
    if (!unsaved.isEmpty())
        return tell(Notice::Kind::LoadFailed, unsaved.cbegin().key(), { ErrorCode::NotWritable, unsaved.cbegin().key().toString(), {}, {} });
    folder = loadedFolder;
    saved.clear();
    trash.clear();
    problems.clear();
    site = result->site;
    worker.start([this, snapshot = site] { latest = snapshot; });
    Q_EMIT q->loaded();
    takeSnapshot(site);
}

Result<void> Workspace::Private::writeText(const QString &path, const UnsavedText &text, IfChanged ifChanged)
{
    store::SaveOptions options { .durability = store::Durability::Synced };
    if (ifChanged == IfChanged::Refuse)
        options.expected = text.base ? store::Expected::content(*text.base) : store::Expected::absent();
    return store::saveFile(files, path, text.text, options);
}

bool Workspace::Private::isBusy(const SitePath &unit) const
{
    return std::ranges::any_of(busy, [&](const SitePath &other) { return isWithin(unit, other) || isWithin(other, unit); });
}

/// Does what has waited for `unit`.
void Workspace::Private::endBusy(const SitePath &unit)
{
    busy.removeOne(unit);
    for (const auto &[file, ifChanged] : std::exchange(saveLater, {}).asKeyValueRange())
        q->save(file, ifChanged);
    for (const auto &request : std::exchange(later, {}))
        request();
}

/// Texts that were typed back to what is on disk, while that was not known, are modified no more.
void Workspace::Private::settle(const SitePath &unit)
{
    for (const PendingSave &pending : unsavedIn(unit)) {
        if (pending.text.base != pending.text.text)
            continue;
        unsaved.remove(pending.file);
        Q_EMIT q->modifiedChanged(pending.file, false);
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
}

void Workspace::Private::markSaved(const SitePath &file, const QByteArray &text)
{
    saved.insert(file, text);
    const auto place = unsaved.find(file);
    if (place == unsaved.end())
        return;
    place->base = text;
    if (place->text == text) {
        unsaved.erase(place);
        Q_EMIT q->modifiedChanged(file, false);
    }
}

QList<PendingSave> Workspace::Private::unsavedIn(const SitePath &unit) const
{
    QList<PendingSave> texts;
    for (const auto &[file, text] : unsaved.asKeyValueRange()) {
        if (isWithin(file, unit))
            texts.append({ file, absolute(file), text });
    }
    return texts;
}

/// On the worker: what is about to move is on disk whole before it does. `count`: how many were written, if one cannot be.
Result<void> Workspace::Private::writeAll(const QList<PendingSave> &texts, qsizetype &count)
{
    for (const PendingSave &pending : texts) {
        if (auto written = writeText(pending.path, pending.text, IfChanged::Refuse); !written)
            return written;
        ++count;
    }
    return {};
}

void Workspace::Private::markAllSaved(const QList<PendingSave> &written)
{
    for (const PendingSave &pending : written)
        markSaved(pending.file, pending.text.text);
}

void Workspace::Private::moveFailed(Notice::Kind kind, const SitePath &file, const SitePath &unit, const Error &error)
{
    settle(unit);
    tell(kind, file, error);
    endBusy(unit);
}

/// What was known under the old names is known under the new ones; what was typed while the files moved follows them.
void Workspace::Private::renameFinished(const SitePath &unit, const SitePath &to, const QList<PendingSave> &written)
{
    markAllSaved(written);
    settle(unit);
    for (const SitePath &file : saved.keys()) {
        if (!isWithin(file, unit))
            continue;
        const SitePath next = movedPath(file, unit, to);
        if (const auto place = saved.constFind(file); place != saved.cend()) {
            saved.insert(next, *place);
            saved.remove(file);
        }
    }
    for (const PendingSave &pending : unsavedIn(unit)) {
        const SitePath next = movedPath(pending.file, unit, to);
        unsaved.remove(pending.file);
        unsaved.insert(next, pending.text);
        dropTyped(pending.file);
        queueTyped(next, pending.text.text);
        if (const auto ifChanged = saveLater.constFind(pending.file); ifChanged != saveLater.cend()) {
            saveLater.insert(next, *ifChanged);
            saveLater.remove(pending.file);
        }
    }
    for (const auto *list : { &site->posts(), &site->pages() }) {
        for (const PostPtr &post : *list) {
            if (isWithin(post->file, unit))
                Q_EMIT q->renamed(post->file, movedPath(post->file, unit, to));
        }
    }
    tell(Notice::Kind::Renamed, to);
    endBusy(unit);
}

void Workspace::Private::forgetUnit(const SitePath &unit)
{
    for (const SitePath &file : saved.keys() + unsaved.keys()) {
        if (isWithin(file, unit))
            forget(file);
    }
}

Workspace::Workspace(FileSystem &files, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, files))
{ }

Workspace::~Workspace()
{
    d->stopLoading.request_stop();
    d->stopExport.request_stop();
    for (QThreadPool *pool : { &d->worker, &d->checker, &d->exporter })
        pool->waitForDone();
}

void Workspace::open(const QString &folder)
{
    saveAll();
    d->stopLoading.request_stop();
    d->stopLoading = {};
    d->worker.start([this, folder, opening = ++d->openings, stop = d->stopLoading.get_token()] {
        const auto progress = [this](int done, int total) { d->onWindowThread([this, done, total] { Q_EMIT loading(done, total); }); };
        auto result = store::loadSite(d->files, folder, { .progress = progress, .stop = stop });
        d->onWindowThread([this, folder, opening, result = std::move(result)] { d->loadFinished(opening, folder, result); });
    });
}

SitePtr Workspace::site() const
{
    return d->site;
}

const Diagnostics &Workspace::problems() const
{
    return d->problems;
}

QByteArray Workspace::text(const SitePath &file) const
{
    if (const auto place = d->unsaved.constFind(file); place != d->unsaved.cend())
        return place->text;
    return d->textOnDisk(file).value_or(QByteArray());
}

bool Workspace::hasText(const SitePath &file) const
{
    return d->unsaved.contains(file) || d->textOnDisk(file).has_value();
}

bool Workspace::isModified(const SitePath &file) const
{
    return d->unsaved.contains(file);
}

QList<SitePath> Workspace::modifiedFiles() const
{
    return d->unsaved.keys();
}

void Workspace::setText(const SitePath &file, const QByteArray &text)
{
    const auto place = d->unsaved.find(file);
    const std::optional<QByteArray> base = place != d->unsaved.end() ? place->base : d->textOnDisk(file);
    const bool wasModified = place != d->unsaved.end();
    // What is being written may be on disk by now: even the text as it was is one to be saved then.
    const bool isModified = base != text || d->isBusy(file);
    if (isModified)
        d->unsaved.insert(file, { text, base });
    else
        d->unsaved.remove(file);
    d->queueTyped(file, text);
    if (wasModified != isModified)
        Q_EMIT modifiedChanged(file, isModified);
}

void Workspace::save(const SitePath &file, IfChanged ifChanged)
{
    const auto place = d->unsaved.constFind(file);
    if (place == d->unsaved.cend())
        return;
    if (d->isBusy(file)) {
        d->saveLater.insert(file, ifChanged);
        return;
    }
    d->busy.append(file);
    d->worker.start([this, file, path = d->absolute(file), text = *place, ifChanged] {
        auto result = d->writeText(path, text, ifChanged);
        d->onWindowThread([this, file, text = text.text, result = std::move(result)] { d->saveFinished(file, text, result); });
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
            if (onDisk)
                d->saved.insert(file, *onDisk);
        });
        d->applyEdits({ { file, onDisk } });
    });
}

SitePath Workspace::createPost(const QString &title)
{
    const auto isTaken = [this](const SitePath &file) { return d->unsaved.contains(file) || d->textOnDisk(file).has_value(); };
    const NewPost post = newPost(title, QDate::currentDate(), isTaken);
    d->unsaved.insert(post.file, { post.text, std::nullopt });
    d->queueTyped(post.file, post.text);
    Q_EMIT modifiedChanged(post.file, true);
    return post.file;
}

void Workspace::rename(const SitePath &file, const QString &newStem)
{
    if (!d->site)
        return;
    const SitePath unit = unitOf(*d->site, file);
    const QString extension = unit == file ? file.fileName().sliced(file.stem().size()) : QString();
    const QString folder = unit.folder().isEmpty() ? QString() : unit.folder() + u'/';
    const auto target = isSafeAddressPart(newStem) ? SitePath::parse(folder + newStem + extension) : std::nullopt;
    if (!target)
        return d->tell(Notice::Kind::RenameFailed, file, { ErrorCode::BadValue, file.toString(), {}, newStem });
    if (*target == unit)
        return;
    if (d->isBusy(unit)) {
        d->later.append([this, file, newStem] { rename(file, newStem); });
        return;
    }
    d->busy.append(unit);
    d->worker.start([this, file, unit, to = *target, folder = d->folder, unsaved = d->unsavedIn(unit)] {
        qsizetype written = 0;
        auto done = d->writeAll(unsaved, written).and_then([&] { return store::moveInSite(d->files, folder, unit, to); });
        if (!done)
            return d->onWindowThread([this, file, unit, unsaved = unsaved.first(written), error = done.error()] {
                d->markAllSaved(unsaved);
                d->moveFailed(Notice::Kind::RenameFailed, file, unit, error);
            });
        d->applyTyped();
        d->onWindowThread([this, unit, to, unsaved] { d->renameFinished(unit, to, unsaved); });
        d->applyEdits(removalOf(*d->latest, unit) + store::readUnit(d->files, folder, to));
    });
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
                d->moveFailed(Notice::Kind::RemoveFailed, file, unit, error);
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

void Workspace::startExport(const publish::ExportOptions &options)
{
    if (d->exporting || !d->site)
        return;
    d->exporting = true;
    d->stopExport = {};
    // A round through the worker, so that what was typed last is in the snapshot that is exported.
    d->worker.start([this, options, stop = d->stopExport.get_token()] {
        d->applyTyped();
        d->exporter.start([this, options, stop, snapshot = d->latest] {
            const auto progress = [this](int done, int total) {
                d->onWindowThread([this, done, total] { Q_EMIT exportProgress(done, total); });
            };
            auto report = publish::exportSite(d->files, *snapshot, options, progress, stop);
            d->onWindowThread([this, report = std::move(report)] {
                d->exporting = false;
                Q_EMIT exportFinished(report);
            });
        });
    });
}

void Workspace::cancelExport()
{
    d->stopExport.request_stop();
}

bool Workspace::isExporting() const
{
    return d->exporting;
}

} // namespace quillway::workspace
