// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_private.h"

#include "core/publish/check_theme.h"
#include "core/web/external_problems.h"
#include "core/workspace/site_files.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::workspace {

using namespace quillway::model;

namespace {

// Twice as long as the last check took, in milliseconds; what is typed after a long one is to be looked at soon all the same.
constexpr int shortestCheckPause = 50;
constexpr int longestCheckPause = 100;

constexpr qsizetype postsWorthKeeping = 300;

constexpr std::chrono::seconds afterOpening(3); ///< the window and the first preview come before house-keeping

} // namespace

Workspace::Private::Private(Workspace *workspace, FileSystem &fileSystem)
    : q(workspace)
    , files(fileSystem)
{
    for (BackgroundPool *pool : { &worker, &checker, &exporter, &assetReader })
        pool->setMaxThreadCount(1);
    checkPause.setSingleShot(true);
    checkPause.setInterval(shortestCheckPause);
    QObject::connect(&checkPause, &QTimer::timeout, q, [this] { runCheck(); });
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

void Workspace::Private::takeSnapshot(SitePtr next)
{
    if (!next || next->folder() != folder)
        return;
    const SitePtr before = std::exchange(site, std::move(next));
    Q_EMIT q->siteChanged(site);
    check();
    // Whoever looked at the snapshot before has let go of it by now. Taking a large one apart is not for the window's thread.
    worker.start([before] { });
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
    QHash<SitePath, store::FileEdit> texts;
    {
        const QMutexLocker lock(&typedMutex);
        texts.swap(typed);
        typedJobQueued = false;
    }
    QList<store::FileEdit> edits;
    for (const store::FileEdit &edit : std::as_const(texts))
        edits.append(edit);
    applyEdits(edits);
}

void Workspace::Private::queueEdit(const store::FileEdit &edit)
{
    const QMutexLocker lock(&typedMutex);
    typed.insert(edit.file, edit);
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
    endConflict(file);
    if (unsaved.remove(file))
        Q_EMIT q->modifiedChanged(file, false);
}

void Workspace::Private::check()
{
    if (checking)
        checkAgain = true;
    else if (!checkPause.isActive())
        checkPause.start();
}

void Workspace::Private::runCheck()
{
    checking = true;
    checker.start([this, snapshot = site, isThemeNew = std::exchange(this->isThemeNew, false),
                   answers = showsAnswers ? this->answers : web::LinkAnswers()] {
        QElapsedTimer clock;
        clock.start();
        // It does not change by typing into posts, and looking at it reads files.
        if (isThemeNew || checkedTheme != snapshot->settings().theme) {
            themeProblems = publish::checkTheme(files, *snapshot);
            checkedTheme = snapshot->settings().theme;
        }
        Diagnostics found = liveCheck.check(snapshot, { .buildDate = QDateTime::currentDateTimeUtc() }) + themeProblems;
        if (!answers.isEmpty())
            found += web::externalProblems(liveCheck.externalLinks(), answers);
        sortByPlace(found);
        onWindowThread([this, snapshot, found = std::move(found), took = clock.elapsed()] {
            checkPause.setInterval(static_cast<int>(std::clamp<qint64>(2 * took, shortestCheckPause, longestCheckPause)));
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

/// On the worker.
void Workspace::Private::load(int opening, const QString &wanted, const std::stop_token &stop)
{
    const auto progress = [this](int done, int total) { onWindowThread([this, done, total] { Q_EMIT q->loading(done, total); }); };
    constexpr std::chrono::seconds coarseClock(2); // of file systems
    const std::chrono::nanoseconds begun = std::chrono::system_clock::now().time_since_epoch() - coarseClock;
    LeftSite left { .texts = {}, .changes = store::recoverTransactions(files, wanted) };
    auto result = store::loadSiteWithCache(files, wanted, { .progress = progress, .stop = stop });
    const auto keep = result ? std::exchange(result->keep, {}) : nullptr;
    const qsizetype opened = result ? result->site->posts().size() : 0;
    if (result)
        left.texts = findLeftTexts(files, wanted, *result->site);
    onWindowThread([this, wanted, opening, result = std::move(result), left = std::move(left), begun] {
        loadFinished(opening, wanted, result, left, begun);
    });
    // A small site is read in no time, and stays as it was as long as it is only looked at. One that nothing can be kept in is read anew each time.
    if (keep && opened >= postsWorthKeeping)
        std::ignore = keep(files);
}

void Workspace::Private::loadFinished(int opening, const QString &loadedFolder, const Result<store::LoadedSite> &result,
                                      const LeftSite &left, std::chrono::nanoseconds begun)
{
    if (opening != openings)
        return;
    if (!result)
        return tell(Notice::Kind::LoadFailed, std::nullopt, result.error());
    if (!unsaved.isEmpty()) {
        const SitePath file = unsaved.files().constFirst();
        return tell(Notice::Kind::LoadFailed, file, { ErrorCode::NotWritable, file.toString(), {}, {} });
    }
    folder = loadedFolder;
    saved.clear();
    trash.clear();
    problems.clear();
    outsideConflicts.clear();
    gone.clear();
    unreadable.clear();
    openFiles.clear();
    isSiteAway = false;
    isThemeNew = true;
    endProbe();
    undoTitles = {};
    site = result->site;
    endWatch();
    startRecovery();
    worker.start([this, snapshot = site] { latest = snapshot; });
    takeUnsaved(left.texts.unsaved); // first: nothing may be typed on the text below it
    Q_EMIT q->loaded();
    takeSnapshot(site);
    tellRecovered(left.changes);
    tellUnsaved(left.texts.unsaved);
    takeConflicts(left.texts.conflicts);
    for (const QString &path : left.texts.unreadable)
        Q_EMIT q->notice({ .kind = Notice::Kind::Unrecoverable, .path = path });
    startWatch(begun);
    worker.start([this, loadedFolder] { readUndoTitles(loadedFolder); });
    tidyVersions(afterOpening);
}

Workspace::Workspace(FileSystem &files, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, files))
{ }

Workspace::~Workspace()
{
    d->stopLoading.request_stop();
    d->stopExport.request_stop();
    d->stopTidying.request_stop();
    d->watch.reset();
    for (BackgroundPool *pool : { &d->assetReader, &d->worker, &d->checker, &d->exporter })
        pool->waitForDone();
    QCoreApplication::removePostedEvents(this); // what jobs have to say still refers to the parts that go now
    d->recovery.reset(); // writes what was not written yet
}

void Workspace::open(const QString &folder)
{
    letDeletedGo();
    saveAll();
    d->stopLoading.request_stop();
    d->stopLoading = {};
    d->worker.start([this, folder, opening = ++d->openings, stop = d->stopLoading.get_token()] { d->load(opening, folder, stop); });
}

SitePtr Workspace::site() const
{
    return d->site;
}

const Diagnostics &Workspace::problems() const
{
    return d->problems;
}

void Workspace::whenNewest(const std::function<void(const SitePtr &)> &take)
{
    if (!d->site)
        return;
    d->worker.start([this, take] { // behind all that was asked for before
        d->applyTyped();
        d->onWindowThread([take, snapshot = d->latest] { take(snapshot); });
    });
}

QByteArray Workspace::text(const SitePath &file) const
{
    if (const UnsavedText *unsaved = d->unsaved.find(file))
        return unsaved->text;
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
    return d->unsaved.files();
}

void Workspace::setText(const SitePath &file, const QByteArray &text)
{
    const UnsavedText *unsaved = d->unsaved.find(file);
    if (unsaved && unsaved->text == text)
        return;
    const DiskText base = unsaved ? unsaved->base : DiskText::of(d->textOnDisk(file));
    const bool wasModified = unsaved != nullptr;
    // What is being written may be on disk by now: even the text as it was is one to be saved then.
    const bool isModified = !base.is(text) || d->isBusy(file);
    if (isModified)
        d->unsaved.put(file, text, base);
    else if (d->unsaved.remove(file)) // the snapshot may have what was typed in between
        d->saved.insert(file, text);
    if (!isModified && d->outsideConflicts.contains(file)) { // nothing of ours is at stake any more
        d->endConflict(file);
        d->lookAgain(file);
    }
    d->queueTyped(file, text);
    if (wasModified != isModified)
        Q_EMIT modifiedChanged(file, isModified);
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
            report.remains.reset(); // here, not on the window's thread
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
