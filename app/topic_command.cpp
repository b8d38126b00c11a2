// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site_call.h"
#include "core/analysis/topic_profile.h"

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

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
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 2);
    if (!call)
        return call.error();
    const auto topic = topicForCommand(*call->site, call->words.last());
    if (!topic)
        return topic.error();
    const analysis::TopicProfile profile = analysis::topicProfile(**topic, *call->site, call->selection);
    printResult(call->json ? analysis::toJsonDocument(profile) : asText(profile).toUtf8());
    return ExitStatus::Done;
}

} // namespace quillway::app
