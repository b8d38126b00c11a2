// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tag_statistics.h"

#include "core/analysis/tag_pairs.h"

#include <algorithm>

namespace quillway::analysis {

using model::PostPtr;
using model::Tag;

namespace {

TagName nameOf(const Tag &tag)
{
    return { tag.key, tag.name };
}

void findDates(TagUse &use, const Tag &tag)
{
    // Posts are in order of UTC, their own zones may show other days.
    for (const PostPtr &post : tag.posts) {
        if (!post->date)
            continue;
        const QDate day = post->date->at.date();
        use.first = std::min(use.first.value_or(day), day);
        use.last = std::max(use.last.value_or(day), day);
    }
}

} // namespace

QList<TagUse> tagStatistics(const model::Site &site, const PublishedPosts &published, qsizetype mostNeighbours)
{
    const QList<Tag> &tags = published.tags();
    QList<TagUse> uses;
    uses.reserve(tags.size());
    for (const Tag &tag : tags) {
        TagUse use { .tag = nameOf(tag), .posts = int(tag.posts.size()), .first = {}, .last = {}, .neighbours = {}, .topics = 0 };
        findDates(use, tag);
        use.topics = int(std::ranges::count_if(site.topics(), [&](const model::TopicPtr &topic) {
            return std::ranges::any_of(topic->tags, [&](const QString &own) { return model::tagKey(own) == tag.key; });
        }));
        uses.append(use);
    }
    // Pairs come in the order of keys, so what is sorted stably has its ties in it.
    for (const TagPairs::Pair &pair : TagPairs(published).all()) {
        uses[pair.a].neighbours.append({ nameOf(tags.at(pair.b)), pair.together });
        uses[pair.b].neighbours.append({ nameOf(tags.at(pair.a)), pair.together });
    }
    for (TagUse &use : uses) {
        std::ranges::stable_sort(use.neighbours, std::ranges::greater(), &TagNeighbour::together);
        use.neighbours.resize(std::min(mostNeighbours, use.neighbours.size()));
    }
    return uses;
}

TagDrift tagDrift(const QList<PostPtr> &posts, const QStringList &own, const PublishedPosts &published, qsizetype mostSeries)
{
    TagDrift drift;
    QHash<const model::Post *, int> years;
    QMap<int, int> perYear;
    for (const PostPtr &post : posts) {
        if (!post->date)
            continue;
        const int year = post->date->at.date().year();
        years.insert(post.get(), year);
        ++perYear[year];
    }
    if (perYear.isEmpty())
        return drift;
    const int first = perYear.firstKey();
    for (int year = first; year <= perYear.lastKey(); ++year)
        drift.perYear.append({ year, perYear.value(year) });

    QSet<QString> ownKeys;
    for (const QString &tag : own)
        ownKeys.insert(model::tagKey(tag));
    QList<std::pair<int, TagDrift::Series>> all; // with the number of posts
    for (const Tag &tag : published.tags()) {
        if (ownKeys.contains(tag.key))
            continue;
        std::pair<int, TagDrift::Series> series { 0, { nameOf(tag), QList<int>(drift.perYear.size(), 0) } };
        for (const PostPtr &post : tag.posts) {
            if (const auto year = years.constFind(post.get()); year != years.cend()) {
                ++series.second.posts[*year - first];
                ++series.first;
            }
        }
        if (series.first > 0)
            all.append(series);
    }
    std::ranges::stable_sort(all, std::ranges::greater(), [](const auto &series) { return series.first; });
    for (const auto &[count, series] : all.first(std::min(mostSeries, all.size())))
        drift.series.append(series);
    return drift;
}

} // namespace quillway::analysis
