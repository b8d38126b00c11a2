// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_call.h"

#include "app/change_output.h"
#include "app/interruption.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"

using namespace Qt::StringLiterals;

namespace quillway::app {

ExitStatus runChange(const Command &command, const QStringList &arguments, const ChangeArguments &taken, const WorkOutChange &workOut)
{
    QCommandLineParser parser;
    QList<QCommandLineOption> options { dryRunOption(), jsonOption() };
    if (taken.takesBuildDate)
        options.append(buildDateOption());
    const auto words = parseArguments(parser, command, arguments, options, taken.words, taken.count);
    if (!words)
        return words.error();
    const Interruption interruption;
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first(), interruption.token());
    if (!site)
        return site.error();
    model::Selection selection { .buildDate = QDateTime::currentDateTimeUtc() };
    if (taken.takesBuildDate) {
        const auto given = selectionFor(parser, **site);
        if (!given)
            return given.error();
        selection = *given;
    }
    const Result<WantedChange> wanted = workOut(**site, selection, words->sliced(1));
    if (!wanted) {
        printMessage(u"quillway: error: "_s + describe(wanted.error()));
        return ExitStatus::BadUsage; // nothing was asked of the disk yet
    }
    if (parser.isSet(u"dry-run"_s))
        return showChange(parser, wanted->title, wanted->change, wanted->problems, wanted->more);
    const store::ChangeOptions how { .title = wanted->title, .when = QDateTime::currentDateTimeUtc() };
    return printReport(parser, store::carryOut(files, (*site)->folder(), wanted->change, how), wanted->problems, wanted->more);
}

} // namespace quillway::app
