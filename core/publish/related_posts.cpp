// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/related_posts.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

void addPostsOf(qsizetype tag, const Publication::Private &shared, qsizetype place, std::vector<Candidate> &candidates)
{
    const QList<qsizetype> &places = shared.placesOf(tag);
    const int score = weight(places.size(), shared.posts().size());
    const auto own = std::ranges::lower_bound(places, place) - places.begin();
    const qsizetype begin = std::max<qsizetype>(0, own - neighbours);
    const qsizetype end = std::min<qsizetype>(places.size(), own + neighbours + 1);
    for (qsizetype i = begin; i < end; ++i) {
        if (places.at(i) != place)
            candidates.push_back({ places.at(i), score });
    }
}

/// Of several of one post the sum.
void addUp(std::vector<Candidate> &candidates)
{
    std::ranges::sort(candidates, {}, &Candidate::place);
    auto end = candidates.begin();
    for (auto it = candidates.begin(); it != candidates.end(); ++end) {
        *end = *it;
        for (++it; it != candidates.end() && it->place == end->place; ++it)
            end->score += it->score;
    }
    candidates.erase(end, candidates.end());
}

} // namespace

QList<qsizetype> relatedPosts(const Publication::Private &shared, qsizetype place)
{
    std::vector<Candidate> candidates;
    for (const qsizetype tag : shared.tagsAt(place))
        addPostsOf(tag, shared, place, candidates);
    addUp(candidates);
    const auto better = [place](const Candidate &a, const Candidate &b) {
        const auto distance = [place](const Candidate &c) { return std::abs(c.place - place); };
        return std::tuple(-a.score, distance(a), a.place) < std::tuple(-b.score, distance(b), b.place);
    };
    const qsizetype count = std::min(mostRelated, qsizetype(candidates.size()));
    std::ranges::partial_sort(candidates, candidates.begin() + count, better);

    QList<qsizetype> related;
    for (qsizetype i = 0; i < count; ++i)
        related.append(candidates[size_t(i)].place);
    return related;
}

} // namespace quillway::publish
