// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/live_site.h"

#include "core/store/content_kind.h"
#include "core/store/load_site.h"
#include "core/workspace/outside_look.h"
#include "core/workspace/site_files.h"

#include <algorithm>
#include <utility>

namespace quillway::serve {

using namespace std::chrono_literals;
using store::ContentKind;

namespace {

/// Programs write in several steps, one right after the other; somebody waits for the page.
const store::WatchOptions watchOptions { .quiet = 30ms, .longest = 200ms };

/// True for files of which the export has to be asked what is new: a picture may change and keep its size.
bool isCopied(const SitePath &file)
{
    const ContentKind kind = store::contentKind(file);
    return kind == ContentKind::Asset || kind == ContentKind::Theme;
}

} // namespace

LiveSite::LiveSite(FileSystem &files, model::SitePtr site, std::chrono::nanoseconds loadedSince, Options options, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_loadedSince(loadedSince)
    , m_options(std::move(options))
    , m_watch(files, site->folder(), watchOptions)
    , m_site(std::move(site))
{
    m_worker.setMaxThreadCount(1);
    connect(&m_watch, &store::SiteWatch::changed, this, [this](const store::SiteChanges &changes) { changed(changes, {}); });
    // What was written while the site was read and nobody watched.
    connect(&m_watch, &store::SiteWatch::watching, this,
            [this] { changed({ .files = {}, .folders = {}, .everything = true }, m_loadedSince); });
}

LiveSite::~LiveSite()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

void LiveSite::start()
{
    queueWork();
    m_watch.start();
}

void LiveSite::changed(const store::SiteChanges &changes, std::optional<std::chrono::nanoseconds> since)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_changes.append({ changes, since });
    }
    queueWork();
}

void LiveSite::queueWork()
{
    m_worker.start([this] { work(); });
}

/// Of several pieces of work that wait, the first does all of it.
void LiveSite::work()
{
    const bool isNew = takeChanges();
    if ((isNew || !m_isExported) && !m_stop.stop_requested())
        exportNow();
}

bool LiveSite::takeChanges()
{
    QList<Change> changes;
    {
        const std::scoped_lock lock(m_mutex);
        changes.swap(m_changes);
    }
    bool isNew = false;
    for (const Change &change : std::as_const(changes))
        isNew = takeChanges(change.places, change.since) || isNew;
    return isNew;
}

/// True if the site is another one now, or what it copies may be.
bool LiveSite::takeChanges(const store::SiteChanges &changes, std::optional<std::chrono::nanoseconds> since)
{
    const workspace::OutsideLook look = workspace::lookOutside(m_files, *m_site, { changes, since });
    if (look.siteIsAway)
        return false;
    QList<store::FileEdit> edits = look.assets;
    for (const workspace::OutsideText &text : look.texts) {
        const std::optional<QByteArray> known = workspace::sourceIn(*m_site, text.file);
        if (text.theirs) {
            if (known != *text.theirs)
                edits.append({ text.file, *text.theirs });
        } else if (text.theirs.error().code == ErrorCode::NotFound) {
            if (known)
                edits.append({ text.file, std::nullopt });
        } else {
            return loadAnew(); // which says what is wrong with the file
        }
    }
    if (!edits.isEmpty())
        m_site = store::withEdits(*m_site, edits);
    return !edits.isEmpty() || look.theme || std::ranges::any_of(changes.files, isCopied) || !changes.folders.isEmpty();
}

bool LiveSite::loadAnew()
{
    const Result<store::LoadedSite> loaded = store::loadSiteWithCache(m_files, m_site->folder(), { .stop = m_stop.get_token() });
    if (!loaded)
        return false;
    m_site = loaded->site;
    return true;
}

void LiveSite::exportNow()
{
    LiveExport result { .report = publish::exportSite(m_files, *m_site, m_options(*m_site), {}, m_stop.get_token()), .problems = {} };
    if (result.report.cancelled)
        return;
    m_isExported = true;
    result.problems = m_site->diagnostics() + result.report.diagnostics;
    if (result.report.failure)
        result.problems.append({ Severity::Error, *result.report.failure });
    sortByPlace(result.problems);
    // It would be taken apart on the thread that hears of it.
    const std::shared_ptr<const void> remains = std::exchange(result.report.remains, nullptr);
    QMetaObject::invokeMethod(this, [this, result = std::move(result)] { Q_EMIT exported(result); }, Qt::QueuedConnection);
}

} // namespace quillway::serve
