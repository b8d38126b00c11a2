// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/site_for_command.h"
#include "core/analysis/integrity.h"
#include "core/base/native_file_system.h"
#include "core/publish/check_theme.h"

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

} // namespace

ExitStatus runCheck(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { buildDateOption(), jsonOption() }, 1);
    if (!words)
        return words.error();
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first());
    if (!site)
        return site.error();
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return selection.error();

    const Diagnostics problems = analysis::checkSite(**site, *selection) + publish::checkTheme(files, (*site)->folder());
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
    return statusFor(problems);
}

} // namespace quillway::app
