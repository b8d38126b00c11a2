// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/wrapped_button.h"

#include "ui/style/appearance.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int side = 9; // pixels from the edge to the text, as other flat buttons have it
constexpr int above = 4;
constexpr int usualWidth = 240;
constexpr int leastWidth = 80;
constexpr int textFlags = Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignVCenter;

} // namespace

WrappedButton::WrappedButton(const QString &text, Look look, QWidget *parent)
    : QPushButton(QString(text).replace(u'&', u"&&"_s), parent)
    , m_text(text)
    , m_look(look)
{
    setProperty("role", look == Look::Link ? u"gap"_s : u"card-title"_s);
    setAccessibleName(text);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappedButton::sizeHint() const
{
    return { usualWidth, heightForWidth(usualWidth) };
}

QSize WrappedButton::minimumSizeHint() const
{
    return { leastWidth, fontMetrics().height() + 2 * above };
}

int WrappedButton::heightForWidth(int width) const
{
    ensurePolished();
    const QRect room(0, 0, std::max(1, width - 2 * side), QWIDGETSIZE_MAX);
    return fontMetrics().boundingRect(room, textFlags, m_text).height() + 2 * above;
}

void WrappedButton::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    const Colours &colours = coloursFor(isDark());
    painter.setPen(!isEnabled() ? colours.quiet : m_look == Look::Link ? colours.accent : colours.text);
    painter.drawText(rect().adjusted(side, above, -side, -above), textFlags, m_text);
}

} // namespace quillway::ui
