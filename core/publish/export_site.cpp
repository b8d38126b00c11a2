// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_site.h"

#include "core/base/fingerprint.h"
#include "core/base/parallel.h"
#include "core/base/path_parts.h"
#include "core/publish/export_mark.h"
#include "core/publish/manifest.h"
#include "core/publish/output_folder.h"
#include "core/publish/page_keys.h"
#include "core/publish/renderer_pool.h"
#include "core/publish/site_search.h"
#include "core/store/load_site.h"
#include "core/store/save_file.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// What became of one output.
struct Outcome {
    enum class State { NotReached, Written, Unchanged, LeftOut, Failed };
    State state = State::NotReached;
    qint64 bytes = 0; ///< written
    WrittenFile file; ///< for the manifest; the stamp of a written one comes later
    bool isByKey = false; ///< unchanged without having been rendered
    bool isAsRecorded = false; ///< `file` is what the manifest says
    std::optional<Error> failure; ///< of the disk
    Diagnostics diagnostics;
};

class Export
{
public:
    Export(FileSystem &files, const Publication::Private &shared, const ExportOptions &options, const ExportProgress &progress,
           std::stop_token stop)
        : m_files(files)
        , m_shared(shared)
        , m_options(options)
        , m_renderers(shared)
        , m_progress(progress)
        , m_stop(std::move(stop))
    { }

    void run(ExportReport &report);

private:
    [[nodiscard]] QList<qsizetype> workOrder() const;
    void make(qsizetype index);
    [[nodiscard]] Outcome makeOutput(const Output &output, const WrittenFile *former);
    [[nodiscard]] Outcome renderAndWrite(const Output &output, const WrittenFile *former);
    [[nodiscard]] Outcome write(const Output &output, const QByteArray &bytes, const WrittenFile *former);
    [[nodiscard]] std::optional<WrittenFile> untouched(const QString &path, const WrittenFile &former) const;
    [[nodiscard]] bool holds(const QString &path, const QByteArray &bytes) const;
    void confirmStamps();
    void checkTopics(ExportReport &report);
    [[nodiscard]] QString pathOf(const SitePath &file) const { return m_output + u'/' + file.toString(); }
    [[nodiscard]] int removeFormer();
    void removeEmptyFolders(const SitePath &file);
    void report(ExportReport &report);
    [[nodiscard]] Manifest manifestAfter() const;
    [[nodiscard]] bool isManifestOld() const;
    void keepManifest(ExportReport &report);
    void keepIndex(const ExportReport &report);
    void prepareSearch(const KeptIndex &former);
    void prepare();

    FileSystem &m_files;
    const Publication::Private &m_shared;
    const ExportOptions &m_options;
    RendererPool m_renderers;
    const ExportProgress &m_progress;
    std::stop_token m_stop;
    QString m_output;
    Plan m_plan;
    Manifest m_former; ///< of the last export into the folder
    std::optional<PageKeys> m_keys; ///< unset: without cache
    std::optional<PictureCache> m_pictures; ///< the same
    std::vector<const WrittenFile *> m_formers; ///< in m_former, of each of the plan's outputs; nullptr: it was not made
    std::vector<Outcome> m_outcomes; ///< of each of the plan's outputs; each written by one thread
    Manifest m_latter; ///< of this one; lives on, as taking it apart takes as long as making it
    bool m_keepsIndex = false; ///< the next export is to know the words of this one
    std::atomic<int> m_done = 0;
    std::atomic<bool> m_failed = false;
};

