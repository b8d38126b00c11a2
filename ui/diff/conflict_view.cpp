// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/conflict_view.h"

#include "ui/diff/diff_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

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
    m_ours->setToolTip(tr("The text on the left; what the other program wrote stays among the previous versions"));
    m_theirs->setToolTip(tr("The text on the right; yours can be had back by undo"));
    m_both->setToolTip(tr("One text with the changes of both, and both passages where they differ"));
    connect(m_ours, &QPushButton::clicked, this, [this] { Q_EMIT resolved(QByteArray(m_oursText)); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { Q_EMIT resolved(QByteArray(m_theirsText)); });
    connect(m_both, &QPushButton::clicked, this, [this] { Q_EMIT resolved(m_merge.text(text::MergeSide::Both)); });

    auto *header = new QHBoxLayout;
    header->setContentsMargins(14, 6, 8, 6);
    header->setSpacing(8);
    header->addWidget(m_title, 1);
    for (QPushButton *button : { m_ours, m_theirs, m_both }) {
        button->setEnabled(false);
        header->addWidget(button);
        connect(m_diff, &DiffView::compared, button, [button] { button->setEnabled(true); });
    }
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_diff, 1);
    setFocusProxy(m_diff);
}

void ConflictView::showConflict(const QString &title, const QByteArray &ours, const QByteArray &theirs, const text::Merge &merge)
{
    m_oursText = ours;
    m_theirsText = theirs;
    m_merge = merge;
    for (QPushButton *button : { m_ours, m_theirs, m_both })
        button->setEnabled(false);
    m_title->setText(tr("Another program changed “%1” where you did").arg(title));
    m_diff->compare({ tr("Mine"), ours }, { tr("On disk"), theirs });
}

} // namespace quillway::ui
