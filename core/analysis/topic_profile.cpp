// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_profile.h"

#include "core/analysis/motifs.h"
#include "core/model/wording.h"

#include <algorithm>

namespace quillway::analysis {

using model::PostPtr;
using model::Tag;

namespace {

QSet<QString> keysOf(const QStringList &tags)
{
    QSet<QString> keys;
    for (const QString &tag : tags)
        keys.insert(model::tagKey(tag));
    return keys;
}

/// How many of a topic's posts have a tag, and how many of those are in the early half.
struct TagCount {
    const Tag *tag = nullptr;
    qint64 posts = 0;
    qint64 early = 0;
};

/// Ascending by key, tags without a post of the topic left out.
QList<TagCount> countTags(const QList<PostPtr> &posts, const PublishedPosts &published)
{
    QHash<const model::Post *, qsizetype> places;
    places.reserve(posts.size());
    for (qsizetype i = 0; i < posts.size(); ++i)
        places.insert(posts[i].get(), i);
    const qsizetype firstEarly = posts.size() - posts.size() / 2;
    QList<TagCount> counts;
    for (const Tag &tag : published.tags()) {
        TagCount count { .tag = &tag };
        for (const PostPtr &post : tag.posts) {
            const auto place = places.constFind(post.get());
            if (place == places.cend())
                continue;
            ++count.posts;
            count.early += *place >= firstEarly;
        }
        if (count.posts > 0)
            counts.append(count);
    }
    return counts;
}

/// The `most` tags of the greatest weight above 0; of equal ones, those first in `counts`.
template<typename Weight>
QList<TagName> heaviest(const QList<TagCount> &counts, qsizetype most, const Weight &weight)
{
    QList<TagCount> sorted;
    std::ranges::copy_if(counts, std::back_inserter(sorted), [&](const TagCount &count) { return weight(count) > 0; });
    std::ranges::stable_sort(sorted, std::ranges::greater(), weight);
    QList<TagName> names;
    for (const TagCount &count : sorted.first(std::min(most, sorted.size())))
        names.append({ count.tag->key, count.tag->name });
    return names;
}

void findTags(TopicProfile &profile, const model::Topic &topic, const PublishedPosts &published)
{
    const QList<TagCount> counts = countTags(profile.posts, published);
    const QSet<QString> own = keysOf(topic.tags);
    profile.adjacent = heaviest(counts, 3, [&](const TagCount &count) { return own.contains(count.tag->key) ? 0 : count.posts; });
    if (profile.posts.size() < 4)
        return;
    // A lean is a difference of two fractions; brought to their common denominator, only its numerator needs comparing.
    const qint64 earlySize = profile.posts.size() / 2;
    const qint64 newerSize = profile.posts.size() - earlySize;
    const auto earlyLean = [&](const TagCount &count) { return count.early * newerSize - (count.posts - count.early) * earlySize; };
    profile.early = heaviest(counts, 2, earlyLean);
    profile.newer = heaviest(counts, 2, [&](const TagCount &count) { return -earlyLean(count); });
}

/// Undated posts, which only a preview of drafts has, are in no year.
void findDates(TopicProfile &profile)
{
    QMap<int, int> years;
    for (const PostPtr &post : std::as_const(profile.posts)) {
        if (!post->date)
            continue;
        const QDate date = post->date->at.date();
        if (!profile.last)
            profile.last = date;
        profile.first = date;
        ++years[date.year()];
    }
    if (years.isEmpty())
        return;
    for (int year = years.firstKey(); year <= years.lastKey(); ++year)
        profile.perYear.append({ year, years.value(year) });
}

QList<SuggestedStep> suggestSteps(const QList<PostPtr> &posts, const QStringList &stages)
{
    const qsizetype n = posts.size();
    QList<SuggestedStep> steps;
    if (n > 0)
        steps.append({ stages.value(0), posts.first() });
    if (n > 2)
        steps.append({ stages.value(1), posts[n / 2] });
    if (n > 1)
        steps.append({ stages.value(2), posts.last() });
    return steps;
}

} // namespace

QList<PostPtr> topicPosts(const model::Topic &topic, const PublishedPosts &published)
{
    QSet<const model::Post *> tagged;
    for (const QString &spelling : topic.tags) {
        if (const Tag *tag = published.tag(spelling)) {
            for (const PostPtr &post : tag->posts)
                tagged.insert(post.get());
        }
    }
    const QSet<QString> include(topic.include.begin(), topic.include.end());
    const QSet<QString> exclude(topic.exclude.begin(), topic.exclude.end());
    QList<PostPtr> posts;
    for (const PostPtr &post : published.posts()) {
        const bool belongs = tagged.contains(post.get()) || (!include.isEmpty() && include.contains(post->slug));
        if (belongs && (exclude.isEmpty() || !exclude.contains(post->slug)))
            posts.append(post);
    }
    return posts;
}

TopicProfile topicProfile(const model::Topic &topic, const PublishedPosts &published, const model::Settings &settings)
{
    TopicProfile profile;
    profile.title = topic.title;
    profile.focus = topic.focus;
    profile.posts = topicPosts(topic, published);
    findDates(profile);
    findTags(profile, topic, published);
    QStringList titles;
    for (const PostPtr &post : std::as_const(profile.posts)) {
        titles += post->title;
        profile.minutes += model::readingMinutes(*post, settings);
    }
    profile.motifs = motifs(titles, stopWords(settings.stopWords));
    profile.suggestedPath = suggestSteps(profile.posts, *model::effectiveWording(settings).stages);
    profile.related = profile.posts.first(std::min<qsizetype>(settings.relatedPosts, profile.posts.size()));
    return profile;
}

TopicProfile topicProfile(const model::Topic &topic, const model::Site &site, const model::Selection &selection)
{
    return topicProfile(topic, PublishedPosts(site, selection), site.settings());
}

QStringList namesOf(const QList<TagName> &tags)
{
    QStringList names;
    for (const TagName &tag : tags)
        names.append(tag.name);
    return names;
}

QStringList slugsOf(const QList<PostPtr> &posts)
{
    QStringList slugs;
    for (const PostPtr &post : posts)
        slugs.append(post->slug);
    return slugs;
}

} // namespace quillway::analysis
