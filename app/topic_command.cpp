// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/site_for_command.h"
#include "core/analysis/path_suggestion.h"
#include "core/analysis/topic_profile.h"
#include "core/base/native_file_system.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

/// What the two commands about a topic share: the arguments read, the site loaded, the topic found and profiled.
struct TopicCall {
    bool json = false;
    analysis::TopicProfile profile;
};

std::expected<TopicCall, ExitStatus> prepare(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto words = parseArguments(parser, command, arguments, { buildDateOption(), jsonOption() }, 2);
    if (!words)
        return std::unexpected(words.error());
    NativeFileSystem files;
    const auto site = loadForCommand(files, words->first());
    if (!site)
        return std::unexpected(site.error());
    const auto selection = selectionFor(parser, **site);
    if (!selection)
        return std::unexpected(selection.error());
    const model::TopicPtr topic = (*site)->topicBySlug(words->last());
    if (!topic) {
        QStringList known;
        for (const model::TopicPtr &other : (*site)->topics())
            known.append(other->slug);
        printMessage(u"quillway: error: the site has no topic '%1'"_s.arg(words->last()));
        printMessage(known.isEmpty() ? u"it has no topics at all"_s : u"its topics: "_s + known.join(u", "_s));
        return std::unexpected(ExitStatus::BadUsage);
    }
    return TopicCall { parser.isSet(u"json"_s), analysis::topicProfile(*topic, **site, *selection) };
}

QString names(const QList<analysis::TagName> &tags)
{
    QStringList list;
    for (const analysis::TagName &tag : tags)
        list.append(tag.name);
    return list.join(u", "_s);
}

QString perYear(const analysis::TopicProfile &profile)
{
    QStringList list;
    for (const analysis::YearCount &year : profile.perYear)
        list.append(u"%1: %2"_s.arg(year.year).arg(year.posts));
    return list.join(u", "_s);
}

QString asText(const analysis::TopicProfile &profile)
{
    const auto day = [](const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : u"-"_s; };
    QString text = profile.title + u'\n';
    const auto line = [&text](const QString &name, const QString &value) {
        text += u"  %1 %2\n"_s.arg(name, -10).arg(value.isEmpty() ? u"-"_s : value);
    };
    line(u"posts"_s, QString::number(profile.posts.size()));
    line(u"first"_s, day(profile.first));
    line(u"last"_s, day(profile.last));
    line(u"adjacent"_s, names(profile.adjacent));
    line(u"motifs"_s, profile.motifs.join(u", "_s));
    line(u"early"_s, names(profile.early));
    line(u"newer"_s, names(profile.newer));
    line(u"per year"_s, perYear(profile));
    line(u"minutes"_s, QString::number(profile.minutes));
    for (const analysis::SuggestedStep &step : profile.suggestedPath)
        line(u"path"_s, u"%1: %2"_s.arg(step.stage, step.post->title));
    return text;
}

} // namespace

ExitStatus runTopicProfile(const Command &command, const QStringList &arguments)
{
    const auto call = prepare(command, arguments);
    if (!call)
        return call.error();
    printResult(call->json ? analysis::toJsonDocument(call->profile) : asText(call->profile).toUtf8());
    return ExitStatus::Done;
}

ExitStatus runPathSuggest(const Command &command, const QStringList &arguments)
{
    const auto call = prepare(command, arguments);
    if (!call)
        return call.error();
    QJsonArray steps;
    QString text;
    for (const model::Step &step : analysis::suggestedPath(call->profile)) {
        steps.append(QJsonObject { { u"stage"_s, step.stage }, { u"post"_s, step.post } });
        text += u"%1: %2\n"_s.arg(step.stage, step.post);
    }
    printResult(call->json ? jsonDocument({ { u"title"_s, call->profile.title }, { u"steps"_s, steps } }) : text.toUtf8());
    return ExitStatus::Done;
}

} // namespace quillway::app
