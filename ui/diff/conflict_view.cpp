// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/conflict_view.h"

#include "ui/style/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

ConflictView::ConflictView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_ours(new QPushButton(tr("Keep mine")))
    , m_theirs(new QPushButton(tr("Take theirs")))
    , m_both(new QPushButton(tr("Keep both")))
    , m_diff(new DiffView)
{
    setProperty("role", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setProperty("role", u"heading"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_ours->setToolTip(tr("The text on the left; the one on disk stays among the previous versions"));
    m_theirs->setToolTip(tr("The text on the right; yours can be had back by undo"));
    m_both->setToolTip(tr("One text with the changes of both, to be edited: where they differ, your passage and then theirs"));
    auto *close = new QToolButton;
    close->setIcon(themeIcon(u"window-close"_s));
    close->setIconSize({ 16, 16 });
    close->setAccessibleName(tr("Decide later"));
    close->setToolTip(tr("Decide later; until then nothing is overwritten"));
    connect(close, &QToolButton::clicked, this, &ConflictView::closeRequested);
    connect(m_ours, &QPushButton::clicked, this, [this] { Q_EMIT resolved(ConflictChoice::Ours, QByteArray(m_shown.ours.bytes)); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { Q_EMIT resolved(ConflictChoice::Theirs, QByteArray(m_shown.theirs.bytes)); });
    connect(m_both, &QPushButton::clicked, this,
            [this] { Q_EMIT resolved(ConflictChoice::Both, m_shown.merge.text(text::MergeSide::Both)); });
    connect(m_diff, &DiffView::compared, this, [this] { setChoosable(true); });

    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 6, 6, 6); // as the view below
    header->setSpacing(8);
    header->addWidget(m_title, 1);
    for (QPushButton *button : { m_ours, m_theirs, m_both })
        header->addWidget(button);
    header->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_diff, 1);
    setFocusProxy(m_diff);
    setChoosable(false);
}

void ConflictView::setChoosable(bool choosable)
{
    for (QPushButton *button : { m_ours, m_theirs, m_both })
        button->setEnabled(choosable);
}

void ConflictView::showConflict(const ShownConflict &conflict)
{
    m_shown = conflict;
    setChoosable(false);
    m_title->setText(conflict.heading);
    m_diff->compare(conflict.ours, conflict.theirs);
}

} // namespace quillway::ui
