// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_list.h"

#include "ui/problems/messages.h"
#include "ui/problems/problem_model.h"
#include "ui/style/icons.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

ProblemList::ProblemList(QWidget *parent)
    : QWidget(parent)
    , m_model(new ProblemModel(this))
    , m_view(new QTableView)
    , m_heading(new QLabel)
    , m_external(new QToolButton)
    , m_fix(new QToolButton)
{
    setProperty("role", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_heading->setProperty("role", u"heading"_s);
    auto *close = new QToolButton;
    close->setIcon(themeIcon(u"window-close"_s));
    close->setIconSize({ 16, 16 });
    close->setAccessibleName(tr("Close the list of problems"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &ProblemList::closeRequested);

    m_external->setToolTip(tr("Ask other sites whether the links to them still lead somewhere"));
    connect(m_external, &QToolButton::clicked, this, &ProblemList::externalCheckRequested);
    setExternalProgress(0, 0);

    m_fix->setText(tr("Fix…"));
    m_fix->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_fix->setToolTip(tr("What would put the chosen problem right"));
    m_fix->setEnabled(false);
    connect(m_fix, &QToolButton::clicked, this, &ProblemList::requestFixes);

    m_view->setModel(m_model);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ProblemList::requestFixes);
    const auto enableFix = [this] { m_fix->setEnabled(m_view->currentIndex().isValid()); };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, enableFix);
    connect(m_model, &QAbstractItemModel::modelReset, this, enableFix);
    m_view->setAccessibleName(tr("Problems"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(ProblemModel::MessageColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(ProblemModel::SeverityColumn, fontMetrics().horizontalAdvance(u"Warning"_s) + 60);
    m_view->setColumnWidth(ProblemModel::FileColumn, fontMetrics().averageCharWidth() * 44);
    m_view->setColumnWidth(ProblemModel::LineColumn, fontMetrics().horizontalAdvance(u"00000"_s) + 24);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });

    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 4, 6, 4);
    header->addWidget(m_heading, 1);
    header->addWidget(m_external);
    header->addWidget(m_fix);
    header->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(header);
    rows->addWidget(m_view, 1);
    setProblems({});
}

void ProblemList::setProblems(const Diagnostics &problems)
{
    m_model->setProblems(problems);
    m_heading->setText(problems.isEmpty()         ? tr("No problems")
                           : problems.size() == 1 ? tr("1 problem")
                                                  : tr("%Ln problems", nullptr, static_cast<int>(problems.size())));
}

void ProblemList::setExternalProgress(int done, int total)
{
    m_external->setText(total == 0 ? tr("Check links to other sites") : tr("Stop asking other sites (%L1 of %L2)").arg(done).arg(total));
}

void ProblemList::requestFixes()
{
    if (const QModelIndex row = m_view->currentIndex(); row.isValid())
        Q_EMIT fixesRequested(Diagnostic(m_model->problem(row.row())));
}

void ProblemList::offer(const Diagnostic &problem, const QList<changes::Fix> &fixes)
{
    const QModelIndex row = m_view->currentIndex();
    if (!row.isValid() || m_model->problem(row.row()) != problem)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Fixes"));
    for (const changes::Fix &fix : fixes)
        connect(menu->addAction(describeFix(fix).replace(u'&', u"&&"_s)), &QAction::triggered, this, [this, fix] { Q_EMIT fixChosen(fix); });
    if (fixes.isEmpty())
        menu->addAction(tr("Only you can tell how this is put right"))->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(tr("Go to the place")), &QAction::triggered, this, [this, place = problem.error] { Q_EMIT chosen(place); });
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(row).bottomLeft()));
    menu->setActiveAction(menu->actions().constFirst());
}

void ProblemList::choose(int row)
{
    Q_EMIT chosen(Error(m_model->problem(row).error));
}

} // namespace quillway::ui
