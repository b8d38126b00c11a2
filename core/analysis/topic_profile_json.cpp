// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_profile.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

QJsonValue dateValue(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonArray listOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject perYearOf(const QList<YearCount> &years)
{
    QJsonObject object;
    for (const YearCount &year : years)
        object.insert(QString::number(year.year).rightJustified(4, u'0'), year.posts);
    return object;
}

QJsonArray stepsOf(const QList<SuggestedStep> &steps)
{
    QJsonArray array;
    for (const SuggestedStep &step : steps)
        array.append(QJsonObject { { u"stage"_s, step.stage }, { u"post"_s, step.post->slug } });
    return array;
}

using Members = QList<std::pair<QString, QJsonValue>>;

/// In the order of topic-profile.
Members membersOf(const TopicProfile &profile)
{
    return {
        { u"title"_s, profile.title },
        { u"count"_s, profile.posts.size() },
        { u"first"_s, dateValue(profile.first) },
        { u"last"_s, dateValue(profile.last) },
        { u"adjacent"_s, listOf(namesOf(profile.adjacent)) },
        { u"motifs"_s, listOf(profile.motifs) },
        { u"early"_s, listOf(namesOf(profile.early)) },
        { u"newer"_s, listOf(namesOf(profile.newer)) },
        { u"per_year"_s, perYearOf(profile.perYear) },
        { u"minutes"_s, profile.minutes },
        { u"suggested_path"_s, stepsOf(profile.suggestedPath) },
        { u"related"_s, listOf(slugsOf(profile.related)) },
        { u"posts"_s, listOf(slugsOf(profile.posts)) },
    };
}

/// QJsonDocument takes no value alone, so it goes in as the only one of an array.
QByteArray jsonText(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

QByteArray stepsText(const QList<SuggestedStep> &steps)
{
    QList<QByteArray> texts;
    for (const SuggestedStep &step : steps)
        texts += R"({"stage":)"_ba + jsonText(step.stage) + R"(,"post":)"_ba + jsonText(step.post->slug) + '}';
    return '[' + texts.join(',') + ']';
}

} // namespace

QJsonObject toJson(const TopicProfile &profile)
{
    QJsonObject object;
    const Members members = membersOf(profile);
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

QByteArray toJsonDocument(const TopicProfile &profile)
{
    const Members members = membersOf(profile);
    QList<QByteArray> texts;
    for (const auto &[name, value] : members)
        texts += jsonText(name) + ':' + (name == "suggested_path"_L1 ? stepsText(profile.suggestedPath) : jsonText(value));
    return '{' + texts.join(',') + "}\n"_ba;
}

} // namespace quillway::analysis
