// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/graph_layout.h"

#include "support/work_timer.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace quillway;
using namespace quillway::ui;

namespace {

Graph graph(int nodes, const QList<GraphEdge> &edges)
{
    Graph made;
    for (int i = 0; i < nodes; ++i)
        made.nodes.append({ QString::number(i), QString::number(i), nodes - i });
    made.edges = edges;
    return made;
}

double distance(QPointF one, QPointF other)
{
    return std::hypot(one.x() - other.x(), one.y() - other.y());
}

} // namespace

class TestGraphLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeHasAPlaceOfItsOwn_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<QList<GraphEdge>>("edges");
        QTest::newRow("none") << 0 << QList<GraphEdge>();
        QTest::newRow("one") << 1 << QList<GraphEdge>();
        QTest::newRow("without lines") << 12 << QList<GraphEdge>();
        QTest::newRow("a chain") << 4 << QList<GraphEdge> { { 0, 1, 3 }, { 1, 2, 1 }, { 2, 3, 1 } };
        QTest::newRow("all with all") << 4
                                      << QList<GraphEdge> { { 0, 1, 1 }, { 0, 2, 1 }, { 0, 3, 1 }, { 1, 2, 1 }, { 1, 3, 1 }, { 2, 3, 1 } };
    }
    void everyNodeHasAPlaceOfItsOwn()
    {
        QFETCH(const int, nodes);
        QFETCH(const QList<GraphEdge>, edges);
        const QList<QPointF> places = placesOf(graph(nodes, edges));
        QCOMPARE(places.size(), nodes);
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY(std::isfinite(places.at(i).x()) && std::isfinite(places.at(i).y()));
            QVERIFY(std::abs(places.at(i).x()) < 50 && std::abs(places.at(i).y()) < 50);
            for (qsizetype j = i + 1; j < places.size(); ++j)
                QVERIFY(distance(places.at(i), places.at(j)) > 0.3);
        }
    }

    void whatStandsTogetherIsNear()
    {
        // Two groups of three.
        const QList<QPointF> places = placesOf(graph(6, { { 0, 1, 5 }, { 0, 2, 5 }, { 1, 2, 5 }, { 3, 4, 5 }, { 3, 5, 5 }, { 4, 5, 5 } }));
        for (const auto &[one, other] : { std::pair(0, 1), std::pair(1, 2), std::pair(3, 4), std::pair(4, 5) })
            QVERIFY(distance(places.at(one), places.at(other)) < distance(places.at(0), places.at(4)));
    }

    void theSameGraphHasTheSamePlaces()
    {
        const Graph made = graph(20, { { 0, 1, 1 }, { 3, 7, 2 } });
        QCOMPARE(placesOf(made), placesOf(made));
    }

    void someHundredsTakeLittleTime()
    {
        QList<GraphEdge> edges;
        for (int i = 1; i < 200; ++i)
            edges.append({ i, i / 2, 1 + i % 7 });
        test::WorkTimer timer;
        timer.start();
        QCOMPARE(placesOf(graph(200, edges)).size(), 200);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void anArrowLeadsToTheNearestNeighbour()
    {
        const Graph made = graph(4, { { 0, 2, 1 } });
        const QList<QPointF> places { { 0, 0 }, { 1, 0 }, { 3, 0.5 }, { 0, -2 } };
        QCOMPARE(nodeTowards(made, places, 0, { 1, 0 }), 2); // its neighbour, not the nearer 1
        QCOMPARE(nodeTowards(made, places, 0, { 0, -1 }), 3); // no neighbour there, but a tag
        QCOMPARE(nodeTowards(made, places, 0, { -1, 0 }), 0);
        QCOMPARE(nodeTowards(made, places, 1, { 1, 0 }), 2);
    }
};

QTEST_GUILESS_MAIN(TestGraphLayout)
#include "tst_graph_layout.moc"
