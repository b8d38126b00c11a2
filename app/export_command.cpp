// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interruption.h"
#include "app/problem_json.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/publish/export_site.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QList<QCommandLineOption> exportOptions()
{
    return {
        { u"output"_s, u"Writes into this folder instead of SITE/public."_s, u"DIR"_s },
        { u"base-url"_s, u"Takes this address instead of the settings' base_url."_s, u"URL"_s },
        { u"drafts"_s, u"Exports drafts as well."_s },
        { u"future"_s, u"Exports posts dated after the build date as well."_s },
        buildDateOption(),
        { u"jobs"_s, u"Works with N threads (default: one a core)."_s, u"N"_s },
        { u"no-cache"_s, u"Looks at every file anew, as if nothing had been exported before."_s },
        jsonOption(),
    };
}

std::expected<publish::ExportOptions, ExitStatus> readOptions(const QCommandLineParser &parser, const model::Site &site)
{
    publish::ExportOptions options;
    const auto selection = selectionFor(parser, site);
    if (!selection)
        return std::unexpected(selection.error());
    options.selection = *selection;
    options.selection.drafts = parser.isSet(u"drafts"_s);
    options.selection.future = parser.isSet(u"future"_s);
    if (parser.isSet(u"output"_s))
        options.output = QDir::current().absoluteFilePath(parser.value(u"output"_s));
    options.useCache = !parser.isSet(u"no-cache"_s);

    const auto refuse = [](const QString &why) {
        printMessage(u"quillway: error: "_s + why);
        return std::unexpected(ExitStatus::BadUsage);
    };
    if (parser.isSet(u"base-url"_s)) {
        options.baseUrl = QUrl(parser.value(u"base-url"_s), QUrl::StrictMode);
        if (!options.baseUrl.isValid() || (options.baseUrl.scheme() != u"https" && options.baseUrl.scheme() != u"http")
            || options.baseUrl.host().isEmpty())
            return refuse(u"--base-url: '%1' is no address such as https://blog.example/"_s.arg(parser.value(u"base-url"_s)));
    }
    if (parser.isSet(u"jobs"_s)) {
        bool isNumber = false;
        options.threads = parser.value(u"jobs"_s).toInt(&isNumber);
        if (!isNumber || options.threads < 1 || options.threads > 1024)
            return refuse(u"--jobs: '%1' is no number of threads"_s.arg(parser.value(u"jobs"_s)));
    }
    return options;
}

QJsonObject reportObject(const publish::ExportReport &report, const Diagnostics &diagnostics)
{
    return {
        { u"output"_s, report.output },       { u"pages"_s, report.pages },           { u"written"_s, report.written },
        { u"unchanged"_s, report.unchanged }, { u"removed"_s, report.removed },       { u"bytes"_s, report.bytes },
        { u"cancelled"_s, report.cancelled }, { u"problems"_s, toJson(diagnostics) },
    };
}

struct Exported {
    model::SitePtr site;
    publish::ExportReport report;
};

std::expected<Exported, ExitStatus> exportOnce(FileSystem &files, const QCommandLineParser &parser, const QString &folder, Caching caching,
                                               const std::stop_token &stop)
{
    const auto site = loadForCommand(files, folder, stop, caching);
    if (!site)
        return std::unexpected(site.error());
    const auto options = readOptions(parser, **site);
    if (!options)
        return std::unexpected(options.error());
    Progress progress(u"exporting"_s);
    return Exported { *site,
                      publish::exportSite(files, **site, *options, [&](int done, int total) { progress.report(done, total); }, stop) };
}

/// Texts are read when they are needed; if one of them was changed since the site was loaded, everything begins again. Whoever changes them without end gets the site
/// of one moment, read whole.
std::expected<Exported, ExitStatus> exportSettled(FileSystem &files, const QCommandLineParser &parser, const QString &folder,
                                                  const std::stop_token &stop)
{
    if (parser.isSet(u"no-cache"_s))
        return exportOnce(files, parser, folder, Caching::None, stop);
    constexpr int mostAttempts = 3;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        auto exported = exportOnce(files, parser, folder, Caching::Heads, stop);
        if (!exported || !exported->report.isOutdated)
            return exported;
    }
    return exportOnce(files, parser, folder, Caching::Used, stop);
}

} // namespace

ExitStatus runExport(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, exportOptions(), 1);
    if (!words)
        return words.error();
    const Interruption interruption;
    NativeFileSystem files;
    const auto exported = exportSettled(files, parser, words->first(), interruption.token());
    if (!exported)
        return exported.error();
    const publish::ExportReport &report = exported->report;
    // The system takes it all in one go when the program ends, far sooner than it could be taken apart.
    // Volatile, lest the compiler find that nobody looks at it and call it lost.
    [[maybe_unused]] static const void *volatile leftToTheSystem = new std::pair(exported->site, report.remains);
    Diagnostics diagnostics = exported->site->diagnostics() + report.diagnostics;
    if (report.failure)
        diagnostics.append({ Severity::Error, *report.failure });
    sortByPlace(diagnostics);
    printDiagnostics(diagnostics);
    if (parser.isSet(u"json"_s)) {
        printResult(jsonDocument(reportObject(report, diagnostics)));
    } else {
        printResult(u"%1: %2 files, %3 written, %4 removed%5\n"_s.arg(report.output)
                        .arg(report.pages)
                        .arg(report.written)
                        .arg(report.removed)
                        .arg(report.cancelled ? u" (cancelled)"_s : QString())
                        .toUtf8());
    }
    if (report.cancelled)
        return ExitStatus::Interrupted;
    return report.failure ? statusFor(*report.failure) : statusFor(diagnostics);
}

} // namespace quillway::app
