// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/graph_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace quillway::ui {

namespace {

constexpr int rounds = 300;
constexpr double pullToMiddle = 0.7; ///< what balances it is as many nodes as fill the area, a unit apart

double length(QPointF vector)
{
    return std::hypot(vector.x(), vector.y());
}

/// A sunflower's spiral: no two at one place, none in a row.
QList<QPointF> firstPlaces(qsizetype count)
{
    constexpr double goldenAngle = std::numbers::pi * (3.0 - 2.23606797749978969);
    QList<QPointF> places;
    for (qsizetype i = 0; i < count; ++i) {
        const double radius = 0.7 * std::sqrt(static_cast<double>(i) + 0.5);
        const double angle = goldenAngle * static_cast<double>(i);
        places.append({ radius * std::cos(angle), radius * std::sin(angle) });
    }
    return places;
}

QList<QPointF> forcesAt(const Graph &graph, const QList<QPointF> &places, int most)
{
    QList<QPointF> forces(places.size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (qsizetype j = i + 1; j < places.size(); ++j) {
            QPointF apart = places.at(i) - places.at(j);
            const double distance = std::max(0.05, length(apart));
            apart /= distance * distance;
            forces[i] += apart;
            forces[j] -= apart;
        }
        forces[i] -= places.at(i) * pullToMiddle;
    }
    for (const GraphEdge &edge : graph.edges) {
        const QPointF apart = places.at(edge.one) - places.at(edge.other);
        const double strength = 0.35 + 0.65 * edge.posts / most;
        const QPointF pull = apart * length(apart) * strength;
        forces[edge.one] -= pull;
        forces[edge.other] += pull;
    }
    return forces;
}

} // namespace

QList<QPointF> placesOf(const Graph &graph)
{
    QList<QPointF> places = firstPlaces(graph.nodes.size());
    if (places.size() < 2)
        return QList<QPointF>(places.size());
    int most = 1;
    for (const GraphEdge &edge : graph.edges)
        most = std::max(most, edge.posts);
    for (int round = 0; round < rounds; ++round) {
        const double furthest = 0.6 * (1.0 - static_cast<double>(round) / rounds) + 0.005; // that a node goes in this round
        const QList<QPointF> forces = forcesAt(graph, places, most);
        for (qsizetype i = 0; i < places.size(); ++i) {
            const double force = length(forces.at(i));
            if (force > 0)
                places[i] += forces.at(i) / force * std::min(force, furthest);
        }
    }
    QPointF middle;
    for (const QPointF &place : std::as_const(places))
        middle += place / static_cast<double>(places.size());
    for (QPointF &place : places)
        place -= middle;
    return places;
}

qsizetype nodeTowards(const Graph &graph, const QList<QPointF> &places, qsizetype from, QPointF direction)
{
    QList<bool> isNeighbour(graph.nodes.size());
    for (const GraphEdge &edge : graph.edges) {
        if (edge.one == from)
            isNeighbour[edge.other] = true;
        if (edge.other == from)
            isNeighbour[edge.one] = true;
    }
    const auto nearest = [&](bool neighboursOnly) {
        qsizetype best = from;
        double bestDistance = 0;
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (i == from || (neighboursOnly && !isNeighbour.at(i)))
                continue;
            const QPointF way = places.at(i) - places.at(from);
            const double distance = length(way);
            if (QPointF::dotProduct(way, direction) < distance * 0.5)
                continue;
            if (best == from || distance < bestDistance) {
                best = i;
                bestDistance = distance;
            }
        }
        return best;
    };
    const qsizetype neighbour = nearest(true);
    return neighbour != from ? neighbour : nearest(false);
}

} // namespace quillway::ui
