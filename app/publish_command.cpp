// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interruption.h"
#include "app/problem_json.h"
#include "app/publish_set_up.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/deploy/publish_site.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

using Outcome = deploy::PublishReport::Outcome;

/// What is given on the command line, of a site that is loaded.
struct Call {
    model::SitePtr site;
    model::PublishDestination target;
    model::Selection selection;
};

QList<QCommandLineOption> publishOptions()
{
    return { { u"dry-run"_s, u"Shows what would be added, changed and removed, and sends nothing."_s },
             { u"due"_s, u"Publishes only if a post has become due since the last time: for timers."_s },
             { u"with-errors"_s, u"Publishes a site with problems of level error, too."_s },
             { u"install-timer"_s, u"Writes a systemd timer for your user that looks every hour for posts that have become due."_s },
             { u"set-token"_s, u"Reads the target's token from standard input into the desktop's keychain."_s },
             buildDateOption(),
             jsonOption() };
}

/// The target of that name; without a name the only one.
std::expected<model::PublishDestination, ExitStatus> targetOf(const model::Site &site, const QString &name)
{
    const QList<model::PublishDestination> targets = model::publishDestinations(site.settings());
    const auto place = std::ranges::find(targets, name, &model::PublishDestination::name);
    if (place != targets.end())
        return *place;
    if (name.isEmpty() && targets.size() == 1)
        return targets.constFirst();
    QStringList names;
    for (const model::PublishDestination &target : targets)
        names.append(target.name);
    printMessage(targets.isEmpty()    ? u"quillway: error: quillway.toml has no target: a table [publish.NAME] with a kind"_s
                     : name.isEmpty() ? u"quillway: error: name one of the targets: %1"_s.arg(names.join(u", "_s))
                                      : u"quillway: error: there is no target '%1' (there is: %2)"_s.arg(name, names.join(u", "_s)));
    return std::unexpected(ExitStatus::BadUsage);
}

QJsonArray namesOf(const QList<SitePath> &files)
{
    QJsonArray names;
    for (const SitePath &file : files)
        names.append(file.toString());
    return names;
}

QString wordFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Published: return u"published"_s;
    case Outcome::UpToDate: return u"up-to-date"_s;
    case Outcome::Shown: return u"shown"_s;
    case Outcome::HeldBack: return u"held-back"_s;
    case Outcome::Failed: return u"failed"_s;
    }
    return {};
}

QJsonObject reportObject(const model::PublishDestination &target, const deploy::PublishReport &report, const Diagnostics &diagnostics)
{
    return { { u"target"_s, target.name },
             { u"outcome"_s, wordFor(report.outcome) },
             { u"added"_s, namesOf(report.plan.added) },
             { u"changed"_s, namesOf(report.plan.changed) },
             { u"removed"_s, namesOf(report.plan.removed) },
             { u"problems"_s, toJson(diagnostics) } };
}

QByteArray planText(const deploy::UploadPlan &plan)
{
    QByteArray lines;
    const auto add = [&](const QByteArray &word, const QList<SitePath> &files) {
        for (const SitePath &file : files)
            lines += word + file.toString().toUtf8() + '\n';
    };
    add("added    ", plan.added);
    add("changed  ", plan.changed);
    add("removed  ", plan.removed);
    return lines;
}

void printReport(const model::PublishDestination &target, const deploy::PublishReport &report)
{
    if (report.outcome == Outcome::Shown)
        printResult(planText(report.plan));
    if (report.outcome == Outcome::HeldBack) {
        printMessage(u"quillway: nothing was sent, because of these errors (--with-errors publishes all the same)"_s);
        return;
    }
    if (report.outcome == Outcome::Failed)
        return;
    printResult(u"%1: %2 added, %3 changed, %4 removed%5\n"_s.arg(target.name)
                    .arg(report.plan.added.size())
                    .arg(report.plan.changed.size())
                    .arg(report.plan.removed.size())
                    .arg(report.outcome == Outcome::Shown ? u" (nothing was sent)"_s : QString())
                    .toUtf8());
}

deploy::PublishReport publishNow(FileSystem &files, const QCommandLineParser &parser, const Call &call, const std::stop_token &stop)
{
    const deploy::PublishRequest request { .target = call.target,
                                           .selection = call.selection,
                                           .token = tokenFor(call.target, call.site->folder()),
                                           .cacheFolder = deploy::publishCacheFolder(call.site->folder(), call.target.name),
                                           .isDryRun = parser.isSet(u"dry-run"_s),
                                           .goesOnWithErrors = parser.isSet(u"with-errors"_s) };
    Progress exporting(u"exporting"_s);
    Progress sending(u"sending"_s);
    return deploy::publishSite(
        files, *call.site, request,
        [&](deploy::PublishStage stage, int done, int total) {
            if (stage == deploy::PublishStage::Exporting)
                exporting.report(done, total);
            else if (stage == deploy::PublishStage::Sending)
                sending.report(done, total);
        },
        stop);
}

/// For a timer: what was published last has every post that is due now.
bool isNothingDue(FileSystem &files, const Call &call)
{
    const auto last = deploy::lastPublication(files, call.site->folder(), call.target.name);
    return last && deploy::becomeDue(*call.site, *last, call.selection.buildDate).isEmpty();
}

ExitStatus endStatus(const deploy::PublishReport &report, const Diagnostics &diagnostics)
{
    return report.failure ? statusFor(*report.failure) : statusFor(diagnostics);
}

std::expected<Call, ExitStatus> readCall(FileSystem &files, const QCommandLineParser &parser, const QStringList &words,
                                         const std::stop_token &stop)
{
    const auto site = loadForCommand(files, words.first(), stop, Caching::Used);
    if (!site)
        return std::unexpected(site.error());
    const auto target = targetOf(**site, words.value(1));
    if (!target)
        return std::unexpected(target.error());
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return std::unexpected(selection.error());
    return Call { *site, *target, *selection };
}

} // namespace

ExitStatus runPublish(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, publishOptions(), 1, Words::AtLeast);
    if (!words)
        return words.error();
    if (words->size() > 2) {
        printMessage(u"quillway: error: there is a word too many: %1"_s.arg(words->at(2)));
        return ExitStatus::BadUsage;
    }
    const Interruption interruption;
    NativeFileSystem files;
    const auto call = readCall(files, parser, *words, interruption.token());
    if (!call)
        return call.error();
    if (parser.isSet(u"set-token"_s))
        return takeToken(call->target, call->site->folder());
    if (parser.isSet(u"install-timer"_s))
        return installTimer(files, call->target, call->site->folder());
    if (parser.isSet(u"due"_s) && isNothingDue(files, *call)) {
        printMessage(u"quillway: no post has become due"_s);
        return ExitStatus::Done;
    }
    const deploy::PublishReport report = publishNow(files, parser, *call, interruption.token());
    Diagnostics diagnostics = report.problems;
    if (report.failure)
        diagnostics.append({ Severity::Error, *report.failure });
    printDiagnostics(diagnostics);
    if (parser.isSet(u"json"_s))
        printResult(jsonDocument(reportObject(call->target, report, diagnostics)));
    else
        printReport(call->target, report);
    return endStatus(report, diagnostics);
}

} // namespace quillway::app
