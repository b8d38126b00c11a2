// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diff_area.h"

#include "ui/style/appearance.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace quillway::ui {

namespace {

struct DiffColours {
    QColor ground;
    QColor mark;
    QColor sign;
};

DiffColours coloursOf(bool before, const Colours &colours)
{
    const QColor &hue = before ? colours.error : colours.success;
    return { mixed(colours.ground, hue, 0.09), mixed(colours.ground, hue, isDark() ? 0.38 : 0.26), hue };
}

} // namespace

void DiffArea::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Colours &colours = coloursFor(isDark());
    painter.fillRect(event->rect(), colours.ground);
    if (m_shown.isEmpty())
        return;
    const int scrolled = verticalScrollBar()->value();
    for (qsizetype i = shownAt(event->rect().top()); i < m_shown.size(); ++i) {
        const int top = m_heights.top(i) - scrolled;
        if (top > event->rect().bottom())
            break;
        paintRow(painter, m_shown[i], top, m_heights.height(i));
    }
}

void DiffArea::paintRow(QPainter &painter, const ShownRow &shown, int top, int height) const
{
    const Colours &colours = coloursFor(isDark());
    if (shown.folded)
        return paintFold(painter, shown, QRect(0, top, viewport()->width(), height));
    paintSide(painter, shown.first, Side::Before, top, height);
    paintSide(painter, shown.first, Side::After, top, height);
    painter.fillRect(viewport()->width() / 2, top, 1, height, colours.line);
    if (isInCurrent(shown.first))
        painter.fillRect(0, top, 3, height, colours.accent);
}

void DiffArea::paintFold(QPainter &painter, const ShownRow &shown, const QRect &area) const
{
    const Colours &colours = coloursFor(isDark());
    painter.fillRect(area, colours.panel);
    painter.setFont(font());
    painter.setPen(colours.quiet);
    painter.drawText(area, Qt::AlignCenter, tr("%Ln unchanged lines", nullptr, static_cast<int>(shown.count)));
    painter.fillRect(area.left(), area.top(), area.width(), 1, colours.line);
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, colours.line);
}

void DiffArea::paintSide(QPainter &painter, qsizetype row, Side which, int top, int height) const
{
    const Colours &colours = coloursFor(isDark());
    const text::ComparedRow &compared = m_compared->rows[row];
    const Column place = column(which, top, height);
    const auto line = lineOf(compared, which);
    const bool before = which == Side::Before;
    const DiffColours diff = coloursOf(before, colours);
    if (compared.changed)
        painter.fillRect(place.area, line ? diff.ground : colours.panel);
    if (!line)
        return;

    painter.setFont(font());
    const QRect number(place.area.left(), top, place.textLeft - place.area.left() - 2 * side - signWidth() + side / 2, lineHeight());
    painter.setPen(compared.changed ? diff.sign : colours.quiet);
    painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(*line + 1));
    if (compared.changed)
        painter.drawText(QRect(place.textLeft - side - signWidth(), top, signWidth() + 2, lineHeight()), Qt::AlignCenter,
                         before ? minus : plus);

    QTextLayout layout(textOf(compared, which), font());
    QList<QTextLayout::FormatRange> formats;
    for (const text::Range &mark : before ? compared.beforeMarks : compared.afterMarks) {
        QTextLayout::FormatRange range { static_cast<int>(mark.begin), static_cast<int>(mark.count), {} };
        range.format.setBackground(diff.mark);
        formats.append(range);
    }
    QList<QTextLayout::FormatRange> selections;
    if (const auto selected = selectedIn(which, row, layout.text().size())) {
        QTextLayout::FormatRange range { static_cast<int>(selected->begin), static_cast<int>(selected->count), {} };
        range.format.setBackground(colours.accent);
        range.format.setForeground(colours.onAccent);
        selections.append(range);
    }
    layout.setFormats(formats);
    layOut(layout, place.textWidth);
    painter.setPen(colours.text);
    layout.draw(&painter, QPointF(place.textLeft, top), selections, QRectF(viewport()->rect()));
}

} // namespace quillway::ui
