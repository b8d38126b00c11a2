// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/term_use.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace quillway::ui {

/// The terms of an old blog and what becomes of each, which can be changed.
class TermModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Name, Posts, Use, ColumnCount };

    explicit TermModel(QObject *parent = nullptr);

    /// Big categories begin as topics, the others as their kind usually does.
    void setTerms(const QList<importing::Term> &terms);
    [[nodiscard]] importing::TermUses uses() const;
    [[nodiscard]] const importing::Term &termAt(int row) const { return m_terms.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    QList<importing::Term> m_terms;
    QList<importing::TermUse> m_uses; ///< one for each
};

/// What becomes of a term, in a few words.
[[nodiscard]] QString describeUse(importing::TermUse use);

/// Lets the user choose from the uses that a term can have.
class UseDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace quillway::ui
