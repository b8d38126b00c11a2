// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/reference_order.h"

#include <algorithm>

namespace quillway::analysis {

namespace {

/// Tarjan's algorithm with a stack of its own: a chain of references may be as long as the site.
class CircleFinder
{
public:
    explicit CircleFinder(const References &refersTo)
        : m_refersTo(refersTo)
        , m_number(refersTo.size(), -1)
        , m_lowest(refersTo.size(), 0)
        , m_isOpen(refersTo.size(), false)
    { }

    [[nodiscard]] QList<QList<qsizetype>> find()
    {
        for (qsizetype i = 0; i < m_refersTo.size(); ++i) {
            if (m_number.at(i) < 0)
                visitFrom(i);
        }
        std::ranges::sort(m_circles, {}, [](const QList<qsizetype> &circle) { return circle.first(); });
        return std::move(m_circles);
    }

private:
    struct Visit {
        qsizetype node = 0;
        qsizetype next = 0; ///< index into what it refers to
    };

    void enter(qsizetype node)
    {
        m_number[node] = m_lowest[node] = m_count++;
        m_isOpen[node] = true;
        m_open.append(node);
        m_visits.append({ node, 0 });
    }

    void visitFrom(qsizetype start)
    {
        enter(start);
        while (!m_visits.isEmpty()) {
            Visit &visit = m_visits.last();
            if (visit.next < m_refersTo.at(visit.node).size()) {
                const qsizetype target = m_refersTo.at(visit.node).at(visit.next++);
                if (m_number.at(target) < 0)
                    enter(target);
                else if (m_isOpen.at(target))
                    m_lowest[visit.node] = std::min(m_lowest.at(visit.node), m_number.at(target));
            } else {
                leave(m_visits.takeLast().node);
            }
        }
    }

    void leave(qsizetype node)
    {
        if (!m_visits.isEmpty())
            m_lowest[m_visits.last().node] = std::min(m_lowest.at(m_visits.last().node), m_lowest.at(node));
        if (m_lowest.at(node) != m_number.at(node))
            return;
        QList<qsizetype> circle;
        qsizetype member = -1;
        do {
            member = m_open.takeLast();
            m_isOpen[member] = false;
            circle.append(member);
        } while (member != node);
        if (circle.size() < 2)
            return;
        std::ranges::sort(circle);
        m_circles.append(circle);
    }

    const References &m_refersTo;
    QList<qsizetype> m_number; ///< in the order of being met; -1: not yet
    QList<qsizetype> m_lowest; ///< the lowest number that can be reached
    QList<bool> m_isOpen;
    QList<qsizetype> m_open;
    QList<Visit> m_visits;
    qsizetype m_count = 0;
    QList<QList<qsizetype>> m_circles;
};

} // namespace

QList<QList<qsizetype>> circles(const References &refersTo)
{
    return CircleFinder(refersTo).find();
}

QList<qsizetype> referenceOrder(const References &refersTo, const QList<qsizetype> &age, const QList<qsizetype> &rank)
{
    const qsizetype count = refersTo.size();
    QList<qsizetype> circleOf(count, -1);
    References before = refersTo; // what has to come before each
    const QList<QList<qsizetype>> found = circles(refersTo);
    for (qsizetype circle = 0; circle < found.size(); ++circle) {
        for (const qsizetype member : found.at(circle))
            circleOf[member] = circle;
    }
    for (qsizetype i = 0; i < count; ++i)
        before[i].removeIf([&](qsizetype target) { return target == i || (circleOf.at(i) >= 0 && circleOf.at(i) == circleOf.at(target)); });
    for (QList<qsizetype> circle : found) {
        std::ranges::sort(circle, {}, [&](qsizetype member) { return age.at(member); });
        for (qsizetype i = 1; i < circle.size(); ++i)
            before[circle.at(i)].append(circle.at(i - 1));
    }
    QList<qsizetype> order;
    QList<bool> isPlaced(count, false);
    while (order.size() < count) {
        qsizetype next = -1;
        for (qsizetype i = 0; i < count; ++i) {
            const bool isFree = !isPlaced.at(i) && std::ranges::all_of(before.at(i), [&](qsizetype target) { return isPlaced.at(target); });
            if (isFree && (next < 0 || rank.at(i) < rank.at(next)))
                next = i;
        }
        isPlaced[next] = true;
        order.append(next);
    }
    return order;
}

} // namespace quillway::analysis
