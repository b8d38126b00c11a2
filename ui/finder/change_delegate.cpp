// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/change_delegate.h"

#include "ui/finder/change_model.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// A text in pieces, each with its format.
struct Line {
    QString text;
    QList<QTextLayout::FormatRange> formats;

    void add(QString piece, const QTextCharFormat &format)
    {
        piece.replace(u'\n', u'↵').replace(u'\t', u' ');
        formats.append({ static_cast<int>(text.size()), static_cast<int>(piece.size()), format });
        text += piece;
    }
};

QTextCharFormat coloured(const QColor &text, const QColor &ground = {})
{
    QTextCharFormat format;
    format.setForeground(text);
    if (ground.isValid()) {
        QColor faint = ground;
        faint.setAlphaF(0.16F);
        format.setBackground(faint);
    }
    return format;
}

Line lineOf(const QModelIndex &index, const Colours &colours)
{
    const bool wanted = index.data(Qt::CheckStateRole).value<Qt::CheckState>() != Qt::Unchecked;
    Line line;
    if (!index.parent().isValid()) {
        QTextCharFormat title = coloured(colours.text);
        title.setFontWeight(QFont::DemiBold);
        line.add(index.data().toString(), title);
        line.add(u"   "_s + index.data(ChangeModel::AfterRole).toString(), coloured(colours.quiet));
        return line;
    }
    const QTextCharFormat around = coloured(wanted ? colours.text : colours.quiet);
    line.add(QString::number(index.data(ChangeModel::LineRole).toInt()) + u"   "_s, coloured(colours.quiet));
    line.add(index.data(ChangeModel::BeforeRole).toString(), around);
    if (wanted) {
        QTextCharFormat removed = coloured(colours.error, colours.error);
        removed.setFontStrikeOut(true);
        line.add(index.data(ChangeModel::RemovedRole).toString(), removed);
        QTextCharFormat added = coloured(colours.success, colours.success);
        added.setFontUnderline(true);
        line.add(index.data(ChangeModel::AddedRole).toString(), added);
    } else {
        line.add(index.data(ChangeModel::RemovedRole).toString(), around);
    }
    line.add(index.data(ChangeModel::AfterRole).toString(), around);
    return line;
}

} // namespace

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return { 200, option.fontMetrics.height() + 9 };
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    const QStyle *style = box.widget ? box.widget->style() : QApplication::style();
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &box, box.widget);
    box.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &box, painter, box.widget);

    const Line line = lineOf(index, coloursFor(isDark()));
    QTextLayout layout(line.text, option.font);
    QTextOption noWrap;
    noWrap.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(noWrap);
    layout.setFormats(line.formats);
    layout.beginLayout();
    QTextLine shown = layout.createLine();
    shown.setLineWidth(area.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(area);
    layout.draw(painter, QPointF(area.left() + 4, area.top() + (area.height() - shown.height()) / 2));
    painter->restore();
}

} // namespace quillway::ui
