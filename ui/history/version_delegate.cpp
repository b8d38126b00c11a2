// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/version_delegate.h"

#include "ui/history/version_model.h"
#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QPainter>

namespace quillway::ui {

namespace {

constexpr int side = 14;
constexpr int above = 7;
constexpr int between = 2;

} // namespace

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return { 160, QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height() + between + 2 * above };
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(isDark());
    painter->save();
    paintRowGround(*painter, option);
    const QRect area = option.rect.adjusted(side, above, -side, -above);
    const QFontMetrics metrics(option.font);
    painter->setFont(option.font);
    painter->setPen(colours.text);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    const QFont small = smallFont(option.font);
    painter->setFont(small);
    painter->setPen(colours.quiet);
    painter->drawText(area.adjusted(0, metrics.height() + between, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                      QFontMetrics(small).elidedText(index.data(VersionModel::DetailRole).toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace quillway::ui
