// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/years_chart.h"

#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

QString describeYear(const analysis::YearCount &year)
{
    const QString posts = year.posts == 1 ? YearsChart::tr("1 post") : YearsChart::tr("%Ln posts", nullptr, year.posts);
    return YearsChart::tr("%1: %2").arg(QString::number(year.year), posts);
}

YearsChart::YearsChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Posts per year"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void YearsChart::setYears(const QList<analysis::YearCount> &years)
{
    if (years == m_years)
        return;
    m_years = years;
    m_most = m_years.isEmpty() ? 0 : std::ranges::max(m_years, {}, &analysis::YearCount::posts).posts;
    m_current = -1;
    QStringList said;
    for (const analysis::YearCount &year : m_years)
        said.append(describeYear(year));
    setAccessibleDescription(said.join(u", "_s));
    setVisible(!m_years.isEmpty());
    updateGeometry();
    update();
}

QSize YearsChart::sizeHint() const
{
    return { 200, 96 + fontMetrics().height() };
}

QSize YearsChart::minimumSizeHint() const
{
    return { 120, sizeHint().height() };
}

/// Above it stands what the bar pointed out says, below the years.
QRectF YearsChart::plot() const
{
    const double line = QFontMetricsF(smallFont(font())).height();
    return QRectF(rect()).adjusted(0.5, line + 4, -0.5, -line - 4);
}

QRectF YearsChart::bar(int index) const
{
    const QRectF area = plot();
    const double slot = area.width() / static_cast<double>(m_years.size());
    const double width = std::clamp(slot * 0.72, 1.0, 26.0);
    const double height = m_most == 0 ? 0 : area.height() * m_years.at(index).posts / m_most;
    return { area.left() + slot * index + (slot - width) / 2, area.bottom() - height, width, height };
}

void YearsChart::paintEvent(QPaintEvent * /*event*/)
{
    if (m_years.isEmpty())
        return;
    const Colours &colours = coloursFor(isDark());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    const QRectF area = plot();
    painter.setPen(colours.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_years.size(); ++i) {
        const QRectF place = bar(i);
        if (place.height() <= 0)
            continue;
        painter.setBrush(i == m_current ? colours.accent : mixed(colours.accent, colours.ground, 0.45));
        const double radius = std::min(2.5, place.width() / 3);
        QPainterPath path;
        path.setFillRule(Qt::WindingFill); // what is in both counts once
        path.addRoundedRect(place, radius, radius);
        path.addRect(place.adjusted(0, place.height() / 2, 0, 0)); // square where it stands
        painter.drawPath(path.simplified());
    }
    painter.setPen(colours.quiet);
    const QRectF years(area.left(), area.bottom() + 3, area.width(), painter.fontMetrics().height());
    painter.drawText(years, Qt::AlignLeft, QString::number(m_years.constFirst().year));
    if (m_years.size() > 1)
        painter.drawText(years, Qt::AlignRight, QString::number(m_years.constLast().year));
    const QRectF said(0, 0, width(), painter.fontMetrics().height());
    if (m_current >= 0) {
        painter.setPen(colours.text);
        painter.drawText(said, Qt::AlignLeft, describeYear(m_years.at(m_current)));
    } else {
        painter.drawText(said, Qt::AlignLeft, tr("Posts per year"));
    }
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void YearsChart::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    setToolTip(index < 0 ? QString() : describeYear(m_years.at(index)));
    update();
}

void YearsChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_years.isEmpty())
        return;
    const QRectF area = plot();
    const double at = (event->position().x() - area.left()) / area.width() * static_cast<double>(m_years.size());
    setCurrent(std::clamp(static_cast<int>(at), 0, static_cast<int>(m_years.size()) - 1));
}

void YearsChart::leaveEvent(QEvent * /*event*/)
{
    setCurrent(-1);
}

void YearsChart::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

void YearsChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_years.size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: return setCurrent(m_current < 0 ? last : std::max(0, m_current - 1));
    case Qt::Key_Right: return setCurrent(m_current < 0 ? 0 : std::min(last, m_current + 1));
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(last);
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace quillway::ui
