// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/places/newest_job.h"
#include "ui/tags/graph_layout.h"

#include <QWidget>

namespace quillway::ui {

/// Which tags stand together, to look at and click through: a circle for each tag, larger the more posts it has, lines between those that share posts. The wheel and +, − zoom, dragging
/// moves, a click or the arrow keys choose a tag. Where the circles go is computed on a thread. The table beside it says the same in words.
class TagGraphView : public QWidget
{
    Q_OBJECT

public:
    explicit TagGraphView(QWidget *parent = nullptr);

    void setGraph(const Graph &graph);
    void setCurrent(const QString &key); ///< without telling so
    [[nodiscard]] QString current() const;
    [[nodiscard]] bool isPlaced() const { return m_places.size() == m_graph.nodes.size(); } ///< false while it is computed
    /// Where a tag's circle is, in the widget's pixels; the middle of the widget for a tag that is not in the graph.
    [[nodiscard]] QPointF place(const QString &key) const;
    [[nodiscard]] double zoom() const { return m_zoom; }
    void showAll();

    [[nodiscard]] QSize sizeHint() const override { return { 360, 300 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 160, 120 }; }

Q_SIGNALS:
    void chosen(const QString &key); ///< by the user
    void activated(const QString &key); ///< Return or a double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QPointF toPixels(QPointF place) const;
    [[nodiscard]] double radius(qsizetype node) const;
    [[nodiscard]] qsizetype nodeAt(QPointF pixel) const; ///< -1: none
    [[nodiscard]] QString describe(qsizetype node) const;
    void choose(qsizetype node);
    void zoomAt(QPointF pixel, double factor);
    void drawEdges(QPainter &painter) const;
    void drawNodes(QPainter &painter) const;
    void drawNames(QPainter &painter) const;
    [[nodiscard]] double fit() const; ///< pixels for a unit at which all of it is seen
    [[nodiscard]] QList<bool> neighbours(qsizetype of) const;

    Graph m_graph;
    QList<QPointF> m_places;
    QString m_current;
    qsizetype m_hovered = -1;
    double m_zoom = 1.0;
    QPointF m_shift; ///< of the middle, in pixels
    QPointF m_pressed;
    bool m_dragging = false;
    int m_mostPosts = 1;
    int m_mostTogether = 1;
    NewestJob m_job;
};

} // namespace quillway::ui
