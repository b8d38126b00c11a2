// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline_model.h"

#include <algorithm>

namespace quillway::ui {

void OutlineModel::setOutline(const Outline &outline)
{
    const bool sameRows = outline.size() == m_outline.size();
    if (!sameRows)
        beginResetModel();
    m_outline = outline;
    m_highest = outline.isEmpty() ? 1 : std::ranges::min(outline, {}, &OutlineHeading::level).level;
    if (!sameRows)
        endResetModel();
    else if (!outline.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_outline.size());
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutlineHeading &heading = m_outline.at(index.row());
    const QString name = heading.text.isEmpty() ? tr("without text") : heading.text;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return role == Qt::ToolTipRole ? name.toHtmlEscaped() : name;
    case Qt::AccessibleTextRole:
        return (heading.isNested ? tr("%1, heading of level %2 in a quote or list") : tr("%1, heading of level %2"))
            .arg(name, QString::number(heading.level));
    case DepthRole: return heading.level - m_highest;
    case NestedRole: return heading.isNested;
    case NamelessRole: return heading.text.isEmpty();
    default: return {};
    }
}

} // namespace quillway::ui
