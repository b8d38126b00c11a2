// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_output.h"

#include "app/problem_json.h"
#include "core/changes/unified_diff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

using store::ChangeReport;
using Outcome = ChangeReport::Outcome;

namespace {

QLatin1StringView nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Nothing: return "nothing"_L1;
    case Outcome::Refused: return "refused"_L1;
    case Outcome::Done: return "done"_L1;
    case Outcome::Reversed: return "reversed"_L1;
    case Outcome::Unfinished: return "unfinished"_L1;
    }
    return "unfinished"_L1;
}

Diagnostics asDiagnostics(const QList<Error> &errors, Severity severity)
{
    Diagnostics diagnostics;
    for (const Error &error : errors)
        diagnostics.append({ severity, error });
    return diagnostics;
}

QJsonArray movesOf(const changes::SiteChange &change)
{
    QJsonArray moves;
    for (const changes::Move &move : change.moves)
        moves.append(QJsonObject { { u"from"_s, move.from.toString() }, { u"to"_s, move.to.toString() } });
    return moves;
}

QJsonArray filesOf(const changes::SiteChange &change)
{
    QJsonArray files;
    for (const changes::TextEdit &edit : change.edits) {
        const QByteArray diff = changes::unifiedHunks(edit.before.value_or(QByteArray()), edit.after.value_or(QByteArray()));
        const QString what = !edit.before ? u"new"_s : !edit.after ? u"removed"_s : u"edited"_s;
        files.append(QJsonObject { { u"file"_s, edit.file.toString() }, { u"change"_s, what }, { u"diff"_s, QString::fromUtf8(diff) } });
    }
    return files;
}

QJsonObject changeObject(const QString &title, const changes::SiteChange &change, const Diagnostics &problems, QJsonObject more)
{
    more.insert(u"title"_s, title);
    more.insert(u"moves"_s, movesOf(change));
    more.insert(u"files"_s, filesOf(change));
    more.insert(u"problems"_s, toJson(problems));
    return more;
}

QString filesOf(qsizetype count)
{
    return count == 1 ? u"1 file"_s : u"%1 files"_s.arg(count);
}

QString sentenceOf(const ChangeReport &report)
{
    switch (report.outcome) {
    case Outcome::Nothing: return u"there is nothing to do"_s;
    case Outcome::Refused: return u"nothing was changed"_s;
    case Outcome::Done: return u"%1 changed"_s.arg(filesOf(report.files.size()));
    case Outcome::Reversed: return u"it could not be finished and was taken back; nothing is changed"_s;
    case Outcome::Unfinished: return u"it could not be finished; the next command on this site goes on with it"_s;
    }
    return {};
}

} // namespace

void recoverForCommand(FileSystem &files, const QString &folder)
{
    for (const ChangeReport &report : store::recoverTransactions(files, folder)) {
        const QString title = report.title.isEmpty() ? u"a change to many files"_s : report.title;
        const QString what = report.outcome == Outcome::Done ? u"is finished now"_s : sentenceOf(report);
        printMessage(u"quillway: a program that ended had begun: %1; %2"_s.arg(title, what));
        printDiagnostics(asDiagnostics(report.leftAlone, Severity::Warning));
        if (report.error && report.outcome != Outcome::Done)
            printDiagnostics({ { Severity::Error, *report.error } });
    }
}

ExitStatus showChange(const QCommandLineParser &parser, const QString &title, const changes::SiteChange &change,
                      const Diagnostics &problems, const QJsonObject &more)
{
    if (parser.isSet(u"json"_s)) {
        QJsonObject object = changeObject(title, change, problems, more);
        object.insert(u"outcome"_s, u"dry-run"_s);
        printResult(jsonDocument(object));
    } else {
        printResult(changes::unifiedDiff(change));
    }
    printDiagnostics(problems);
    printMessage(u"%1: %2"_s.arg(title,
                                 change.isEmpty() ? u"there is nothing to do"_s
                                                  : u"%1 would be changed"_s.arg(filesOf(change.edits.size() + change.moves.size()))));
    return hasErrors(problems) ? ExitStatus::ContentErrors : ExitStatus::Done;
}

ExitStatus printReport(const QCommandLineParser &parser, const ChangeReport &report, const Diagnostics &problems, const QJsonObject &more)
{
    if (parser.isSet(u"json"_s)) {
        QJsonObject object = changeObject(report.title, report.change, problems, more);
        object.insert(u"outcome"_s, nameOf(report.outcome));
        object.insert(u"left_alone"_s, toJson(asDiagnostics(report.leftAlone, Severity::Error)));
        printResult(jsonDocument(object));
    } else {
        printResult(u"%1: %2\n"_s.arg(report.title, sentenceOf(report)).toUtf8());
    }
    printDiagnostics(problems + asDiagnostics(report.leftAlone, Severity::Error));
    if (!report.isDone()) {
        if (report.error && !std::ranges::contains(report.leftAlone, *report.error))
            printDiagnostics({ { Severity::Error, *report.error } });
        return ExitStatus::DiskFailure;
    }
    return hasErrors(problems) || !report.leftAlone.isEmpty() ? ExitStatus::ContentErrors : ExitStatus::Done;
}

} // namespace quillway::app
