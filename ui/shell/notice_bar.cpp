// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_bar.h"

#include "ui/style/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace std::chrono_literals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_actions(new QHBoxLayout)
{
    setProperty("role", u"notice"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(u"window-close"_s));
    close->setIconSize({ 16, 16 });
    close->setAccessibleName(tr("Close the notice"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::goAway);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(close);
    m_away.setSingleShot(true);
    m_away.setInterval(10s);
    connect(&m_away, &QTimer::timeout, this, &NoticeBar::goAway);
    hide();
}

void NoticeBar::goAway()
{
    m_away.stop();
    hide();
    Q_EMIT gone();
}

void NoticeBar::tell(Weight weight, const QString &text, const QList<NoticeAction> &actions)
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const NoticeAction &action : actions) {
        auto *button = new QPushButton(action.text);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            goAway();
            run();
        });
        m_actions->addWidget(button);
    }
    m_text->setText(text);
    setAccessibleName(text);
    m_icon->setPixmap(themeIcon(weight == Weight::Error ? u"data-error"_s : u"data-information"_s).pixmap(16));
    setProperty("weight", weight == Weight::Error ? u"error"_s : u"good"_s);
    style()->unpolish(this);
    style()->polish(this);
    if (weight == Weight::Good)
        m_away.start();
    else
        m_away.stop();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace quillway::ui
