// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fold_margin.h"

#include "ui/editor/folding.h"
#include "ui/editor/text_editor.h"
#include "ui/style/appearance.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace quillway::ui {

namespace {

constexpr int marginWidth = 20; // pixels
constexpr double arm = 3.5; // of the sign, half its breadth

void paintSign(QPainter &painter, const QPointF &centre, bool isFolded)
{
    QPainterPath sign;
    if (isFolded) {
        sign.moveTo(centre.x() - arm / 2, centre.y() - arm);
        sign.lineTo(centre.x() + arm / 2, centre.y());
        sign.lineTo(centre.x() - arm / 2, centre.y() + arm);
    } else {
        sign.moveTo(centre.x() - arm, centre.y() - arm / 2);
        sign.lineTo(centre.x(), centre.y() + arm / 2);
        sign.lineTo(centre.x() + arm, centre.y() - arm / 2);
    }
    painter.drawPath(sign);
}

} // namespace

FoldMargin::FoldMargin(TextEditor &editor, Folding &folding)
    : QWidget(&editor)
    , m_editor(editor)
    , m_folding(folding)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Folding"));
    connect(&editor, &QPlainTextEdit::updateRequest, this, qOverload<>(&QWidget::update));
}

void FoldMargin::follow()
{
    const QRect text = m_editor.viewport()->geometry();
    setGeometry(std::max(0, text.left() - marginWidth), text.top(), std::min(marginWidth, text.left()), text.height());
}

void FoldMargin::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const Colours &colours = coloursFor(isDark());
    for (QTextBlock block = m_editor.topBlock(); block.isValid(); block = block.next()) {
        const QRectF place = m_editor.placeOf(block);
        if (place.top() > event->rect().bottom())
            break;
        if (!block.isVisible())
            continue;
        const bool isFolded = m_folding.isFolded(block);
        if (!isFolded && (!m_isEntered || !m_folding.canFold(block)))
            continue;
        painter.setPen(QPen(isFolded ? colours.accent : colours.quiet, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintSign(painter, { width() / 2.0, m_editor.firstLineMiddle(block) }, isFolded);
    }
}

QTextBlock FoldMargin::signAt(double y) const
{
    for (QTextBlock block = m_editor.topBlock(); block.isValid(); block = block.next()) {
        const QRectF place = m_editor.placeOf(block);
        if (!block.isVisible() || place.bottom() <= y)
            continue;
        return place.top() <= y && (m_folding.isFolded(block) || m_folding.canFold(block)) ? block : QTextBlock();
    }
    return {};
}

void FoldMargin::mousePressEvent(QMouseEvent *event)
{
    const QTextBlock block = event->button() == Qt::LeftButton ? signAt(event->position().y()) : QTextBlock();
    if (block.isValid())
        m_folding.toggle(block);
}

void FoldMargin::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(signAt(event->position().y()).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FoldMargin::enterEvent(QEnterEvent * /*event*/)
{
    m_isEntered = true;
    update();
}

void FoldMargin::leaveEvent(QEvent * /*event*/)
{
    m_isEntered = false;
    update();
}

void FoldMargin::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the editor's
}

} // namespace quillway::ui
