// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/drift_chart.h"

#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace quillway::ui {

DriftChart::DriftChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Tags over the years"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void DriftChart::setDrift(const analysis::TagDrift &drift)
{
    if (drift.series == m_drift.series && drift.perYear == m_drift.perYear)
        return;
    m_drift = drift;
    QStringList said;
    for (int i = 0; i < m_drift.series.size(); ++i) {
        QStringList years;
        for (int year = 0; year < m_drift.perYear.size(); ++year) {
            if (m_drift.series.at(i).posts.value(year) > 0)
                years.append(describe(i, year));
        }
        said.append(years.join(u", "_s));
    }
    setAccessibleDescription(said.join(u"; "_s));
    setVisible(!m_drift.series.isEmpty() && m_drift.perYear.size() > 1); // within one year nothing comes or goes
    updateGeometry();
    update();
}

double DriftChart::lineHeight() const
{
    return QFontMetricsF(smallFont(font())).height() + 3;
}

QSize DriftChart::sizeHint() const
{
    return { 200, static_cast<int>(std::ceil(lineHeight() * static_cast<double>(m_drift.series.size() + 1))) + 2 };
}

QSize DriftChart::minimumSizeHint() const
{
    return { 120, sizeHint().height() };
}

double DriftChart::left() const
{
    const QFontMetricsF metrics(smallFont(font()));
    double widest = 0;
    for (const analysis::TagDrift::Series &series : m_drift.series)
        widest = std::max(widest, metrics.horizontalAdvance(series.tag.name));
    return std::min(widest + 8, width() * 0.5);
}

QPointF DriftChart::dot(int series, int year) const
{
    const double slot = (width() - left()) / static_cast<double>(m_drift.perYear.size());
    return { left() + slot * (year + 0.5), lineHeight() * (series + 1.5) };
}

double DriftChart::share(int series, int year) const
{
    const int all = m_drift.perYear.at(year).posts;
    return all == 0 ? 0 : static_cast<double>(m_drift.series.at(series).posts.value(year)) / all;
}

double DriftChart::radius(int series, int year) const
{
    if (m_drift.series.at(series).posts.value(year) == 0)
        return 0;
    const double slot = (width() - left()) / static_cast<double>(m_drift.perYear.size());
    const double most = std::min(lineHeight() / 2 - 1, std::max(1.0, slot / 2 - 0.5));
    return most * (0.45 + 0.55 * std::sqrt(share(series, year)));
}

QString DriftChart::describe(int series, int year) const
{
    const analysis::TagDrift::Series &tag = m_drift.series.at(series);
    return tr("%1 in %2: %L3 of %L4")
        .arg(tag.tag.name, QString::number(m_drift.perYear.at(year).year))
        .arg(tag.posts.value(year))
        .arg(m_drift.perYear.at(year).posts);
}

void DriftChart::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &colours = coloursFor(isDark());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    painter.setPen(colours.quiet);
    painter.drawText(QRectF(0, 0, width(), lineHeight()), Qt::AlignLeft, accessibleName());
    for (int i = 0; i < m_drift.series.size(); ++i) {
        const QRectF line(0, lineHeight() * (i + 1), left() - 6, lineHeight());
        painter.setPen(colours.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_drift.series.at(i).tag.name, Qt::ElideRight, static_cast<int>(line.width())));
        painter.setPen(colours.line);
        painter.drawLine(QPointF(left(), line.center().y()), QPointF(width(), line.center().y()));
        painter.setPen(Qt::NoPen);
        for (int year = 0; year < m_drift.perYear.size(); ++year) {
            painter.setBrush(mixed(colours.ground, colours.accent, 0.45 + 0.55 * share(i, year)));
            painter.drawEllipse(dot(i, year), radius(i, year), radius(i, year));
        }
    }
}

bool DriftChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_drift.series.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int series = static_cast<int>(help->pos().y() / lineHeight()) - 1;
    const double slot = (width() - left()) / static_cast<double>(m_drift.perYear.size());
    const int year = static_cast<int>(std::floor((help->pos().x() - left()) / slot));
    if (series >= 0 && series < m_drift.series.size() && year >= 0 && year < m_drift.perYear.size())
        QToolTip::showText(help->globalPos(), describe(series, year).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace quillway::ui
