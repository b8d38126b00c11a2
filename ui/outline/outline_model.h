// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outline/outline.h"

#include <QAbstractListModel>

namespace quillway::ui {

/// The headings of a text as rows.
class OutlineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DepthRole = Qt::UserRole + 1, ///< how far it is set in: 0 for the highest level that the text has
        NestedRole, ///< bool: in a quote or list
        NamelessRole, ///< bool: the text is ours, the heading has none
    };

    using QAbstractListModel::QAbstractListModel;

    /// Rows stay the same ones if only texts and places differ.
    void setOutline(const Outline &outline);
    [[nodiscard]] const Outline &outline() const { return m_outline; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Outline m_outline;
    int m_highest = 1;
};

} // namespace quillway::ui
