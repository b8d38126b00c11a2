// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tag_pairs.h"

#include <algorithm>

namespace quillway::analysis {

namespace {

/// Beyond these the tags of one post say nothing about each other, and pairs grow with the square.
constexpr qsizetype mostTagsOfAPost = 64;

} // namespace

TagPairs::TagPairs(const PublishedPosts &published)
{
    QHash<const model::Post *, QList<qsizetype>> tagsOf;
    tagsOf.reserve(published.posts().size());
    for (qsizetype i = 0; i < published.tags().size(); ++i) {
        for (const model::PostPtr &post : published.tags().at(i).posts) {
            QList<qsizetype> &tags = tagsOf[post.get()];
            if (tags.size() == mostTagsOfAPost)
                continue;
            for (const qsizetype other : std::as_const(tags))
                ++m_counts[keyOf(other, i)];
            tags.append(i);
        }
    }
}

QList<TagPairs::Pair> TagPairs::all() const
{
    QList<Pair> pairs;
    pairs.reserve(m_counts.size());
    for (const auto &[key, count] : m_counts.asKeyValueRange())
        pairs.append({ qsizetype(key >> 32U), qsizetype(key & 0xffffffffU), count });
    std::ranges::sort(pairs, [](const Pair &x, const Pair &y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    return pairs;
}

} // namespace quillway::analysis
