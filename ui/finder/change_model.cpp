// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/change_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace search;

namespace {

/// What makes a change the same one in the next plan.
QString keyOf(const FileReplacements &file, const Replacement &change)
{
    return file.file.toString() + u'\n' + QString::number(change.begin) + u'\n' + change.removed;
}

} // namespace

void ChangeModel::setPlan(const ReplacementPlan &plan)
{
    QSet<QString> unchecked;
    for (qsizetype file = 0; file < m_plan.files.size(); ++file) {
        for (qsizetype i = 0; i < m_checked.at(file).size(); ++i) {
            if (!m_checked.at(file).at(i))
                unchecked.insert(keyOf(m_plan.files.at(file), m_plan.files.at(file).changes.at(i)));
        }
    }
    beginResetModel();
    m_plan = plan;
    m_checked.clear();
    for (const FileReplacements &file : plan.files) {
        QList<bool> states;
        for (const Replacement &change : file.changes)
            states.append(unchecked.isEmpty() || !unchecked.contains(keyOf(file, change)));
        m_checked.append(states);
    }
    endResetModel();
    Q_EMIT checkedChanged();
}

QList<FileReplacements> ChangeModel::checked() const
{
    QList<FileReplacements> files;
    for (qsizetype row = 0; row < m_plan.files.size(); ++row) {
        FileReplacements file = m_plan.files.at(row);
        file.changes.clear();
        for (qsizetype i = 0; i < m_checked.at(row).size(); ++i) {
            if (m_checked.at(row).at(i))
                file.changes.append(m_plan.files.at(row).changes.at(i));
        }
        if (!file.changes.isEmpty())
            files.append(file);
    }
    return files;
}

qsizetype ChangeModel::checkedCount() const
{
    qsizetype count = 0;
    for (const QList<bool> &states : m_checked)
        count += states.count(true);
    return count;
}

SitePath ChangeModel::file(const QModelIndex &index) const
{
    return m_plan.files.at(fileRow(index)).file;
}

int ChangeModel::line(const QModelIndex &index) const
{
    return isFile(index) ? 0 : m_plan.files.at(fileRow(index)).changes.at(index.row()).line;
}

QModelIndex ChangeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ChangeModel::parent(const QModelIndex &index) const
{
    return !index.isValid() || isFile(index) ? QModelIndex() : createIndex(fileRow(index), 0, quintptr(0));
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_plan.files.size());
    return isFile(parent) && parent.column() == 0 ? static_cast<int>(m_plan.files.at(parent.row()).changes.size()) : 0;
}

int ChangeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

Qt::CheckState ChangeModel::fileState(int row) const
{
    const QList<bool> &states = m_checked.at(row);
    const qsizetype count = states.count(true);
    return count == 0 ? Qt::Unchecked : count == states.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant ChangeModel::fileData(int row, int role) const
{
    const FileReplacements &file = m_plan.files.at(row);
    switch (role) {
    case Qt::DisplayRole: return file.title.isEmpty() ? file.file.toString() : file.title;
    case Qt::ToolTipRole: return file.file.toString();
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 changes")
            .arg(file.title, QString::number(m_checked.at(row).count(true)), QString::number(file.changes.size()));
    case Qt::CheckStateRole: return fileState(row);
    case AfterRole: return file.file.toString() + u"   "_s + QString::number(file.changes.size());
    default: return {};
    }
}

QVariant ChangeModel::changeData(int file, int row, int role) const
{
    const Replacement &change = m_plan.files.at(file).changes.at(row);
    switch (role) {
    case Qt::DisplayRole: return QString(change.before + change.removed + change.after);
    case Qt::AccessibleTextRole: return tr("line %1: %2 becomes %3").arg(QString::number(change.line), change.removed, change.added);
    case Qt::CheckStateRole: return m_checked.at(file).at(row) ? Qt::Checked : Qt::Unchecked;
    case BeforeRole: return change.before;
    case RemovedRole: return change.removed;
    case AddedRole: return change.added;
    case AfterRole: return change.after;
    case LineRole: return change.line;
    default: return {};
    }
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return isFile(index) ? fileData(index.row(), role) : changeData(fileRow(index), index.row(), role);
}

bool ChangeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const bool on = value.value<Qt::CheckState>() == Qt::Checked;
    const int row = fileRow(index);
    if (isFile(index))
        m_checked[row].fill(on);
    else
        m_checked[row][index.row()] = on;
    const QModelIndex top = this->index(row, 0);
    Q_EMIT dataChanged(top, top, { Qt::CheckStateRole });
    Q_EMIT dataChanged(this->index(0, 0, top), this->index(rowCount(top) - 1, 0, top), { Qt::CheckStateRole });
    Q_EMIT checkedChanged();
    return true;
}

Qt::ItemFlags ChangeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractItemModel::flags(index) | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

} // namespace quillway::ui
