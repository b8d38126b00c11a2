// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tags/tags_report.h"

#include <QAbstractTableModel>

namespace quillway::ui {

/// The tags of a snapshot as a table. Rows whose tags stay keep their place, so that what is selected stays so.
class TagTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Posts, First, Last, Neighbours, Doubles, ColumnCount };
    enum Role { KeyRole = Qt::UserRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<TagRow> &rows);
    [[nodiscard]] const TagRow &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1: no such tag

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TagRow> m_rows;
};

/// Why two tags are probably one: `an alias`, `its plural`.
[[nodiscard]] QString describeDouble(const analysis::TagDouble &two);

} // namespace quillway::ui
