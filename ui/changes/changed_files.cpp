// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changed_files.h"

#include <algorithm>

namespace quillway::ui {

void ChangedFiles::setChange(const changes::SiteChange &change)
{
    beginResetModel();
    m_files.clear();
    for (const changes::Move &move : change.moves) {
        const auto isMoved = [&](const changes::TextEdit &edit) { return edit.file == move.to; };
        if (std::ranges::none_of(change.edits, isMoved)) // else its texts say it
            m_files.append({ .from = move.from, .to = move.to, .before = {}, .after = {}, .isMove = true });
    }
    for (const changes::TextEdit &edit : change.edits)
        m_files.append({ .from = changes::placeBefore(edit.file, change), .to = edit.file, .before = edit.before, .after = edit.after });
    endResetModel();
}

QString ChangedFiles::describe(const ChangedFile &file)
{
    if (file.isMove || (file.from != file.to && file.before && file.after))
        return tr("renamed from “%1”").arg(file.from.toString());
    if (!file.before)
        return tr("new");
    return file.after ? QString() : tr("removed");
}

int ChangedFiles::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant ChangedFiles::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChangedFile &file = m_files.at(index.row());
    const QString what = describe(file);
    const QString text = what.isEmpty() ? file.to.toString() : tr("%1 (%2)").arg(file.to.toString(), what);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? QVariant(text) : QVariant();
}

} // namespace quillway::ui
