// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/post_delegate.h"

#include "ui/posts/post_list_model.h"
#include "ui/style/appearance.h"
#include "ui/style/list_rows.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using search::PostState;

namespace {

constexpr int side = 14;
constexpr int above = 9;
constexpr int between = 3;

QFont titleFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setWeight(QFont::Medium);
    return font;
}

QString stateWord(PostState state)
{
    switch (state) {
    case PostState::Draft: return PostDelegate::tr("Draft");
    case PostState::Scheduled: return PostDelegate::tr("Scheduled");
    case PostState::Published: break;
    }
    return {};
}

/// A word in a rounded frame, right-aligned in `area`; the width that it took.
int paintChip(QPainter &painter, const QRect &area, const QString &word, const QColor &colour)
{
    const int width = painter.fontMetrics().horizontalAdvance(word) + 12;
    const QRect chip(area.right() - width + 1, area.top() - 1, width, area.height() + 2);
    QColor ground = colour;
    ground.setAlphaF(0.13F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter.setPen(colour);
    painter.drawText(chip, Qt::AlignCenter, word);
    return width + 6;
}

} // namespace

QSize PostDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int height = 2 * above + between + QFontMetrics(titleFont(option)).height() + QFontMetrics(smallFont(option.font)).height();
    return { 120, height };
}

void PostDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(isDark());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option);

    const QFontMetrics titleMetrics(titleFont(option));
    QRect title = option.rect.adjusted(side, above, -side, 0);
    title.setHeight(titleMetrics.height());
    if (index.data(PostListModel::ModifiedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.accent);
        painter->drawEllipse(QPointF(title.right() - 3, title.center().y() + 0.5), 3.5, 3.5);
        title.setRight(title.right() - 14);
    }
    QString text = index.data(PostListModel::TitleRole).toString();
    const bool untitled = text.isEmpty();
    if (untitled)
        text = tr("Untitled");
    painter->setFont(titleFont(option));
    painter->setPen(untitled ? colours.quiet : colours.text);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      titleMetrics.elidedText(text, Qt::ElideRight, title.width()));

    painter->setFont(smallFont(option.font));
    QRect line(title.left(), title.bottom() + 1 + between, option.rect.right() - side - title.left() + 1, painter->fontMetrics().height());
    const auto state = static_cast<PostState>(index.data(PostListModel::StateRole).toInt());
    if (state != PostState::Published)
        line.setRight(line.right()
                      - paintChip(*painter, line, stateWord(state), state == PostState::Draft ? colours.warning : colours.accent));
    const QDateTime date = index.data(PostListModel::DateRole).toDateTime();
    const QString day = date.isValid() ? QLocale().toString(date.date(), u"d MMM yyyy"_s) : tr("no date");
    const QString tags = index.data(PostListModel::TagsRole).toStringList().join(u", "_s);
    painter->setPen(colours.quiet);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(tags.isEmpty() ? day : day + u"   "_s + tags, Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace quillway::ui
