// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_site.h"

#include "core/analysis/integrity.h"
#include "core/base/parallel.h"
#include "core/base/path_parts.h"
#include "core/import/convert_text.h"
#include "core/import/opened_source.h"
#include "core/import/written_files.h"
#include "core/store/load_site.h"
#include "core/store/new_site.h"
#include "core/store/private_folder.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace quillway::importing {

namespace {

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || isBelow(path, folder);
}

/// Tells of progress one call at a time, a few hundred times in all.
class Count
{
public:
    Count(const ImportProgress &progress, qsizetype total)
        : m_progress(progress)
        , m_total(int(total))
    { }

    void add()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_done;
        if (m_progress && (m_done == m_total || m_done % std::max(1, m_total / 200) == 0))
            m_progress(m_done, m_total);
    }

private:
    const ImportProgress &m_progress;
    int m_total;
    int m_done = 0;
    std::mutex m_mutex;
};

class Import
{
public:
    Import(const Source &source, const ToolRules &rules, const SitePlan &plan, const ImportOptions &options)
        : m_source(source)
        , m_rules(rules)
        , m_plan(plan)
        , m_options(options)
        , m_count(options.progress, plan.texts.size() + plan.copies.size())
    { }

    /// Every text and copy into `written`, or nowhere for a dry run.
    [[nodiscard]] Result<QList<FileReport>> run(WrittenFiles *written)
    {
        const qsizetype texts = m_plan.texts.size();
        QList<FileReport> reports(texts + m_plan.copies.size());
        QList<QStringList> turned(texts);
        QList<std::optional<Error>> errors(reports.size());
        auto report = reports.begin(); // detached before threads are about
        auto error = errors.begin();
        auto links = turned.begin();
        std::atomic_bool failed = false;
        forEachIndex(reports.size(), m_options.threads, [&](qsizetype i) {
            if (failed || m_options.stop.stop_requested())
                return;
            const auto done = i < texts ? importText(m_plan.texts[i], report[i], links[i], written)
                                        : importCopy(m_plan.copies[i - texts], report[i], written);
            if (!done) {
                error[i] = done.error();
                failed = true;
            }
            m_count.add();
        });
        if (m_options.stop.stop_requested())
            return std::unexpected(Error { ErrorCode::Cancelled, m_source.listing().folder, {}, {} });
        for (const std::optional<Error> &first : std::as_const(errors)) {
            if (first)
                return std::unexpected(*first);
        }
        for (qsizetype i = 0; i < texts; ++i) {
            m_texts.insert(m_plan.texts[i].target, &m_plan.texts[i]);
            m_turned.insert(m_plan.texts[i].target, turned[i]);
        }
        addOthers(reports);
        std::ranges::sort(reports, {}, &FileReport::source);
        return reports;
    }

    /// True if the source had this problem as well: the link or picture is as it was there, and leads to nothing in the source either.
    [[nodiscard]] bool isOfSource(const Diagnostic &problem) const
    {
        const Error &error = problem.error;
        switch (error.code) {
        case ErrorCode::BrokenLink:
        case ErrorCode::MissingPicture: break;
        case ErrorCode::BrokenAnchor:
        case ErrorCode::MissingAltText:
        case ErrorCode::DraftReferenced: return true;
        default: return false;
        }
        const auto text = m_texts.constFind(error.file);
        if (text == m_texts.cend())
            return false;
        // Behind the destination there may be a near one in parentheses.
        const QString destination = error.detail.section(u" ("_s, 0, 0);
        const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(destination.toUtf8()));
        return !m_turned.value(error.file).contains(decoded) && !m_plan.links.resolve(destination, (*text)->post.path, (*text)->oldAddress);
    }

private:
    Result<void> importText(const PlannedText &text, FileReport &report, QStringList &turned, WrittenFiles *written) const
    {
        const auto bytes = m_source.read(text.post.path);
        if (!bytes)
            return std::unexpected(bytes.error());
        ConvertedText converted = convertText(*bytes, text, m_plan, m_rules);
        report = { .source = text.post.path, .outcome = outcomeOf(text), .target = text.target };
        report.oldAddress = text.oldAddress;
        report.newAddress = text.newAddress;
        report.notes = std::move(converted.notes);
        if (!m_rules.hasLinesOfSource(text.post.path)) {
            for (Note &note : report.notes)
                note.line = 0;
        }
        turned = std::move(converted.turned);
        return written ? written->write(text.target, converted.bytes) : Result<void>();
    }

    Result<void> importCopy(const PlannedCopy &copy, FileReport &report, WrittenFiles *written) const
    {
        report = { .source = copy.source, .outcome = outcomeOf(copy), .target = copy.target };
        report.oldAddress = copy.oldAddress;
        if (copy.target.startsWith("assets/"_L1))
            report.newAddress = copy.target.sliced(6);
        return written ? written->copy(m_source.absolute(copy.source), copy.target) : Result<void>();
    }

    void addOthers(QList<FileReport> &reports) const
    {
        for (const QString &path : m_plan.settings)
            reports.append({ .source = path, .outcome = Outcome::Settings, .notes = m_rules.notesOn(path) });
        for (const LeftOut &entry : m_plan.leftOut)
            reports.append({ .source = entry.path, .outcome = Outcome::LeftOut, .reason = entry.reason, .detail = entry.detail });
    }

    const Source &m_source;
    const ToolRules &m_rules;
    const SitePlan &m_plan;
    const ImportOptions &m_options;
    Count m_count;
    QHash<QString, const PlannedText *> m_texts; ///< by file of the new site
    QHash<QString, QStringList> m_turned; ///< the same: its destinations that are not the source's
};

