// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/replacements.h"

#include <QAbstractItemModel>

namespace quillway::ui {

/// The changes of a plan: files, and below each its changes, with check boxes. A file's box stands for all of its changes.
class ChangeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { BeforeRole = Qt::UserRole, RemovedRole, AddedRole, AfterRole, LineRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// What was not checked in the plan before and is the same in this one stays so; all else is checked.
    void setPlan(const search::ReplacementPlan &plan);

    /// Files with those of their changes that are checked; files without any are left out.
    [[nodiscard]] QList<search::FileReplacements> checked() const;
    [[nodiscard]] qsizetype checkedCount() const;

    /// The file of a row, and the line of a change (else 0).
    [[nodiscard]] SitePath file(const QModelIndex &index) const;
    [[nodiscard]] int line(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    [[nodiscard]] static bool isFile(const QModelIndex &index) { return index.internalId() == 0; }
    [[nodiscard]] static int fileRow(const QModelIndex &index)
    {
        return isFile(index) ? index.row() : static_cast<int>(index.internalId()) - 1;
    }
    [[nodiscard]] QVariant fileData(int row, int role) const;
    [[nodiscard]] QVariant changeData(int file, int row, int role) const;
    [[nodiscard]] Qt::CheckState fileState(int row) const;

    search::ReplacementPlan m_plan;
    QList<QList<bool>> m_checked; ///< by file, by change
};

} // namespace quillway::ui
