// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/published_posts.h"
#include "core/analysis/topic_profile.h"

#include <stop_token>

namespace quillway::analysis {

/// A tag that stands beside another.
struct TagNeighbour {
    TagName tag;
    int together = 0; ///< posts that have both

    friend bool operator==(const TagNeighbour &, const TagNeighbour &) = default;
};

/// A tag in the table of all tags.
struct TagUse {
    TagName tag;
    int posts = 0;
    std::optional<QDate> first; ///< of the dated posts, as each post's own zone shows it
    std::optional<QDate> last;
    QList<TagNeighbour> neighbours; ///< most often together first, ties by key; at most as many as asked for
    int topics = 0; ///< that have it among their tags

    friend bool operator==(const TagUse &, const TagUse &) = default;
};

/// Of every tag of the published posts, ascending by key.
[[nodiscard]] QList<TagUse> tagStatistics(const model::Site &site, const PublishedPosts &published, qsizetype mostNeighbours = 5);

/// Two tags that are probably meant to be one.
struct TagDouble {
    enum class Reason {
        Alias, ///< tags.toml calls `tag` another name of `into`
        Spelling, ///< the same but for hyphens, blanks, dots, underscores or accents: `machine-learning`, `machine learning`
        Plural, ///< one is the other's plural (English), however spelled: `tests`, `test`
        Typo, ///< a letter added, dropped, changed or swapped (`distance`) and nothing of the above; the one rare, the two never on one post
        SamePosts, ///< both on the same three or more posts, and on no other
    };
    TagName tag; ///< the less used one: what would be merged
    TagName into; ///< ties: the one with the smaller key; of Alias, the tag that has the alias
    int posts = 0; ///< of `tag`
    int intoPosts = 0;
    QList<Reason> reasons; ///< in the order above; never empty
    int distance = 0; ///< letters that differ, of Typo: 1, or 2 in tags of at least 8 letters; digits never count as mistyped

    friend bool operator==(const TagDouble &, const TagDouble &) = default;
};

/// The surest reason first, then by the posts of `tag`, most first, then by its key. Case is no difference between tags. Nothing more once stopped.
[[nodiscard]] QList<TagDouble> tagDoubles(const PublishedPosts &published, const std::stop_token &stop = {});

struct TagNode {
    TagName tag;
    int posts = 0;

    friend bool operator==(const TagNode &, const TagNode &) = default;
};

/// Two tags that stand together.
struct TagEdge {
    qsizetype a = 0; ///< index into nodes, a < b
    qsizetype b = 0;
    int together = 0; ///< posts
    double strength = 0; ///< 0 … 1: posts with both in proportion to posts with either (Jaccard)

    friend bool operator==(const TagEdge &, const TagEdge &) = default;
};

/// Which tags stand together, for a picture of them.
struct TagGraph {
    QList<TagNode> nodes; ///< most posts first, ties by key
    QList<TagEdge> edges; ///< strongest first
};

struct TagGraphLimits {
    qsizetype nodes = 60; ///< the tags with most posts
    qsizetype edges = 150; ///< first the strongest of each node, so that no tag with neighbours stands alone, then the strongest
    int together = 2; ///< posts that an edge takes at least, unless it is its node's strongest
    QString around {}; ///< a tag, in any spelling: only it and its neighbours, those most often together with it first
};
[[nodiscard]] TagGraph tagGraph(const PublishedPosts &published, const TagGraphLimits &limits = {});

/// How the tags beside a topic's own come and go: for a chart.
struct TagDrift {
    struct Series {
        TagName tag;
        QList<int> posts; ///< of the topic, by year: as many as perYear

        friend bool operator==(const Series &, const Series &) = default;
    };
    QList<YearCount> perYear; ///< all posts of the topic, ascending, without gaps
    QList<Series> series; ///< the tags that most of its posts have, topic-profile's order
};
/// Of the topic's tags (`own`) none has a series. `posts`: the topic's published ones (TopicProfile::posts).
[[nodiscard]] TagDrift tagDrift(const QList<model::PostPtr> &posts, const QStringList &own, const PublishedPosts &published,
                                qsizetype mostSeries = 5);

} // namespace quillway::analysis
