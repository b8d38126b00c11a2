// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/reason_text.h"
#include "app/site_call.h"
#include "core/analysis/topic_suggestions.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

QJsonObject toJson(const analysis::TopicGap &gap)
{
    QJsonObject object { { u"kind"_s, nameOf(gap.kind) } };
    if (!gap.name.isEmpty())
        object.insert(u"name"_s, gap.name);
    if (gap.position.isValid()) {
        object.insert(u"line"_s, gap.position.line);
        object.insert(u"column"_s, gap.position.column);
    }
    return object;
}

QString describe(const QList<analysis::TopicGap> &gaps)
{
    QStringList parts;
    for (const analysis::TopicGap &gap : gaps)
        parts.append(gap.name.isEmpty() ? nameOf(gap.kind) : u"%1 (%2)"_s.arg(nameOf(gap.kind), gap.name));
    return parts.isEmpty() ? u"-"_s : parts.join(u", "_s);
}

} // namespace

ExitStatus runTopicList(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 1);
    if (!call)
        return call.error();
    const analysis::PublishedPosts published(*call->site, call->selection);
    const analysis::LinkIndex links(*call->site, published);
    QJsonArray topics;
    QString text;
    for (const model::TopicPtr &topic : call->site->topics()) {
        const analysis::TopicProfile profile = analysis::topicProfile(*topic, published, call->site->settings());
        const QList<analysis::TopicGap> gaps = analysis::topicGaps(*topic, *call->site, published, links);
        QJsonArray lacking;
        for (const analysis::TopicGap &gap : gaps)
            lacking.append(toJson(gap));
        topics.append(QJsonObject { { u"slug"_s, topic->slug },
                                    { u"title"_s, topic->title },
                                    { u"tags"_s, QJsonArray::fromStringList(topic->tags) },
                                    { u"posts"_s, profile.posts.size() },
                                    { u"minutes"_s, profile.minutes },
                                    { u"gaps"_s, lacking } });
        text += u"%1\t%2\t%3 posts\t%4 min\t%5\n"_s.arg(topic->slug, topic->title)
                    .arg(profile.posts.size())
                    .arg(profile.minutes)
                    .arg(describe(gaps));
    }
    printResult(call->json ? jsonDocument({ { u"topics"_s, topics } }) : text.toUtf8());
    return ExitStatus::Done;
}

ExitStatus runTopicCandidates(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 2);
    if (!call)
        return call.error();
    const auto topic = topicForCommand(*call->site, call->words.last());
    if (!topic)
        return topic.error();
    const auto knowledge = analysis::knowledgeOf(call->site, call->selection);
    QJsonArray candidates;
    QString text;
    for (const analysis::TopicCandidate &candidate : analysis::topicCandidates(**topic, *knowledge)) {
        QJsonArray reasons;
        QStringList sentences;
        for (const analysis::CandidateReason &reason : candidate.reasons) {
            reasons.append(toJson(reason));
            sentences.append(describe(reason));
        }
        candidates.append(QJsonObject { { u"post"_s, candidate.post->slug },
                                        { u"title"_s, candidate.post->title },
                                        { u"score"_s, candidate.score },
                                        { u"reasons"_s, reasons } });
        text += u"%1\t%2\t%3\n"_s.arg(candidate.score, 0, 'f', 2).arg(candidate.post->slug, sentences.join(u"; "_s));
    }
    printResult(call->json ? jsonDocument({ { u"topic"_s, (*topic)->slug }, { u"candidates"_s, candidates } }) : text.toUtf8());
    return ExitStatus::Done;
}

ExitStatus runTopicSuggest(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 1);
    if (!call)
        return call.error();
    QJsonArray suggestions;
    QString text;
    for (const analysis::TopicSuggestion &suggestion :
         analysis::topicSuggestions(*call->site, analysis::PublishedPosts(*call->site, call->selection))) {
        const QStringList tags = analysis::namesOf(suggestion.tags);
        suggestions.append(QJsonObject { { u"title"_s, suggestion.title },
                                         { u"slug"_s, suggestion.slug },
                                         { u"tags"_s, QJsonArray::fromStringList(tags) },
                                         { u"together"_s, suggestion.together },
                                         { u"strength"_s, suggestion.strength },
                                         { u"posts"_s, QJsonArray::fromStringList(analysis::slugsOf(suggestion.posts)) } });
        text += u"%1\t%2\t%3 posts, %4 with several of the tags\n"_s.arg(suggestion.title, tags.join(u", "_s))
                    .arg(suggestion.posts.size())
                    .arg(suggestion.together);
    }
    printResult(call->json ? jsonDocument({ { u"suggestions"_s, suggestions } }) : text.toUtf8());
    return ExitStatus::Done;
}

} // namespace quillway::app