/// The lists come first: a page of all posts takes longer than any post, and must not be what everything waits for at the end.
QList<qsizetype> Export::workOrder() const
{
    QList<qsizetype> order(m_plan.outputs.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_partition(order, [&](qsizetype i) { return m_plan.outputs.at(i).kind != Output::Kind::Post; });
    return order;
}

bool Export::holds(const QString &path, const QByteArray &bytes) const
{
    const Result<FileStatus> status = m_files.targetStatus(path);
    if (!status || status->kind != FileKind::File || status->size != bytes.size())
        return false;
    const Result<QByteArray> present = m_files.read(path);
    return present && *present == bytes;
}

/// The former file if it is still there as it was left; with the stamp that it has now.
std::optional<WrittenFile> Export::untouched(const QString &path, const WrittenFile &former) const
{
    const qint64 time = stampTime();
    const Result<FileStatus> status = m_files.targetStatus(path);
    if (!status || status->kind != FileKind::File)
        return std::nullopt;
    const FileStamp stamp = stampOf(*status);
    if (former.stamp == stamp)
        return former;
    const Result<QByteArray> present = m_files.read(path);
    if (!present || fingerprint(*present) != former.hash)
        return std::nullopt;
    WrittenFile file = former;
    file.stamp = isSettled(stamp, time) ? stamp : FileStamp();
    return file;
}

Outcome Export::write(const Output &output, const QByteArray &bytes, const WrittenFile *former)
{
    Outcome outcome;
    outcome.file.hash = fingerprint(bytes);
    const QString path = pathOf(output.file);
    if (former != nullptr && former->hash == outcome.file.hash) {
        if (const std::optional<WrittenFile> same = untouched(path, *former)) {
            outcome.file.stamp = same->stamp;
            outcome.state = Outcome::State::Unchanged;
            return outcome;
        }
    } else if (holds(path, bytes)) {
        outcome.state = Outcome::State::Unchanged;
        return outcome;
    }
    Result<void> saved = m_files.makeFolder(folderOf(path));
    if (saved)
        saved = store::createFile(m_files, path, bytes);
    if (!saved && saved.error().code == ErrorCode::AlreadyExists)
        saved = store::saveFile(m_files, path, bytes, { .durability = store::Durability::Replaced });
    if (!saved) {
        outcome.state = Outcome::State::Failed;
        outcome.failure = saved.error();
        return outcome;
    }
    outcome.state = Outcome::State::Written;
    outcome.bytes = bytes.size();
    if (const Result<FileStatus> status = m_files.targetStatus(path))
        outcome.file.stamp = stampOf(*status);
    return outcome;
}

Outcome Export::renderAndWrite(const Output &output, const WrittenFile *former)
{
    PictureCache *cache = m_pictures ? &*m_pictures : nullptr;
    const PageRenderer::Page page = m_renderers.with([&](PageRenderer &renderer) { return renderer.render(output, m_files, cache, m_stop); });
    Outcome outcome;
    if (m_shared.isOutdated())
        return outcome;
    if (page.output) {
        outcome = write(output, page.output->bytes, former);
        outcome.diagnostics = page.output->diagnostics;
    } else if (page.output.error().code != ErrorCode::Cancelled) {
        outcome.state = Outcome::State::LeftOut;
        outcome.diagnostics.append({ Severity::Error, page.output.error() });
    }
    if (page.themeError)
        outcome.diagnostics.append({ Severity::Error, *page.themeError });
    return outcome;
}

Outcome Export::makeOutput(const Output &output, const WrittenFile *former)
{
    if (!m_keys)
        return renderAndWrite(output, nullptr);
    const QByteArray key = m_keys->keyOf(output);
    if (former != nullptr && !key.isEmpty() && former->key == key) {
        if (std::optional<WrittenFile> same = untouched(pathOf(output.file), *former)) {
            Outcome outcome;
            outcome.state = Outcome::State::Unchanged;
            outcome.isByKey = true;
            outcome.isAsRecorded = same->stamp == former->stamp;
            outcome.file = *std::move(same);
            return outcome;
        }
    }
    Outcome outcome = renderAndWrite(output, former);
    if (outcome.state == Outcome::State::NotReached)
        return outcome;
    // What there was to say of a page has to be said again the next time.
    if (outcome.diagnostics.isEmpty())
        outcome.file.key = key;
    return outcome;
}

void Export::make(qsizetype index)
{
    if (m_stop.stop_requested() || m_failed || m_shared.isOutdated())
        return;
    Outcome &outcome = m_outcomes[size_t(index)];
    outcome = makeOutput(m_plan.outputs.at(index), m_formers[size_t(index)]);
    if (outcome.failure)
        m_failed = true;
    if (m_progress)
        m_progress(++m_done, int(m_plan.outputs.size()));
}

/// Takes away what an earlier export wrote and this one does not make, unless somebody has changed it since.
int Export::removeFormer()
{
    QSet<const WrittenFile *> planned(m_formers.begin(), m_formers.end());
    planned.remove(nullptr);
    if (planned.size() == m_former.files.size())
        return 0;
    int removed = 0;
    for (const auto &[file, written] : m_former.files.asKeyValueRange()) {
        if (planned.contains(&written))
            continue;
        const Result<FileStatus> status = m_files.status(pathOf(file));
        if (!status || status->kind != FileKind::File)
            continue;
        const Result<QByteArray> present = m_files.read(pathOf(file));
        if (!present || fingerprint(*present) != written.hash || !m_files.remove(pathOf(file)))
            continue;
        removeEmptyFolders(file);
        ++removed;
    }
    return removed;
}

void Export::removeEmptyFolders(const SitePath &file)
{
    for (const QString &folder : foldersAbove(file.toString())) {
        if (!m_files.removeFolder(m_output + u'/' + folder))
            return;
    }
}

/// A stamp taken directly after the writing is no good yet: but if the file still has it when its clock has gone on, nobody wrote in between.
void Export::confirmStamps()
{
    const qint64 time = stampTime();
    forEachIndex(m_plan.outputs.size(), m_options.threads, [&](qsizetype i) {
        Outcome &outcome = m_outcomes[size_t(i)];
        if (outcome.state != Outcome::State::Written)
            return;
        const Result<FileStatus> status = m_files.targetStatus(pathOf(m_plan.outputs.at(i).file));
        if (!status || stampOf(*status) != outcome.file.stamp || !isSettled(outcome.file.stamp, time))
            outcome.file.stamp = {};
    });
}

/// What this export did not reach is as it was.
Manifest Export::manifestAfter() const
{
    Manifest manifest;
    manifest.files.reserve(m_plan.outputs.size());
    for (qsizetype i = 0; i < m_plan.outputs.size(); ++i) {
        const SitePath &file = m_plan.outputs.at(i).file;
        const Outcome &outcome = m_outcomes[size_t(i)];
        const bool isMade = !outcome.file.hash.isEmpty() && !outcome.failure;
        if (const WrittenFile *written = isMade ? &outcome.file : m_formers[size_t(i)]; written != nullptr)
            manifest.files.insert(file, *written);
    }
    if (m_keys)
        manifest.trace = m_keys->trace();
    return manifest;
}

/// What is wrong in the topics' texts, on whatever page they are shown. Nothing is in those whose page is as it was.
void Export::checkTopics(ExportReport &report)
{
    for (qsizetype i = 0; i < m_plan.outputs.size(); ++i) {
        Outcome &outcome = m_outcomes[size_t(i)];
        if (m_plan.outputs.at(i).kind != Output::Kind::Topic || outcome.isByKey)
            continue;
        const Diagnostics found = m_renderers.with(
            [&](PageRenderer &renderer) { return m_shared.topicTexts(m_plan.outputs.at(i).key, renderer.renderer()).diagnostics; });
        report.diagnostics += found;
        if (!found.isEmpty())
            outcome.file.key.clear();
    }
}

void Export::report(ExportReport &report)
{
    report.diagnostics += m_plan.diagnostics;
    for (const Outcome &outcome : m_outcomes) {
        report.written += outcome.state == Outcome::State::Written;
        report.unchanged += outcome.state == Outcome::State::Unchanged;
        report.bytes += outcome.bytes;
        report.diagnostics += outcome.diagnostics;
        if (outcome.failure && !report.failure)
            report.failure = outcome.failure;
    }
    if (!report.cancelled && !report.failure && !report.isOutdated)
        checkTopics(report);
    sortByPlace(report.diagnostics);
    const auto repeated = std::ranges::unique(report.diagnostics);
    report.diagnostics.erase(repeated.begin(), repeated.end());
}

/// The manifest says already what manifestAfter() would.
bool Export::isManifestOld() const
{
    return m_keys && !m_keys->hasNews() && m_former.files.size() == m_plan.outputs.size()
        && std::ranges::all_of(m_outcomes, &Outcome::isAsRecorded);
}

void Export::keepManifest(ExportReport &report)
{
    if (isManifestOld())
        return;
    m_latter = manifestAfter();
    if (m_latter == m_former)
        return;
    // Without it the next export makes everything and removes nothing; the pages are there all the same.
    if (const Result<void> saved = saveManifest(m_files, m_shared.site->folder(), m_output, m_latter); !saved)
        report.diagnostics.append({ Severity::Note, saved.error() });
}

void Export::keepIndex(const ExportReport &report)
{
    if (!m_keepsIndex || report.isOutdated)
        return;
    // Where it cannot be written, neither could the manifest, which was said.
    std::ignore = saveKeptIndex(m_files, m_shared.site->folder(), keptIndex(m_shared));
}

void Export::prepareSearch(const KeptIndex &former)
{
    if (!m_shared.hasSearch())
        return;
    const SiteSearch &search = m_shared.search(former, m_options.threads, m_stop);
    // A few texts are read again sooner than the words of all of them are written.
    constexpr qsizetype few = 8;
    constexpr qsizetype fewOf = 100;
    m_keepsIndex = m_options.useCache && search.read > std::min(few, search.documents / fewOf);
}

/// What the pages are decided by, each part on a thread of its own as far as there are any. Incomplete if it is stopped.
void Export::prepare()
{
    const auto inParallel = [&](const std::vector<std::function<void()>> &parts) {
        forEachIndex(qsizetype(parts.size()), m_options.threads, [&](qsizetype i) { parts[size_t(i)](); });
    };
    if (m_options.useCache)
        m_pictures.emplace(m_files, m_shared.site->folder());
    KeptIndex index;
    inParallel({
        [&] {
            // Plan and keys both want to know of all of them.
            const QList<model::Asset> &assets = m_shared.site->parts().assets;
            forEachIndex(assets.size(), m_options.threads, [&](qsizetype i) {
                if (!m_stop.stop_requested())
                    std::ignore = m_shared.picture(assets.at(i).file);
            });
            std::ignore = m_shared.links();
        },
        [&] {
            if (m_options.useCache && m_shared.settings.search)
                index = loadKeptIndex(m_files, m_shared.site->folder());
            m_former = loadManifest(m_files, m_shared.site->folder(), m_output);
        },
    });
    inParallel({
        [&] { prepareSearch(index); },
        [&] {
            if (m_options.useCache)
                m_keys.emplace(m_files, m_shared);
        },
    });
    if (m_stop.stop_requested())
        return;
    // The plan names the pieces of the search's index.
    inParallel({
        [&] { m_plan = makePlan(m_shared); },
        [&] {
            if (m_keys)
                m_keys->readPosts(m_former.trace, m_options.threads);
        },
    });
    const qsizetype outputs = m_plan.outputs.size();
    m_outcomes.resize(size_t(outputs));
    m_formers.resize(size_t(outputs));
    forEachIndex(outputs, m_options.threads, [&](qsizetype i) {
        const auto former = m_former.files.constFind(m_plan.outputs.at(i).file);
        m_formers[size_t(i)] = former == m_former.files.cend() ? nullptr : &*former;
    });
}

void Export::run(ExportReport &report)
{
    m_output = report.output;
    if (Result<void> made = m_files.makeFolder(m_output); !made) {
        report.failure = made.error();
        return;
    }
    ExportMark mark(m_files, m_shared.site->folder(), m_output);
    if (mark.followsAKilledOne())
        removeUnfinished(m_files, m_output);
    prepare();
    if (m_stop.stop_requested()) { // nothing is written or removed, and the manifest is what it was
        report.cancelled = true;
        mark.finish();
        return;
    }
    report.pages = int(m_plan.outputs.size());
    report.removed = removeFormer();
    const QList<qsizetype> order = workOrder();
    forEachIndex(order.size(), m_options.threads, [&](qsizetype i) { make(order.at(i)); });
    report.cancelled = m_stop.stop_requested();
    report.isOutdated = m_shared.isOutdated();
    this->report(report);
    if (m_pictures)
        m_pictures->tidy();
    confirmStamps();
    keepManifest(report);
    keepIndex(report);
    mark.finish();
}

} // namespace

