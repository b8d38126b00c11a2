// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_json.h"
#include "app/reason_text.h"
#include "app/site_call.h"
#include "core/analysis/path_suggestion.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::app {

namespace {

struct Output {
    QJsonObject json;
    QString text;
};

void print(const SiteCall &call, const Output &output)
{
    printResult(call.json ? jsonDocument(output.json) : output.text.toUtf8());
}

/// The three steps of topic-profile.
Output shortPath(const analysis::TopicProfile &profile)
{
    Output output;
    QJsonArray steps;
    for (const model::Step &step : analysis::suggestedPath(profile)) {
        steps.append(QJsonObject { { u"stage"_s, step.stage }, { u"post"_s, step.post } });
        output.text += u"%1: %2\n"_s.arg(step.stage, step.post);
    }
    output.json = { { u"title"_s, profile.title }, { u"steps"_s, steps } };
    return output;
}

Output plannedPath(const QString &title, const analysis::PathPlan &plan)
{
    Output output;
    QJsonArray steps;
    for (const analysis::PlannedStep &step : plan.steps) {
        QJsonArray reasons;
        QStringList sentences;
        for (const analysis::StepReason &reason : step.reasons) {
            reasons.append(toJson(reason));
            sentences.append(describe(reason));
        }
        steps.append(QJsonObject {
            { u"stage"_s, nameOf(step.stage) }, { u"post"_s, step.post->slug }, { u"minutes"_s, step.minutes }, { u"reasons"_s, reasons } });
        output.text += u"%1: %2 (%3 min)\n    %4\n"_s.arg(nameOf(step.stage), step.post->slug).arg(step.minutes).arg(sentences.join(u"; "_s));
    }
    QJsonArray leftOut;
    for (const analysis::LeftOutPost &post : plan.leftOut) {
        const bool isDouble = post.why == analysis::LeftOutPost::Why::NearDouble;
        leftOut.append(QJsonObject { { u"post"_s, post.post->slug },
                                     { u"why"_s, isDouble ? u"near-double"_s : u"too-long"_s },
                                     { u"of"_s, isDouble ? QJsonValue(post.of->slug) : QJsonValue() } });
    }
    output.text += u"%1 min\n"_s.arg(plan.minutes);
    output.json = { { u"title"_s, title }, { u"minutes"_s, plan.minutes }, { u"steps"_s, steps }, { u"left_out"_s, leftOut } };
    return output;
}

/// `--level` and `--minutes`; nothing, and said why, if they make no sense.
std::optional<analysis::PathWish> wishOf(const QCommandLineParser &parser)
{
    static const QMap<QString, analysis::ReaderLevel> levels { { u"starting"_s, analysis::ReaderLevel::Starting },
                                                               { u"working"_s, analysis::ReaderLevel::Working },
                                                               { u"expert"_s, analysis::ReaderLevel::Expert } };
    analysis::PathWish wish;
    if (parser.isSet(u"level"_s)) {
        const auto level = levels.constFind(parser.value(u"level"_s));
        if (level == levels.cend()) {
            printMessage(u"quillway: error: no level '%1': starting, working or expert"_s.arg(parser.value(u"level"_s)));
            return std::nullopt;
        }
        wish.level = *level;
    }
    if (parser.isSet(u"minutes"_s)) {
        bool isNumber = false;
        wish.minutes = parser.value(u"minutes"_s).toInt(&isNumber);
        if (!isNumber || wish.minutes < 1) {
            printMessage(u"quillway: error: '%1' is no number of minutes"_s.arg(parser.value(u"minutes"_s)));
            return std::nullopt;
        }
    }
    return wish;
}

QStringList tagsOf(const QString &text)
{
    QStringList tags;
    for (const QString &tag : text.split(u',', Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty())
            tags.append(tag.trimmed());
    }
    return tags;
}

QList<QCommandLineOption> wishOptions()
{
    return { { u"tags"_s, u"Chooses from the posts that have one of these tags, in place of a topic's."_s, u"TAG,..."_s },
             { u"level"_s, u"Whom the path is for: starting, working or expert."_s, u"LEVEL"_s },
             { u"minutes"_s, u"How long reading it takes at most."_s, u"N"_s } };
}

QJsonObject toJson(const analysis::StageTime &stage)
{
    return { { u"stage"_s, stage.stage }, { u"steps"_s, stage.steps }, { u"minutes"_s, stage.minutes } };
}

} // namespace

