// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tag_pairs.h"
#include "core/analysis/tag_statistics.h"

#include <algorithm>

namespace quillway::analysis {

namespace {

class GraphMaker
{
public:
    GraphMaker(const PublishedPosts &published, const TagGraphLimits &limits)
        : m_published(published)
        , m_limits(limits)
        , m_pairs(TagPairs(published).all())
    { }

    [[nodiscard]] TagGraph make()
    {
        chooseNodes();
        findEdges();
        keepEdges();
        return std::move(m_graph);
    }

private:
    [[nodiscard]] qsizetype postsOf(qsizetype tag) const { return m_published.tags().at(tag).posts.size(); }

    void chooseNodes()
    {
        QList<qsizetype> tags;
        if (m_limits.around.isEmpty()) {
            for (qsizetype i = 0; i < m_published.tags().size(); ++i)
                tags.append(i);
            std::ranges::stable_sort(tags, std::ranges::greater(), [this](qsizetype tag) { return postsOf(tag); });
        } else if (const model::Tag *middle = m_published.tag(m_limits.around)) {
            tags = neighboursOf(middle - m_published.tags().constData());
        }
        tags.resize(std::min(m_limits.nodes, tags.size()));
        std::ranges::sort(tags);
        std::ranges::stable_sort(tags, std::ranges::greater(), [this](qsizetype tag) { return postsOf(tag); });
        for (const qsizetype tag : std::as_const(tags)) {
            m_nodeOfTag.insert(tag, m_graph.nodes.size());
            m_graph.nodes.append({ { m_published.tags().at(tag).key, m_published.tags().at(tag).name }, int(postsOf(tag)) });
        }
    }

    /// The tag itself, then those most often together with it.
    [[nodiscard]] QList<qsizetype> neighboursOf(qsizetype middle) const
    {
        QList<std::pair<int, qsizetype>> neighbours;
        for (const TagPairs::Pair &pair : m_pairs) {
            if (pair.a == middle || pair.b == middle)
                neighbours.append({ pair.together, pair.a == middle ? pair.b : pair.a });
        }
        std::ranges::sort(neighbours,
                          [](const auto &x, const auto &y) { return std::pair(-x.first, x.second) < std::pair(-y.first, y.second); });
        QList<qsizetype> tags { middle };
        for (const auto &[together, tag] : std::as_const(neighbours))
            tags.append(tag);
        return tags;
    }

    void findEdges()
    {
        for (const TagPairs::Pair &pair : m_pairs) {
            const auto a = m_nodeOfTag.constFind(pair.a);
            const auto b = m_nodeOfTag.constFind(pair.b);
            if (a == m_nodeOfTag.cend() || b == m_nodeOfTag.cend())
                continue;
            const double either = double(postsOf(pair.a) + postsOf(pair.b) - pair.together);
            m_edges.append({ std::min(*a, *b), std::max(*a, *b), pair.together, pair.together / either });
        }
        std::ranges::sort(m_edges, [](const TagEdge &x, const TagEdge &y) {
            return std::tuple(-x.strength, -x.together, x.a, x.b) < std::tuple(-y.strength, -y.together, y.a, y.b);
        });
    }

    /// First each node's strongest, then the strongest of all.
    void keepEdges()
    {
        QList<bool> isJoined(m_graph.nodes.size(), false);
        QList<TagEdge> others;
        for (const TagEdge &edge : std::as_const(m_edges)) {
            if (isJoined.at(edge.a) && isJoined.at(edge.b)) {
                others.append(edge);
                continue;
            }
            isJoined[edge.a] = isJoined[edge.b] = true;
            m_graph.edges.append(edge);
        }
        for (const TagEdge &edge : std::as_const(others)) {
            if (edge.together >= m_limits.together)
                m_graph.edges.append(edge);
        }
        m_graph.edges.resize(std::min(m_limits.edges, m_graph.edges.size()));
        std::ranges::stable_sort(m_graph.edges, std::ranges::greater(), &TagEdge::strength);
    }

    const PublishedPosts &m_published;
    const TagGraphLimits &m_limits;
    QList<TagPairs::Pair> m_pairs;
    QHash<qsizetype, qsizetype> m_nodeOfTag;
    QList<TagEdge> m_edges;
    TagGraph m_graph;
};

} // namespace

TagGraph tagGraph(const PublishedPosts &published, const TagGraphLimits &limits)
{
    return GraphMaker(published, limits).make();
}

} // namespace quillway::analysis