ExportReport exportSite(FileSystem &files, const model::Site &site, const ExportOptions &options, const ExportProgress &progress,
                        std::stop_token stop)
{
    ExportReport report;
    const Result<QString> output = outputFolder(files, site.folder(), options.output);
    if (!output) {
        report.output = options.output;
        report.failure = output.error();
        return report;
    }
    report.output = *output;
    LoadedTheme theme = loadTheme(files, site.folder(), site.settings().theme);
    report.diagnostics = std::move(theme.diagnostics);
    // The site outlives the export, so nobody need own it.
    const model::SitePtr shared(model::SitePtr(), &site);
    const auto publication = std::make_shared<const Publication>(
        shared, options.selection, theme.theme, options.baseUrl,
        [&](const SitePath &asset) { return pictures::readPictureFacts(files, site.folder() + u'/' + asset.toString()); },
        [&](const model::Post &post) { return store::readWhole(files, site, post); });
    if (publication->settings().baseUrl.isEmpty())
        report.diagnostics.append({ Severity::Note,
                                    { ErrorCode::BadValue,
                                      u"quillway.toml"_s,
                                      {},
                                      u"without base_url there is no sitemap, and feeds have no absolute addresses"_s } });
    const auto exporting = std::make_shared<Export>(files, publication->shared(), options, progress, std::move(stop));
    exporting->run(report);
    report.remains = std::make_shared<const std::pair<std::shared_ptr<const Publication>, std::shared_ptr<const Export>>>(publication,
                                                                                                                          exporting);
    return report;
}

} // namespace quillway::publish
