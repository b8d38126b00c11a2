// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interruption.h"
#include "app/problem_json.h"
#include "app/site_for_command.h"
#include "core/analysis/integrity.h"
#include "core/base/native_file_system.h"
#include "core/publish/check_theme.h"
#include "core/web/external_problems.h"
#include "core/web/link_probe.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

qsizetype countOf(const Diagnostics &diagnostics, Severity severity)
{
    return std::ranges::count(diagnostics, severity, &Diagnostic::severity);
}

constexpr int mostFixed = 1000; ///< problems whose fixes are worked out: each reads its file again

/// The problems as toJson() gives them, with `fixes` where one is clear.
QJsonArray withFixes(const model::Site &site, const Diagnostics &problems)
{
    QJsonArray array;
    for (qsizetype i = 0; i < problems.size(); ++i) {
        QJsonObject object = toJson(problems[i]);
        QJsonArray fixes;
        for (const changes::Fix &fix : i < mostFixed ? changes::fixesOf(site, problems[i]) : QList<changes::Fix>())
            fixes.append(toJson(fix));
        if (!fixes.isEmpty())
            object.insert(u"fixes"_s, fixes);
        array.append(object);
    }
    return array;
}

QCommandLineOption externalOption()
{
    return { u"external"_s, u"Asks other sites whether the links to them still lead somewhere."_s };
}

/// Takes the time that the other sites take; a stop gives what is known until then.
Diagnostics checkExternal(FileSystem &files, const model::Site &site, const model::Selection &selection, const std::stop_token &stop)
{
    const QList<analysis::ExternalLink> links = analysis::externalLinks(site, selection);
    web::LinkAnswers answers = web::loadAnswers(files, site.folder());
    const QList<QUrl> wanted = web::unanswered(links, answers, QDateTime::currentDateTimeUtc());
    if (wanted.isEmpty())
        return web::externalProblems(links, answers);
    web::LinkProbe probe;
    QEventLoop loop;
    QTimer interruption;
    Progress progress(u"asking other sites"_s);
    QObject::connect(&probe, &web::LinkProbe::answered, &loop,
                     [&](const QUrl &url, const web::LinkAnswer &answer) { answers.insert(url, answer); });
    QObject::connect(&probe, &web::LinkProbe::progress, &loop, [&](int done, int total) { progress.report(done, total); });
    QObject::connect(&probe, &web::LinkProbe::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interruption, &QTimer::timeout, &probe, [&] {
        if (stop.stop_requested())
            probe.cancel();
    });
    interruption.start(std::chrono::milliseconds(100));
    probe.start(wanted);
    loop.exec();
    if (const auto saved = web::saveAnswers(files, site.folder(), answers); !saved)
        printDiagnostics({ { Severity::Warning, saved.error() } });
    return web::externalProblems(links, answers);
}

} // namespace

ExitStatus runCheck(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { buildDateOption(), externalOption(), jsonOption() }, 1);
    if (!words)
        return words.error();
    const Interruption interruption;
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first(), interruption.token());
    if (!site)
        return site.error();
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return selection.error();

    Diagnostics problems = analysis::checkSite(**site, *selection) + publish::checkTheme(files, **site);
    if (parser.isSet(externalOption()))
        problems += checkExternal(files, **site, *selection, interruption.token());
    sortByPlace(problems);
    const qsizetype errors = countOf(problems, Severity::Error);
    const qsizetype warnings = countOf(problems, Severity::Warning);
    if (parser.isSet(u"json"_s)) {
        printResult(jsonDocument({ { u"problems"_s, withFixes(**site, problems) }, { u"errors"_s, errors }, { u"warnings"_s, warnings } }));
    } else {
        QByteArray lines;
        for (const Diagnostic &problem : problems)
            lines += toCompilerLine(problem).toUtf8() + '\n';
        printResult(lines);
        printMessage(u"%1 posts: %2 errors, %3 warnings"_s.arg((*site)->posts().size()).arg(errors).arg(warnings));
    }
    return interruption.token().stop_requested() ? ExitStatus::Interrupted : statusFor(problems);
}

} // namespace quillway::app
