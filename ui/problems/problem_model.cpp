// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_model.h"

#include "ui/problems/messages.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return u"data-error"_s;
    case Severity::Warning: return u"data-warning"_s;
    case Severity::Note: break;
    }
    return u"data-information"_s;
}

} // namespace

ProblemModel::ProblemModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ProblemModel::setProblems(Diagnostics problems)
{
    sortByPlace(problems);
    std::ranges::stable_sort(problems, std::greater(), &Diagnostic::severity);
    if (problems == m_problems)
        return;
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Diagnostic &problem = m_problems.at(index.row());
    if (role == Qt::DecorationRole && index.column() == SeverityColumn)
        return themeIcon(iconName(problem.severity));
    if (role == Qt::ToolTipRole)
        return describeProblem(problem.error).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SeverityColumn: return severityName(problem.severity);
    case MessageColumn: return describeProblem(problem.error);
    case FileColumn: return problem.error.file;
    case LineColumn: return problem.error.position.isValid() ? QVariant(problem.error.position.line) : QVariant();
    default: return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case SeverityColumn: return tr("Weight");
    case MessageColumn: return tr("Problem");
    case FileColumn: return tr("File");
    case LineColumn: return tr("Line");
    default: return {};
    }
}

} // namespace quillway::ui
