// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_profile.h"
#include "core/model/addresses.h"

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

QVariant dateValue(const std::optional<QDate> &date)
{
    return date ? QVariant(*date) : QVariant();
}

QVariantHash postValue(const model::Post &post, const model::Settings &settings)
{
    return { { u"title"_s, post.title }, { u"slug"_s, post.slug }, { u"url"_s, model::urlPath(model::addressOf(post, settings), settings) } };
}

QVariantList postValues(const QList<model::PostPtr> &posts, const model::Settings &settings)
{
    QVariantList values;
    for (const model::PostPtr &post : posts)
        values.append(postValue(*post, settings));
    return values;
}

QVariantList stepValues(const QList<SuggestedStep> &steps, const model::Settings &settings)
{
    QVariantList values;
    for (const SuggestedStep &step : steps) {
        QVariantHash value = postValue(*step.post, settings);
        value.insert(u"stage"_s, step.stage);
        values.append(value);
    }
    return values;
}

QVariantList yearValues(const QList<YearCount> &years)
{
    QVariantList values;
    for (const YearCount &year : years)
        values.append(QVariantHash { { u"year"_s, year.year }, { u"count"_s, year.posts } });
    return values;
}

} // namespace

QVariantHash topicFacts(const TopicProfile &profile, const model::Settings &settings)
{
    return {
        { u"title"_s, profile.title },
        { u"focus"_s, profile.focus },
        { u"count"_s, int(profile.posts.size()) },
        { u"first"_s, dateValue(profile.first) },
        { u"last"_s, dateValue(profile.last) },
        { u"adjacent"_s, namesOf(profile.adjacent) },
        { u"motifs"_s, profile.motifs },
        { u"early"_s, namesOf(profile.early) },
        { u"newer"_s, namesOf(profile.newer) },
        { u"per_year"_s, yearValues(profile.perYear) },
        { u"minutes"_s, profile.minutes },
        { u"suggested_path"_s, stepValues(profile.suggestedPath, settings) },
        { u"related"_s, postValues(profile.related, settings) },
        { u"posts"_s, postValues(profile.posts, settings) },
    };
}

const QStringList &topicFactNames()
{
    static const QStringList names = [] {
        QStringList keys = topicFacts({}, {}).keys();
        std::ranges::sort(keys);
        return keys;
    }();
    return names;
}

} // namespace quillway::analysis
