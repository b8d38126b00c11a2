// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_delegate.h"

#include "ui/finder/finder_model.h"
#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QPainter>
#include <QTextLayout>

namespace quillway::ui {

namespace {

constexpr int side = 12;
constexpr int iconSize = 18;
constexpr int gap = 10;
constexpr int leadDigits = 4;

QColor faint(const Colours &colours)
{
    return mixed(colours.quiet, colours.ground, 0.5);
}

/// Words in a text have a ground, like hits in the editor; letters strewn over a name are strong.
QTextCharFormat foundFormat(bool inText, bool enabled)
{
    const Colours &colours = coloursFor(isDark());
    QTextCharFormat found;
    if (inText) {
        QColor ground = colours.warning;
        ground.setAlpha(isDark() ? 90 : 60);
        found.setBackground(ground);
        return found;
    }
    found.setFontWeight(QFont::Bold);
    if (enabled)
        found.setForeground(colours.accent);
    return found;
}

QList<QTextLayout::FormatRange> formatsOf(const QList<search::Mark> &marks, const QTextCharFormat &found)
{
    QList<QTextLayout::FormatRange> formats;
    for (const search::Mark &mark : marks)
        formats.append({ static_cast<int>(mark.begin), static_cast<int>(mark.length), found });
    return formats;
}

/// One line of text with its marks, cut at the right; how wide it was.
int paintMarked(QPainter &painter, const QRect &area, const QString &text, const QList<search::Mark> &marks, const QTextCharFormat &found)
{
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(metrics.elidedText(text, Qt::ElideRight, area.width()), painter.font());
    layout.setFormats(formatsOf(marks, found));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
    return static_cast<int>(line.naturalTextWidth());
}

} // namespace

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return { 200, std::max(iconSize, option.fontMetrics.height()) + 13 };
}

void FinderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(isDark());
    const bool enabled = index.data(FinderModel::EnabledRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setBrush(option.state & QStyle::State_Selected ? colours.accentGround : colours.hover);
        painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), 5, 5);
    }
    QRect area = option.rect.adjusted(side, 0, -side, 0);

    const QFont small = smallFont(option.font);
    if (const QString hint = index.data(FinderModel::HintRole).toString(); !hint.isEmpty()) {
        painter->setFont(small);
        painter->setPen(enabled ? colours.quiet : faint(colours));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, hint);
        area.setRight(area.right() - QFontMetrics(small).horizontalAdvance(hint) - 2 * gap);
    }
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    const QString lead = index.data(FinderModel::LeadRole).toString();
    if (!lead.isEmpty()) {
        const int width = std::max(QFontMetrics(small).horizontalAdvance(QString(leadDigits, u'0')),
                                   QFontMetrics(small).horizontalAdvance(lead));
        painter->setFont(small);
        painter->setPen(colours.quiet);
        painter->drawText(QRect(area.left(), area.top(), width, area.height()), Qt::AlignRight | Qt::AlignVCenter, lead);
        area.setLeft(area.left() + width + gap);
    } else {
        icon.paint(painter, QRect(area.left(), area.center().y() - iconSize / 2 + 1, iconSize, iconSize), Qt::AlignCenter,
                   enabled ? QIcon::Normal : QIcon::Disabled);
        area.setLeft(area.left() + iconSize + gap);
    }

    QFont font = option.font;
    if (index.data(FinderModel::StrongRole).toBool())
        font.setWeight(QFont::DemiBold);
    const bool inText = !lead.isEmpty() || index.data(FinderModel::StrongRole).toBool();
    painter->setFont(font);
    painter->setPen(enabled ? colours.text : faint(colours));
    const int width = paintMarked(*painter, area, index.data().toString(), index.data(FinderModel::MarksRole).value<QList<search::Mark>>(),
                                  foundFormat(inText, enabled));
    area.setLeft(area.left() + width + gap);
    if (const QString detail = index.data(FinderModel::DetailRole).toString(); !detail.isEmpty() && area.width() > 40) {
        painter->setFont(small);
        painter->setPen(enabled ? colours.quiet : faint(colours));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(small).elidedText(detail, Qt::ElideMiddle, area.width()));
    }
    painter->restore();
}

} // namespace quillway::ui
