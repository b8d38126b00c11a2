// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_delegate.h"

#include "ui/library/library_model.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

using Kind = LibraryEntry::Kind;

Kind kindOf(const QModelIndex &index)
{
    return static_cast<Kind>(index.data(LibraryModel::KindRole).toInt());
}

bool isHeading(Kind kind)
{
    return kind == Kind::Topics || kind == Kind::Paths || kind == Kind::Tags || kind == Kind::Pages;
}

QString iconName(Kind kind)
{
    switch (kind) {
    case Kind::AllPosts: return u"view-list-details"_s;
    case Kind::Drafts: return u"document-edit"_s;
    case Kind::Scheduled: return u"view-calendar"_s;
    case Kind::Topic: return u"documentinfo"_s;
    case Kind::Path: return u"distribute-horizontal-x"_s;
    case Kind::Tag: return u"tag"_s;
    case Kind::Page: return u"document-preview"_s;
    case Kind::Problems: return u"flag"_s;
    case Kind::Publishing: return u"document-send"_s;
    case Kind::Topics:
    case Kind::Paths:
    case Kind::Tags:
    case Kind::Pages: break;
    }
    return {};
}

} // namespace

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height();
    const Kind kind = kindOf(index);
    return { 100, line + (isHeading(kind) || kind == Kind::Problems ? 22 : 10) };
}

void LibraryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(isDark());
    const Kind kind = kindOf(index);
    const bool heading = isHeading(kind);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect;
    row.setLeft(0);
    if (heading || kind == Kind::Problems)
        row.setTop(row.bottom() - QFontMetrics(option.font).height() - 9);
    const QRect pill = row.adjusted(8, 0, -8, 0);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colours.accentGround : colours.hover);
        painter->drawRoundedRect(pill, 6, 6);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(colours.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

    QRect text = pill.adjusted(9, 0, -9, 0);
    QFont font = option.font;
    if (heading) {
        font.setPointSizeF(font.pointSizeF() * 0.85);
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 104);
        const bool open = option.state & QStyle::State_Open;
        if (option.state & QStyle::State_Children) {
            const QRect arrow(text.left() - 2, text.center().y() - 5, 12, 12);
            themeIcon(open ? u"arrow-down"_s : u"arrow-right"_s).paint(painter, arrow);
        }
        text.setLeft(text.left() + 16);
    } else {
        const QRect icon(text.left(), text.center().y() - 7, 16, 16);
        painter->setOpacity(selected ? 1.0 : 0.8);
        themeIcon(iconName(kind)).paint(painter, icon);
        painter->setOpacity(1.0);
        text.setLeft(icon.right() + 9);
    }
    painter->setFont(font);
    const int count = index.data(LibraryModel::CountRole).toInt();
    if (count >= 0 && !(kind == Kind::Problems && count == 0)) {
        const QString number = QLocale().toString(count);
        const int width = painter->fontMetrics().horizontalAdvance(number);
        painter->setPen(kind == Kind::Problems ? colours.warning : colours.quiet);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
        text.setRight(text.right() - width - 8);
    }
    painter->setPen(heading ? colours.quiet : colours.text);
    const QString title = heading ? index.data().toString().toUpper() : index.data().toString();
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace quillway::ui
