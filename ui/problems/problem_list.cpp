// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_list.h"

#include "ui/problems/problem_model.h"
#include "ui/style/icons.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace quillway::ui {

ProblemList::ProblemList(QWidget *parent)
    : QWidget(parent)
    , m_model(new ProblemModel(this))
    , m_view(new QTableView)
    , m_heading(new QLabel)
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

    m_view->setModel(m_model);
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

void ProblemList::choose(int row)
{
    Q_EMIT chosen(Error(m_model->problem(row).error));
}

} // namespace quillway::ui