ExitStatus runPathSuggest(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const bool hasTags = std::ranges::any_of(
        arguments, [](const QString &argument) { return argument == "--tags"_L1 || argument.startsWith("--tags="_L1); });
    const auto call = prepareSiteCall(parser, command, arguments, hasTags ? 1 : 2, wishOptions());
    if (!call)
        return call.error();
    const std::optional<analysis::PathWish> wish = wishOf(parser);
    if (!wish)
        return ExitStatus::BadUsage;
    if (hasTags) {
        const QStringList tags = tagsOf(parser.value(u"tags"_s));
        const auto knowledge = analysis::knowledgeOf(call->site, call->selection);
        print(*call,
              plannedPath(tags.join(u", "_s), analysis::pathPlan(analysis::postsWithTags(tags, knowledge->published), *wish, *knowledge)));
        return ExitStatus::Done;
    }
    const auto topic = topicForCommand(*call->site, call->words.last());
    if (!topic)
        return topic.error();
    if (!parser.isSet(u"level"_s) && !parser.isSet(u"minutes"_s)) {
        print(*call, shortPath(analysis::topicProfile(**topic, *call->site, call->selection)));
        return ExitStatus::Done;
    }
    const auto knowledge = analysis::knowledgeOf(call->site, call->selection);
    const QList<model::PostPtr> posts = analysis::topicPosts(**topic, knowledge->published);
    print(*call, plannedPath((*topic)->title, analysis::pathPlan(posts, *wish, *knowledge)));
    return ExitStatus::Done;
}

ExitStatus runPathList(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 1);
    if (!call)
        return call.error();
    const auto knowledge = analysis::knowledgeOf(call->site, call->selection);
    QJsonArray paths;
    QString text;
    for (const model::ReadingPathPtr &path : call->site->paths()) {
        const analysis::PathReport report = analysis::pathReport(path->steps, *knowledge);
        paths.append(QJsonObject { { u"slug"_s, path->slug },
                                   { u"title"_s, path->title },
                                   { u"steps"_s, path->steps.size() },
                                   { u"minutes"_s, report.minutes },
                                   { u"problems"_s, report.problems.size() } });
        text += u"%1\t%2\t%3 steps\t%4 min\t%5 problems\n"_s.arg(path->slug, path->title)
                    .arg(path->steps.size())
                    .arg(report.minutes)
                    .arg(report.problems.size());
    }
    printResult(call->json ? jsonDocument({ { u"paths"_s, paths } }) : text.toUtf8());
    return ExitStatus::Done;
}

ExitStatus runPathCheck(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto call = prepareSiteCall(parser, command, arguments, 2);
    if (!call)
        return call.error();
    const auto path = pathForCommand(*call->site, call->words.last());
    if (!path)
        return path.error();
    const analysis::PathReport report = analysis::pathReport((*path)->steps, *analysis::knowledgeOf(call->site, call->selection));
    Output output;
    QJsonArray problems;
    for (const analysis::PathProblem &problem : report.problems) {
        problems.append(QJsonObject { { u"step"_s, problem.step < 0 ? QJsonValue() : QJsonValue(problem.step + 1) },
                                      { u"kind"_s, nameOf(problem.kind) },
                                      { u"message"_s, describe(problem) } });
        output.text += problem.step < 0 ? describe(problem) + u'\n' : u"step %1: %2\n"_s.arg(problem.step + 1).arg(describe(problem));
    }
    QJsonArray stages;
    for (const analysis::StageTime &stage : report.stages)
        stages.append(toJson(stage));
    output.json = { { u"title"_s, (*path)->title },
                    { u"minutes"_s, report.minutes },
                    { u"optional_minutes"_s, report.optionalMinutes },
                    { u"stages"_s, stages },
                    { u"problems"_s, problems } };
    print(*call, output);
    if (!call->json)
        printMessage(u"%1: %2 steps, %3 min, %4 problems"_s.arg((*path)->title)
                         .arg((*path)->steps.size())
                         .arg(report.minutes)
                         .arg(report.problems.size()));
    using Kind = analysis::PathProblem::Kind;
    const bool isBroken = std::ranges::any_of(report.problems, [](const analysis::PathProblem &problem) {
        return problem.kind == Kind::UnknownPost || problem.kind == Kind::Empty;
    });
    return isBroken ? ExitStatus::ContentErrors : ExitStatus::Done;
}

} // namespace quillway::app
