// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline_panel.h"

#include "ui/outline/outline_list.h"
#include "ui/outline/outline_model.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

QString describe(OutlinePanel::Absent absent)
{
    switch (absent) {
    case OutlinePanel::Absent::NotRead: return {};
    case OutlinePanel::Absent::NoMarkdown: return OutlinePanel::tr("Only texts in Markdown have an outline.");
    case OutlinePanel::Absent::NoText: return OutlinePanel::tr("No text is open.");
    case OutlinePanel::Absent::TooLong: return OutlinePanel::tr("This text is too long for an outline.");
    case OutlinePanel::Absent::NoHeadings: break;
    }
    return OutlinePanel::tr("This text has no headings yet. A line that begins with ## is one.");
}

} // namespace

OutlinePanel::OutlinePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new OutlineModel(this))
    , m_list(new OutlineList(*m_model))
    , m_absent(new QLabel)
    , m_stack(new QStackedWidget)
{
    setProperty("role", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *title = new QLabel(tr("Outline"));
    title->setProperty("role", u"heading"_s);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(u"window-close"_s));
    close->setIconSize({ 16, 16 });
    close->setAccessibleName(tr("Close the outline"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &OutlinePanel::closeRequested);

    m_list->setAccessibleName(tr("Outline"));
    m_list->setAccessibleDescription(tr("Enter goes to the heading; Alt with an arrow key moves its section up or down"));
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(m_list, &OutlineList::dropped, this, &OutlinePanel::moveRequested);
    addActions();
    m_absent->setProperty("role", u"quiet"_s);
    m_absent->setWordWrap(true);
    m_absent->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_absent->setContentsMargins(14, 4, 14, 4);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(14, 6, 6, 6);
    header->addWidget(title, 1);
    header->addWidget(close);
    m_stack->addWidget(m_absent);
    m_stack->addWidget(m_list);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    setOutline({}, Absent::NoText);
}

void OutlinePanel::addActions()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto run) {
        auto *action = new QAction(text, m_list);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, [this, run] {
            if (const QModelIndex index = m_list->currentIndex(); index.isValid())
                run(index.row());
        });
    };
    using text::Direction;
    add(tr("Go there"), { Qt::Key_Return, Qt::Key_Enter }, [this](int row) { Q_EMIT chosen(row); });
    add(tr("Move section up"), { Qt::ALT | Qt::Key_Up }, [this](int row) { Q_EMIT stepRequested(row, Direction::Up); });
    add(tr("Move section down"), { Qt::ALT | Qt::Key_Down }, [this](int row) { Q_EMIT stepRequested(row, Direction::Down); });
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void OutlinePanel::setOutline(const Outline &outline, Absent absent)
{
    m_model->setOutline(outline);
    m_absent->setText(describe(absent));
    m_stack->setCurrentIndex(outline.isEmpty() ? 0 : 1);
}

void OutlinePanel::setCurrent(qsizetype heading)
{
    if (m_list->isDragging() || m_list->currentIndex().row() == heading)
        return;
    if (heading < 0)
        return m_list->setCurrentIndex({});
    m_list->setCurrentIndex(m_model->index(static_cast<int>(heading)));
    m_list->scrollTo(m_list->currentIndex());
}

void OutlinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT textWanted();
    QWidget::keyPressEvent(event);
}

} // namespace quillway::ui
