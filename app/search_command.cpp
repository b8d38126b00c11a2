// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/site_for_command.h"
#include "core/base/native_file_system.h"
#include "core/search/full_text_index.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace quillway::app {

namespace {

constexpr int usualLimit = 50;
constexpr int highestLimit = 100'000;

QLatin1StringView nameOf(search::Column column)
{
    switch (column) {
    case search::Column::Title: return "title"_L1;
    case search::Column::Tags: return "tags"_L1;
    case search::Column::Headings: return "heading"_L1;
    case search::Column::Prose: return "text"_L1;
    case search::Column::Code: return "code"_L1;
    case search::Column::Links: return "link"_L1;
    }
    return "text"_L1;
}

/// Pairs of where a mark begins and how long it is, in UTF-16 units.
QJsonArray toJson(const QList<search::Mark> &marks)
{
    QJsonArray array;
    for (const search::Mark &mark : marks)
        array.append(QJsonArray { mark.begin, mark.length });
    return array;
}

QJsonObject toJson(const search::FoundText &found)
{
    QJsonArray lines;
    for (const search::LineHit &hit : found.lines) {
        lines.append(QJsonObject { { u"line"_s, hit.line > 0 ? QJsonValue(hit.line) : QJsonValue(QJsonValue::Null) },
                                   { u"in"_s, nameOf(hit.column) },
                                   { u"text"_s, hit.shown.text },
                                   { u"marks"_s, toJson(hit.shown.marks) } });
    }
    return { { u"file"_s, found.file.toString() },
             { u"title"_s, found.title.text },
             { u"title_marks"_s, toJson(found.title.marks) },
             { u"lines"_s, lines },
             { u"more_lines"_s, found.moreLines } };
}

/// A line for each text, and below it those of its lines, as a compiler's messages.
QString toText(const search::FoundText &found)
{
    const QString file = found.file.toString();
    QString text = u"%1: %2\n"_s.arg(file, found.title.text);
    for (const search::LineHit &hit : found.lines)
        text += u"%1%2: %3\n"_s.arg(file, hit.line > 0 ? u":%1"_s.arg(hit.line) : QString(), hit.shown.text.simplified());
    return text;
}

} // namespace

ExitStatus runSearch(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption limit(u"limit"_s, u"Shows at most N texts (default: %1)."_s.arg(usualLimit), u"N"_s,
                                   QString::number(usualLimit));
    const auto words = parseArguments(parser, command, arguments, { limit, jsonOption() }, 2, Words::AtLeast);
    if (!words)
        return words.error();
    bool isNumber = false;
    const int most = parser.value(limit).toInt(&isNumber);
    if (!isNumber || most < 1 || most > highestLimit) {
        printMessage(u"quillway: error: --limit: '%1' is no number of texts"_s.arg(parser.value(limit)));
        return ExitStatus::BadUsage;
    }
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first());
    if (!site)
        return site.error();

    search::FullTextIndex index(files, (*site)->folder());
    index.setSite(*site);
    while (index.work(1s)) { }
    const QString query = words->sliced(1).join(u' ');
    const auto found = index.find(query, { .now = QDateTime::currentDateTimeUtc(), .modified = {}, .mostTexts = most });
    if (!found) {
        printDiagnostics({ { Severity::Error, found.error() } });
        return statusFor(found.error());
    }
    QJsonArray array;
    QString text;
    for (const search::FoundText &one : found->texts) {
        array.append(toJson(one));
        text += toText(one);
    }
    printResult(parser.isSet(u"json"_s) ? jsonDocument({ { u"query"_s, query }, { u"texts"_s, array }, { u"more"_s, found->more } })
                                        : text.toUtf8());
    if (found->more)
        printMessage(u"there are more; --limit shows them"_s);
    return ExitStatus::Done;
}

} // namespace quillway::app
