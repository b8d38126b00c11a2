// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline_delegate.h"

#include "ui/outline/outline_model.h"
#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QPainter>
#include <QStyle>

namespace quillway::ui {

namespace {

constexpr int side = 14;
constexpr int above = 4;
constexpr int step = 14; // for each level

} // namespace

int OutlineDelegate::inset(const QModelIndex &index)
{
    return side + step * index.data(OutlineModel::DepthRole).toInt();
}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return { 80, QFontMetrics(option.font).height() + 2 * above };
}

void OutlineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(isDark());
    painter->save();
    paintRowGround(*painter, option);
    const bool isQuiet = index.data(OutlineModel::NestedRole).toBool() || index.data(OutlineModel::NamelessRole).toBool();
    QFont font = option.font;
    font.setItalic(isQuiet);
    if (index.data(OutlineModel::DepthRole).toInt() == 0)
        font.setWeight(QFont::DemiBold);
    const QRect area = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(inset(index), 0, -side / 2, 0));
    painter->setFont(font);
    painter->setPen(isQuiet ? colours.quiet : colours.text);
    painter->setLayoutDirection(option.direction);
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(area, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter->restore();
}

} // namespace quillway::ui
