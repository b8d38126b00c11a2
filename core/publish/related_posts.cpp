// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/related_posts.h"

#include <algorithm>
#include <cmath>

namespace quillway::publish {

namespace {

constexpr qsizetype mostRelated = 3;
constexpr qsizetype neighbours = 24; ///< posts of a tag looked at on either side

struct Candidate {
    qsizetype place = 0;
    int score = 0;
};

/// What sharing a tag tells, in thousandths of a bit.
int weight(qsizetype postsWithTag, qsizetype posts)
{
    return int(std::lround(1000 * std::log2(1.0 + double(posts) / double(postsWithTag))));
}

void addPostsOf(const model::Tag &tag, const Publication::Private &shared, qsizetype place, QHash<qsizetype, int> &scores)
{
    const auto placeOf = [&](const model::PostPtr &post) { return shared.placeOf(*post); };
    const int score = weight(tag.posts.size(), shared.posts().size());
    const auto own = std::ranges::lower_bound(tag.posts, place, {}, placeOf) - tag.posts.begin();
    const qsizetype begin = std::max<qsizetype>(0, own - neighbours);
    const qsizetype end = std::min<qsizetype>(tag.posts.size(), own + neighbours + 1);
    for (qsizetype i = begin; i < end; ++i)
        scores[placeOf(tag.posts.at(i))] += score;
}

} // namespace

QList<qsizetype> relatedPosts(const Publication::Private &shared, qsizetype place)
{
    QHash<qsizetype, int> scores;
    for (const qsizetype tag : shared.tagsAt(place))
        addPostsOf(shared.published.tags().at(tag), shared, place, scores);
    scores.remove(place);

    QList<Candidate> candidates;
    for (const auto &[other, score] : scores.asKeyValueRange())
        candidates.append({ other, score });
    const auto better = [place](const Candidate &a, const Candidate &b) {
        const auto distance = [place](const Candidate &c) { return std::abs(c.place - place); };
        return std::tuple(-a.score, distance(a), a.place) < std::tuple(-b.score, distance(b), b.place);
    };
    const qsizetype count = std::min(mostRelated, candidates.size());
    std::ranges::partial_sort(candidates, candidates.begin() + count, better);

    QList<qsizetype> related;
    for (qsizetype i = 0; i < count; ++i)
        related.append(candidates.at(i).place);
    return related;
}

} // namespace quillway::publish
