// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_graph_view.h"

#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr double smallestRadius = 4.0; // pixels at zoom 1
constexpr double largestRadius = 15.0;
constexpr double leastZoom = 0.4;
constexpr double mostZoom = 8.0;
constexpr int edge = 48; // pixels left free for names at the sides

qsizetype indexOf(const Graph &graph, const QString &key)
{
    const auto found = std::ranges::find(graph.nodes, key, &GraphNode::key);
    return found == graph.nodes.cend() ? -1 : found - graph.nodes.cbegin();
}

} // namespace

TagGraphView::TagGraphView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Tags that stand together"));
    setAccessibleDescription(tr("Arrow keys go to the nearest tag, plus and minus zoom; the table has the same in words."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TagGraphView::setGraph(const Graph &graph)
{
    if (graph == m_graph)
        return;
    m_job.run([graph] { return std::pair(graph, placesOf(graph)); },
              [this](const std::pair<Graph, QList<QPointF>> &placed) {
                  m_graph = placed.first;
                  m_places = placed.second;
                  m_hovered = -1;
                  m_mostPosts = 1;
                  for (const GraphNode &node : std::as_const(m_graph.nodes))
                      m_mostPosts = std::max(m_mostPosts, node.posts);
                  m_mostTogether = 1;
                  for (const GraphEdge &line : std::as_const(m_graph.edges))
                      m_mostTogether = std::max(m_mostTogether, line.posts);
                  update();
              });
}

void TagGraphView::setCurrent(const QString &key)
{
    if (key == m_current)
        return;
    m_current = key;
    if (const qsizetype node = indexOf(m_graph, key); node >= 0)
        setAccessibleDescription(describe(node));
    update();
}

QString TagGraphView::current() const
{
    return m_current;
}

double TagGraphView::fit() const
{
    double furthestX = 0.5;
    double furthestY = 0.5;
    for (const QPointF &place : m_places) {
        furthestX = std::max(furthestX, std::abs(place.x()));
        furthestY = std::max(furthestY, std::abs(place.y()));
    }
    return std::max(4.0, std::min((width() / 2.0 - edge) / furthestX, (height() / 2.0 - 24) / furthestY));
}

QPointF TagGraphView::toPixels(QPointF place) const
{
    return QPointF(width() / 2.0, height() / 2.0) + m_shift + place * fit() * m_zoom;
}

QPointF TagGraphView::place(const QString &key) const
{
    const qsizetype node = indexOf(m_graph, key);
    return node < 0 || !isPlaced() ? QPointF(rect().center()) : toPixels(m_places.at(node));
}

double TagGraphView::radius(qsizetype node) const
{
    const double share = std::sqrt(static_cast<double>(m_graph.nodes.at(node).posts) / m_mostPosts);
    return (smallestRadius + (largestRadius - smallestRadius) * share) * std::clamp(m_zoom, 0.8, 1.6);
}

qsizetype TagGraphView::nodeAt(QPointF pixel) const
{
    qsizetype best = -1;
    double bestDistance = 0;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const QPointF apart = toPixels(m_places.at(i)) - pixel;
        const double distance = std::hypot(apart.x(), apart.y());
        if (distance <= radius(i) + 4 && (best < 0 || distance < bestDistance)) {
            best = i;
            bestDistance = distance;
        }
    }
    return best;
}

QList<bool> TagGraphView::neighbours(qsizetype of) const
{
    QList<bool> found(m_graph.nodes.size());
    for (const GraphEdge &line : m_graph.edges) {
        if (line.one == of || line.other == of)
            found[line.one] = found[line.other] = true;
    }
    return found;
}

QString TagGraphView::describe(qsizetype node) const
{
    const GraphNode &tag = m_graph.nodes.at(node);
    QList<GraphEdge> lines;
    for (const GraphEdge &line : m_graph.edges) {
        if (line.one == node || line.other == node)
            lines.append(line);
    }
    std::ranges::stable_sort(lines, std::greater {}, &GraphEdge::posts);
    QStringList with;
    for (const GraphEdge &line : lines.first(std::min<qsizetype>(5, lines.size()))) {
        const QString name = m_graph.nodes.at(line.one == node ? line.other : line.one).name;
        with.append(tr("%1 (%L2)").arg(name).arg(line.posts));
    }
    const QString posts = tag.posts == 1 ? tr("1 post") : tr("%Ln posts", nullptr, tag.posts);
    return with.isEmpty() ? tr("%1: %2, with no other tag").arg(tag.name, posts)
                          : tr("%1: %2; with %3").arg(tag.name, posts, with.join(u", "_s));
}

void TagGraphView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), coloursFor(isDark()).ground);
    if (m_places.isEmpty()) {
        painter.setPen(coloursFor(isDark()).quiet);
        painter.drawText(rect().adjusted(16, 0, -16, 0), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap,
                         tr("Tags that stand together in posts are drawn here."));
    } else {
        drawEdges(painter);
        drawNodes(painter);
        drawNames(painter);
    }
    if (hasFocus()) {
        painter.setPen(coloursFor(isDark()).accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TagGraphView::drawEdges(QPainter &painter) const
{
    const Colours &colours = coloursFor(isDark());
    const qsizetype pointed = m_hovered >= 0 ? m_hovered : indexOf(m_graph, m_current);
    for (const bool strong : { false, true }) {
        for (const GraphEdge &line : m_graph.edges) {
            const bool isStrong = pointed >= 0 && (line.one == pointed || line.other == pointed);
            if (isStrong != strong)
                continue;
            const double share = static_cast<double>(line.posts) / m_mostTogether;
            const QColor quiet = mixed(colours.ground, colours.quiet, pointed >= 0 ? 0.18 : 0.25 + 0.3 * share);
            painter.setPen(QPen(isStrong ? colours.accent : quiet, 0.8 + 2.2 * share));
            painter.drawLine(toPixels(m_places.at(line.one)), toPixels(m_places.at(line.other)));
        }
    }
}

void TagGraphView::drawNodes(QPainter &painter) const
{
    const Colours &colours = coloursFor(isDark());
    const qsizetype current = indexOf(m_graph, m_current);
    const qsizetype pointed = m_hovered >= 0 ? m_hovered : current;
    const QList<bool> near = pointed >= 0 ? neighbours(pointed) : QList<bool>();
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const bool isNear = pointed < 0 || near.at(i) || i == pointed;
        painter.setPen(QPen(colours.ground, 1.5));
        painter.setBrush(i == current ? colours.accent : mixed(colours.ground, colours.accent, isNear ? 0.6 : 0.25));
        painter.drawEllipse(toPixels(m_places.at(i)), radius(i), radius(i));
        if (i == current) {
            painter.setPen(QPen(colours.text, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(toPixels(m_places.at(i)), radius(i) + 3, radius(i) + 3);
        }
    }
}

/// The names of those pointed at first, then of those with the most posts, as long as they do not cover each other.
void TagGraphView::drawNames(QPainter &painter) const
{
    const Colours &colours = coloursFor(isDark());
    const qsizetype current = indexOf(m_graph, m_current);
    const qsizetype pointed = m_hovered >= 0 ? m_hovered : current;
    const QList<bool> near = pointed >= 0 ? neighbours(pointed) : QList<bool>(m_graph.nodes.size());
    QList<qsizetype> order(m_places.size());
    std::iota(order.begin(), order.end(), 0);
    const auto weight = [&](qsizetype i) {
        return i == m_hovered ? 4'000'000 : i == current ? 3'000'000 : (near.at(i) ? 1'000'000 : 0) + m_graph.nodes.at(i).posts;
    };
    std::ranges::stable_sort(order, std::greater {}, weight);
    painter.setFont(smallFont(font()));
    const QFontMetricsF metrics(painter.font());
    QList<QRectF> taken;
    for (const qsizetype i : std::as_const(order)) {
        const QString name = metrics.elidedText(m_graph.nodes.at(i).name, Qt::ElideRight, 160);
        const QPointF at = toPixels(m_places.at(i));
        const QRectF area(at.x() - metrics.horizontalAdvance(name) / 2, at.y() + radius(i) + 1, metrics.horizontalAdvance(name),
                          metrics.height());
        if (!QRectF(rect()).intersects(area) || std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(area); }))
            continue;
        taken.append(area.adjusted(-3, 0, 3, 0));
        painter.setPen(i == pointed || pointed < 0 || near.at(i) ? colours.text : colours.quiet);
        painter.drawText(area, Qt::AlignCenter, name);
    }
}

void TagGraphView::choose(qsizetype node)
{
    if (node < 0 || m_graph.nodes.at(node).key == m_current)
        return;
    setCurrent(m_graph.nodes.at(node).key);
    const QPointF at = toPixels(m_places.at(node));
    if (!rect().adjusted(10, 10, -10, -10).contains(at.toPoint()))
        m_shift += QPointF(rect().center()) - at;
    Q_EMIT chosen(m_current);
}

void TagGraphView::zoomAt(QPointF pixel, double factor)
{
    const double before = m_zoom;
    m_zoom = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    const QPointF fromMiddle = pixel - QPointF(width() / 2.0, height() / 2.0) - m_shift;
    m_shift -= fromMiddle * (m_zoom / before - 1.0);
    update();
}

void TagGraphView::showAll()
{
    m_zoom = 1.0;
    m_shift = {};
    update();
}

void TagGraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = event->position();
    m_dragging = false;
    choose(nodeAt(event->position()));
}

void TagGraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        if (!m_dragging && (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
        m_shift += event->position() - m_pressed;
        m_pressed = event->position();
        return update();
    }
    const qsizetype hovered = nodeAt(event->position());
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    setCursor(hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TagGraphView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragging = false;
    setCursor(nodeAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TagGraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const qsizetype node = nodeAt(event->position()); node >= 0)
        Q_EMIT activated(m_graph.nodes.at(node).key);
    else
        showAll();
}

void TagGraphView::wheelEvent(QWheelEvent *event)
{
    zoomAt(event->position(), std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void TagGraphView::leaveEvent(QEvent * /*event*/)
{
    m_hovered = -1;
    update();
}

void TagGraphView::keyPressEvent(QKeyEvent *event)
{
    QPointF direction;
    switch (event->key()) {
    case Qt::Key_Left: direction = { -1, 0 }; break;
    case Qt::Key_Right: direction = { 1, 0 }; break;
    case Qt::Key_Up: direction = { 0, -1 }; break;
    case Qt::Key_Down: direction = { 0, 1 }; break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomAt(rect().center(), 1.25);
    case Qt::Key_Minus: return zoomAt(rect().center(), 0.8);
    case Qt::Key_0:
    case Qt::Key_Home: return showAll();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_current.isEmpty())
            Q_EMIT activated(m_current);
        return;
    default: return QWidget::keyPressEvent(event);
    }
    if (m_places.isEmpty() || event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    const qsizetype from = indexOf(m_graph, m_current);
    choose(from < 0 ? 0 : nodeTowards(m_graph, m_places, from, direction));
}

bool TagGraphView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const qsizetype node = nodeAt(help->pos()); node >= 0)
        QToolTip::showText(help->globalPos(), describe(node).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace quillway::ui
