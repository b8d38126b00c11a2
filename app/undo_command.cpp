// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_output.h"
#include "app/interruption.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

Diagnostics asErrors(const QList<Error> &errors)
{
    Diagnostics diagnostics;
    for (const Error &error : errors)
        diagnostics.append({ Severity::Error, error });
    return diagnostics;
}

} // namespace

ExitStatus runUndo(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { dryRunOption(), jsonOption() }, 1);
    if (!words)
        return words.error();
    const Interruption interruption;
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first(), interruption.token());
    if (!site)
        return site.error();
    const QString folder = (*site)->folder();
    const auto last = store::lastChange(files, folder);
    if (!last) {
        printMessage(u"quillway: error: there is no change to take back"_s);
        return ExitStatus::BadUsage;
    }
    if (!parser.isSet(u"dry-run"_s)) {
        store::ChangeReport report = store::undoChange(files, folder, { .title = {}, .when = QDateTime::currentDateTimeUtc() });
        report.title = u"Undo: "_s + report.title;
        return printReport(parser, report, {}, {});
    }
    const auto reversal = store::reversalOf(files, folder, last->entry);
    if (!reversal) {
        printDiagnostics({ { Severity::Error, reversal.error() } });
        return statusFor(reversal.error());
    }
    return showChange(parser, u"Undo: "_s + last->title, reversal->change, asErrors(reversal->leftAlone), {});
}

} // namespace quillway::app
