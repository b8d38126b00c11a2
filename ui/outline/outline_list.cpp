// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline_list.h"

#include "ui/outline/outline_delegate.h"
#include "ui/outline/outline_model.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <chrono>

namespace quillway::ui {

using namespace std::chrono_literals;

namespace {

constexpr int edge = 24; // pixels in which a drag scrolls
constexpr int placeWidth = 2; // pixels of the line that shows the place

} // namespace

OutlineList::OutlineList(OutlineModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new OutlineDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(NoFrame);
    m_scroll.setInterval(40ms);
    connect(&m_scroll, &QTimer::timeout, this, &OutlineList::scrollAtEdge);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &OutlineList::endDrag);
}

void OutlineList::mousePressEvent(QMouseEvent *event)
{
    if (isDragging())
        return;
    QListView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()).row() : -1;
    m_pressedAt = event->position().toPoint();
}

void OutlineList::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_pressed < 0)
        return QListView::mouseMoveEvent(event);
    const QPoint position = event->position().toPoint();
    if (!isDragging() && (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()
        && !m_model.outline().at(m_pressed).isNested) {
        m_dragged = m_pressed;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (isDragging())
        dragTo(position);
}

void OutlineList::dragTo(const QPoint &position)
{
    m_mouse = position;
    // The boundary between two rows that is nearest.
    const QModelIndex first = m_model.index(0, 0);
    const int height = std::max(1, visualRect(first).height());
    const int wanted = std::clamp(qRound(double(position.y() - visualRect(first).top()) / height), 0, m_model.rowCount());
    const auto place = placeFor(m_model.outline(), m_dragged, wanted);
    m_place = place ? std::optional(static_cast<int>(*place)) : std::nullopt;
    const bool atEdge = position.y() < edge || position.y() > viewport()->height() - edge;
    if (atEdge && !m_scroll.isActive())
        m_scroll.start();
    else if (!atEdge)
        m_scroll.stop();
    viewport()->update();
}

void OutlineList::scrollAtEdge()
{
    QScrollBar &bar = *verticalScrollBar();
    bar.setValue(bar.value() + (m_mouse.y() < edge ? -1 : 1) * std::max(1, bar.singleStep() / 2));
    dragTo(m_mouse);
}

void OutlineList::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isDragging()) {
        m_pressed = -1;
        return QListView::mouseReleaseEvent(event);
    }
    const int section = m_dragged;
    const std::optional<int> place = m_place;
    endDrag();
    if (place)
        Q_EMIT dropped(section, *place);
}

void OutlineList::endDrag()
{
    m_pressed = -1;
    m_dragged = -1;
    m_place.reset();
    m_scroll.stop();
    viewport()->unsetCursor();
    viewport()->update();
}

void OutlineList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDragging())
        return endDrag();
    QListView::keyPressEvent(event);
}

void OutlineList::focusOutEvent(QFocusEvent *event)
{
    endDrag();
    QListView::focusOutEvent(event);
}

void OutlineList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!isDragging())
        return;
    QPainter painter(viewport());
    const Colours &colours = coloursFor(isDark());
    QColor veil = colours.accentGround;
    veil.setAlpha(150);
    const qsizetype end = sectionEnd(m_model.outline(), m_dragged);
    const QRect top = visualRect(m_model.index(m_dragged, 0));
    const QRect bottom = visualRect(m_model.index(static_cast<int>(end) - 1, 0));
    painter.fillRect(top.united(bottom), veil);
    if (!m_place)
        return;
    const bool isLast = *m_place == m_model.rowCount();
    const QRect row = visualRect(m_model.index(isLast ? *m_place - 1 : *m_place, 0));
    const int inset = OutlineDelegate::inset(m_model.index(m_dragged, 0));
    const QRect line(row.left() + inset, (isLast ? row.bottom() + 1 : row.top()) - placeWidth / 2, row.width() - inset, placeWidth);
    painter.fillRect(QStyle::visualRect(layoutDirection(), row, line), colours.accent);
}

} // namespace quillway::ui
