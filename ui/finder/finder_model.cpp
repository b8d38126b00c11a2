// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_model.h"

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

/// A row as a screen reader says it.
QString spoken(const FinderItem &item)
{
    QStringList parts;
    if (!item.lead.isEmpty())
        parts.append(FinderModel::tr("line %1").arg(item.lead));
    parts += { item.text.text, item.detail, item.hint };
    if (!item.enabled)
        parts.append(FinderModel::tr("not available"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

void FinderModel::setItems(const QList<FinderItem> &items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

int FinderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant FinderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FinderItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.text.text;
    case Qt::AccessibleTextRole: return spoken(item);
    case Qt::DecorationRole: return item.icon;
    case MarksRole: return QVariant::fromValue(item.text.marks);
    case LeadRole: return item.lead;
    case DetailRole: return item.detail;
    case HintRole: return item.hint;
    case StrongRole: return item.strong;
    case EnabledRole: return item.enabled;
    default: return {};
    }
}

} // namespace quillway::ui
