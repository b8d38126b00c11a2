// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>

namespace quillway::ui {

/// A tag in the graph.
struct GraphNode {
    QString key;
    QString name;
    int posts = 0;

    friend bool operator==(const GraphNode &, const GraphNode &) = default;
};

/// Two tags that stand together: indexes into the nodes.
struct GraphEdge {
    qsizetype one = 0;
    qsizetype other = 0;
    int posts = 0; ///< that have both

    friend bool operator==(const GraphEdge &, const GraphEdge &) = default;
};

struct Graph {
    QList<GraphNode> nodes;
    QList<GraphEdge> edges;

    friend bool operator==(const Graph &, const Graph &) = default;
};

/// A place for each node: tags that often stand together are near each other, all others apart (T. Fruchterman, E. Reingold, "Graph Drawing by Force-directed Placement",
/// 1991, with a pull to the middle that keeps unconnected parts in sight). In units of the distance that two nodes like to have; the middle is at (0, 0). The same graph has
/// the same places. Costs 300 rounds over all pairs: for some hundreds of nodes; any thread.
[[nodiscard]] QList<QPointF> placesOf(const Graph &graph);

/// From node `from`, the one to go to with an arrow key in that direction (a unit vector, y downwards): neighbours first, then any other, the nearest within 60 degrees; `from` itself
/// if there is none.
[[nodiscard]] qsizetype nodeTowards(const Graph &graph, const QList<QPointF> &places, qsizetype from, QPointF direction);

} // namespace quillway::ui
