// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/list_rows.h"

#include "ui/style/appearance.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace quillway::ui {

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    return small;
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Colours &colours = coloursFor(isDark());
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(option.rect, colours.accentGround);
        if (option.state & QStyle::State_Active)
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(option.rect, colours.hover);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace quillway::ui
