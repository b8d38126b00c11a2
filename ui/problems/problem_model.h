// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QAbstractTableModel>

namespace quillway::ui {

/// Diagnostics as rows: weight, file, line, what is wrong. The worst come first, then by place.
class ProblemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, FileColumn, LineColumn, ColumnCount };

    explicit ProblemModel(QObject *parent = nullptr);

    void setProblems(Diagnostics problems);
    [[nodiscard]] const Diagnostic &problem(int row) const { return m_problems.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Diagnostics m_problems;
};

} // namespace quillway::ui