/// Counts in are counts out: each entry of the source is in the report once, and every target is there. `written` is the folder that holds the new files, empty for a dry run.
Result<void> requireComplete(const FileSystem &files, const QString &written, const ImportReport &report, const SourceListing &listing)
{
    QHash<QString, int> seen;
    for (const FileReport &file : report.files)
        ++seen[file.source];
    QStringList wrong;
    for (const SourceFile &file : listing.files) {
        if (seen.take(file.path) != 1)
            wrong.append(file.path);
    }
    for (const LeftOut &entry : listing.leftOut) {
        if (seen.take(entry.path) != 1)
            wrong.append(entry.path);
    }
    wrong += seen.keys();
    if (!written.isEmpty()) {
        for (const FileReport &file : report.files) {
            if (!file.target.isEmpty() && !files.status(written + u'/' + file.target))
                wrong.append(file.target);
        }
    }
    if (wrong.isEmpty())
        return {};
    return std::unexpected(Error { ErrorCode::Internal, wrong.first(), {}, u"the report does not account for it"_s });
}

Result<QList<ImportProblem>> checkResult(const FileSystem &files, const QString &site, const Import &import, const ImportOptions &options)
{
    const auto loaded = store::loadSite(files, site, { .progress = {}, .stop = options.stop, .threads = options.threads });
    if (!loaded)
        return std::unexpected(loaded.error());
    QList<ImportProblem> problems;
    for (const Diagnostic &problem : analysis::checkSite(*loaded->site, { .buildDate = QDateTime::currentDateTimeUtc() }))
        problems.append({ problem, import.isOfSource(problem) });
    return problems;
}

/// Writes the whole site; the settings last, since they are what makes the folder one.
Result<void> writeAll(FileSystem &files, const SitePlan &plan, Import &import, const ImportOptions &options, WrittenFiles &written,
                      ImportReport &report)
{
    for (const QString &folder : { u"posts"_s, u"pages"_s, u"topics"_s, u"paths"_s, u"assets"_s }) {
        if (auto made = written.makeFolder(folder); !made)
            return made;
    }
    auto reports = import.run(&written);
    if (!reports)
        return std::unexpected(reports.error());
    report.files = std::move(*reports);
    for (const PlannedFile &file : plan.made) {
        if (auto made = written.write(file.target, file.bytes, store::Durability::Synced); !made)
            return made;
        report.made.append(file.target);
    }
    auto problems = checkResult(files, written.folder(), import, options);
    if (!problems)
        return std::unexpected(problems.error());
    report.problems = std::move(*problems);
    return {};
}

Result<void> writeReport(FileSystem &files, const QString &site, const ImportReport &report)
{
    const auto folder = store::privateFolder(files, site, {});
    if (!folder)
        return std::unexpected(folder.error());
    if (auto saved = store::saveFile(files, *folder + "/import-report.json"_L1, renderJson(report)); !saved)
        return saved;
    return store::saveFile(files, *folder + "/import-report.html"_L1, renderHtml(report));
}

/// Nothing if a site may be made in `target` of what was listed.
Result<void> requireApart(const FileSystem &files, const QString &site, const QString &target, const SourceListing &listing)
{
    // An export may lie where the site is to be made, but not in the site's folder.
    if (isWithin(listing.folder, target) || (listing.isFolder && isWithin(target, listing.folder)))
        return std::unexpected(Error { ErrorCode::BadUsage, site, {}, u"the new site and the source must not be within each other"_s });
    return store::requireEmpty(files, site);
}

Result<ImportReport> importFrom(FileSystem &files, const Source &source, const ToolRules &rules, ImportReport report,
                                const ImportOptions &options)
{
    const auto plan = planSite(source, rules, options.uses, options.threads, options.stop);
    if (!plan)
        return std::unexpected(plan.error());
    report.filesFound = source.listing().files.size() + source.listing().leftOut.size();
    report.permalink = plan->newSettings.permalink;
    Import import(source, rules, *plan, options);
    if (options.dryRun) {
        auto reports = import.run(nullptr);
        if (!reports)
            return std::unexpected(reports.error());
        report.files = std::move(*reports);
        return requireComplete(files, {}, report, source.listing()).transform([&] { return report; });
    }
    WrittenFiles written(files, report.site);
    auto done = written.begin();
    if (done)
        done = writeAll(files, *plan, import, options, written, report);
    if (done)
        done = requireComplete(files, written.folder(), report, source.listing());
    if (done)
        done = writeReport(files, written.folder(), report);
    if (done && options.stop.stop_requested())
        done = std::unexpected(Error { ErrorCode::Cancelled, report.site, {}, {} });
    if (done)
        done = written.finish();
    if (!done) {
        written.takeBack();
        return std::unexpected(done.error());
    }
    return report;
}

} // namespace

Result<ImportReport> importSite(FileSystem &files, const QString &source, const QString &site, const ImportOptions &options)
{
    auto listing = listSource(files, source, options.stop);
    if (!listing)
        return std::unexpected(listing.error());
    const QString target = canonicalPath(files, site);
    if (auto apart = requireApart(files, site, target, *listing); !apart)
        return std::unexpected(apart.error());

    const auto opened = OpenedSource::open(files, std::move(*listing), options);
    if (!opened)
        return std::unexpected(opened.error());
    ImportReport report = opened->report();
    report.site = target;
    report.dryRun = options.dryRun;
    return importFrom(files, opened->source(), opened->rules(), std::move(report), options);
}

} // namespace quillway::importing
