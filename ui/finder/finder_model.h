// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/line_hits.h"

#include <QAbstractListModel>
#include <QIcon>

#include <functional>

namespace quillway::ui {

/// A row of the finder: something to go to or to do.
struct FinderItem {
    QIcon icon {};
    search::MarkedText text {};
    QString lead {}; ///< before the text, right-aligned: a line's number
    QString detail {}; ///< behind it, quietly
    QString hint {}; ///< at the right end: a shortcut, a kind
    bool strong = false; ///< it stands above the rows that follow
    bool enabled = true; ///< false: to be seen, not to be chosen
    std::function<void()> run {};
};

class FinderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { MarksRole = Qt::UserRole, LeadRole, DetailRole, HintRole, StrongRole, EnabledRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<FinderItem> &items);
    [[nodiscard]] const FinderItem &item(int row) const { return m_items.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<FinderItem> m_items;
};

} // namespace quillway::ui

Q_DECLARE_METATYPE(QList<quillway::search::Mark>)
