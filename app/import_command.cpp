// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"
#include "app/interruption.h"
#include "core/base/native_file_system.h"
#include "core/import/import_site.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QStringList toolNames()
{
    QStringList names;
    for (const importing::Tool tool : importing::allTools())
        names.append(importing::nameOf(tool));
    return names;
}

ExitStatus refuse(const Error &error)
{
    printDiagnostics({ { Severity::Error, error } });
    if (error.code == ErrorCode::Cancelled)
        return ExitStatus::Interrupted;
    return error.code == ErrorCode::AlreadyExists || error.code == ErrorCode::BadUsage ? ExitStatus::BadUsage : ExitStatus::DiskFailure;
}

} // namespace

ExitStatus runImport(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options {
        { u"from"_s, u"Takes SOURCE for a blog of this tool (%1) instead of recognising it."_s.arg(toolNames().join(u", "_s)), u"TOOL"_s },
        { u"dry-run"_s, u"Says what would be done and writes nothing."_s },
        jsonOption(),
    };
    const auto words = parseArguments(parser, command, arguments, options, 2);
    if (!words)
        return words.error();
    const Interruption interruption;
    importing::ImportOptions wanted { .dryRun = parser.isSet(u"dry-run"_s), .stop = interruption.token() };
    if (parser.isSet(u"from"_s)) {
        wanted.tool = importing::toolNamed(parser.value(u"from"_s));
        if (!wanted.tool) {
            printMessage(u"quillway: error: --from: '%1' is none of %2"_s.arg(parser.value(u"from"_s), toolNames().join(u", "_s)));
            return ExitStatus::BadUsage;
        }
    }
    const auto absolute = [](const QString &path) { return QDir::cleanPath(QDir::current().absoluteFilePath(path)); };
    NativeFileSystem files;
    Result<importing::ImportReport> report = [&] {
        Progress progress(u"importing"_s);
        wanted.progress = [&](int done, int total) { progress.report(done, total); };
        return importing::importSite(files, absolute(words->first()), absolute(words->last()), wanted);
    }();
    if (!report)
        return refuse(report.error());
    printResult(parser.isSet(u"json"_s) ? renderJson(*report) : summarise(*report).toUtf8());
    return report->problemCount(Severity::Error, true) + report->problemCount(Severity::Error, false) > 0 ? ExitStatus::ContentErrors
                                                                                                          : ExitStatus::Done;
}

} // namespace quillway::app
