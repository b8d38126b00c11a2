// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/advice_panel.h"

#include "ui/style/list_rows.h"
#include "ui/style/wrapped_button.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

constexpr int side = 8;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", u"heading"_s);
    label->setContentsMargins(side, 16, side, 2);
    label->hide();
    return label;
}

/// What was shown goes once nothing of it is being pressed any more.
void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QPushButton *linkButton(const QString &text)
{
    auto *button = new QPushButton(QString(text).replace(u'&', u"&&"_s));
    button->setProperty("role", u"link"_s);
    return button;
}

} // namespace

AdvicePanel::AdvicePanel(QWidget *parent)
    : QWidget(parent)
    , m_missing(heading(tr("What is missing")))
    , m_gaps(new QVBoxLayout)
    , m_perhaps(heading(tr("Perhaps posts of the topic")))
    , m_candidates(new QVBoxLayout)
{
    m_gaps->setSpacing(0);
    m_candidates->setSpacing(10);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(m_missing);
    rows->addLayout(m_gaps);
    rows->addWidget(m_perhaps);
    rows->addLayout(m_candidates);
}

void AdvicePanel::setAdvice(const TopicAdvice &advice)
{
    QStringList shown;
    for (const analysis::TopicGap &gap : advice.gaps)
        shown.append(describe(gap));
    for (const analysis::TopicCandidate &candidate : advice.candidates)
        shown.append(candidate.post->title + u'\n' + describe(candidate.reasons).join(u'\n'));
    if (shown == m_shown)
        return;
    m_shown = shown;
    clear(*m_gaps);
    clear(*m_candidates);
    for (const analysis::TopicGap &gap : advice.gaps)
        addGap(gap);
    for (const analysis::TopicCandidate &candidate : advice.candidates)
        addCandidate(candidate);
    m_missing->setVisible(!advice.gaps.isEmpty());
    m_perhaps->setVisible(!advice.candidates.isEmpty());
}

void AdvicePanel::addGap(const analysis::TopicGap &gap)
{
    auto *button = new WrappedButton(describe(gap), WrappedButton::Look::Link);
    button->setToolTip(tr("Go there"));
    m_gaps->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, key = keyOf(gap)] { Q_EMIT keyWanted(key); });
}

void AdvicePanel::addCandidate(const analysis::TopicCandidate &candidate)
{
    const QString slug = candidate.post->slug;
    auto *card = new QWidget;
    card->setAccessibleName(candidate.post->title);
    auto *title = new WrappedButton(candidate.post->title, WrappedButton::Look::Title);
    connect(title, &QPushButton::clicked, this, [this, file = candidate.post->file] { Q_EMIT fileWanted(file); });
    QString why = describe(candidate.reasons).join(u"; "_s);
    if (!why.isEmpty())
        why[0] = why.at(0).toUpper();
    auto *reasons = new QLabel(why);
    reasons->setProperty("role", u"quiet"_s);
    reasons->setTextFormat(Qt::PlainText);
    reasons->setWordWrap(true);
    reasons->setFont(smallFont(font()));
    reasons->setContentsMargins(side, 0, side, 0);
    auto *add = linkButton(tr("Add"));
    add->setAccessibleName(tr("Add “%1” to the topic").arg(candidate.post->title));
    auto *leave = linkButton(tr("Leave out"));
    leave->setAccessibleName(tr("“%1” is not for this topic").arg(candidate.post->title));
    connect(add, &QPushButton::clicked, this, [this, slug] { Q_EMIT postChosen(slug, true); });
    connect(leave, &QPushButton::clicked, this, [this, slug] { Q_EMIT postChosen(slug, false); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    buttons->addWidget(add);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    rows->addWidget(title);
    rows->addWidget(reasons);
    rows->addLayout(buttons);
    m_candidates->addWidget(card);
}

} // namespace quillway::ui
