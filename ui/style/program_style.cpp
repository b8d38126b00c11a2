// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/program_style.h"

#include "ui/style/appearance.h"
#include "ui/style/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

void drawCheck(QPainter *painter, const QRectF &box)
{
    QPainterPath check;
    check.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52);
    check.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.70);
    check.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.31);
    painter->drawPath(check);
}

void drawBox(const QStyleOption &option, QPainter *painter, bool round)
{
    const Colours &colours = coloursFor(isDark());
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor edge = !enabled ? colours.line : on || (option.state & QStyle::State_HasFocus) ? colours.accent : colours.quiet;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(on && enabled ? colours.accent : on ? colours.line : colours.ground);
    const double radius = round ? box.height() / 2 : 3;
    painter->drawRoundedRect(box, radius, radius);
    painter->setPen(QPen(colours.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.onAccent);
        painter->drawEllipse(box.center(), box.width() / 5, box.width() / 5);
    } else if (on) {
        drawCheck(painter, box);
    }
    painter->restore();
}

/// As line edits are (style_sheet.cpp), with an arrow.
void drawComboBox(const QStyleOptionComboBox &option, const QRectF &arrow, QPainter *painter)
{
    const Colours &colours = coloursFor(isDark());
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool over = enabled && (option.state & QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(enabled && (option.state & QStyle::State_HasFocus) ? colours.accent : over ? colours.quiet : colours.line);
    painter->setBrush(colours.ground);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter->setPen(QPen(enabled ? colours.quiet : colours.line, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = arrow.center();
    painter->drawPolyline(QPolygonF { middle + QPointF(-3.5, -1.75), middle + QPointF(0, 1.75), middle + QPointF(3.5, -1.75) });
    painter->restore();
}

} // namespace

ProgramStyle::ProgramStyle()
    : QProxyStyle(u"Fusion"_s)
{ }

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox)
        return drawBox(*option, painter, false);
    if (element == PE_IndicatorRadioButton)
        return drawBox(*option, painter, true);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ProgramStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const auto *box = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (box && !box->editable)
        return drawComboBox(*box, subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget), painter);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ProgramStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    constexpr int margin = 4; // pixels, to begin where the text of a line edit does
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *box = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (!box || box->editable || part != SC_ComboBoxEditField)
        return rect;
    return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -margin, 0) : rect.adjusted(margin, 0, 0, 0);
}

QSize ProgramStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    constexpr int room = 4; // pixels: the text's margin, and as much above and below to be as high as the line edits beside it
    const QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_ComboBox ? made + QSize(room, room) : made;
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QIcon ProgramStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    const auto known = m_icons.constFind(which);
    if (known != m_icons.cend())
        return *known;
    QIcon icon;
    if (which == SP_LineEditClearButton)
        icon = themeIcon(u"edit-clear"_s);
    else if (which == SP_TabCloseButton)
        icon = themeIcon(u"tab-close"_s);
    if (icon.isNull())
        icon = QProxyStyle::standardIcon(which, option, widget);
    m_icons.insert(which, icon);
    return icon;
}

} // namespace quillway::ui
