// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/term_model.h"

#include <QComboBox>
#include <QCoreApplication>

namespace quillway::ui {

using importing::TermKind;
using importing::TermUse;

namespace {

QString kindName(TermKind kind)
{
    switch (kind) {
    case TermKind::Category: return TermModel::tr("Category");
    case TermKind::Section: return TermModel::tr("Section");
    case TermKind::Author: return TermModel::tr("Author");
    case TermKind::Series: return TermModel::tr("Series");
    }
    return {};
}

} // namespace

QString describeUse(TermUse use)
{
    switch (use) {
    case TermUse::Nothing: return TermModel::tr("Nothing");
    case TermUse::Tag: return TermModel::tr("A tag");
    case TermUse::TagAndTopic: return TermModel::tr("A tag and a topic");
    case TermUse::Path: return TermModel::tr("A reading path");
    }
    return {};
}

TermModel::TermModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void TermModel::setTerms(const QList<importing::Term> &terms)
{
    beginResetModel();
    m_terms = terms;
    m_uses.clear();
    for (const importing::Term &term : terms)
        m_uses.append(term.isBig ? TermUse::TagAndTopic : importing::usualUse(term.kind));
    endResetModel();
}

importing::TermUses TermModel::uses() const
{
    importing::TermUses uses;
    for (qsizetype i = 0; i < m_terms.size(); ++i)
        uses.set(m_terms[i].kind, m_terms[i].name, m_uses[i]);
    return uses;
}

int TermModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_terms.size());
}

int TermModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TermModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const importing::Term &term = m_terms.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Posts)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::EditRole && index.column() == Use)
        return int(m_uses.at(index.row()));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Kind: return kindName(term.kind);
    case Name: return term.name;
    case Posts: return term.posts;
    case Use: return describeUse(m_uses.at(index.row()));
    default: return {};
    }
}

QVariant TermModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind: return tr("Was a");
    case Name: return tr("Called");
    case Posts: return tr("Posts");
    case Use: return tr("Becomes");
    default: return {};
    }
}

Qt::ItemFlags TermModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Use ? flags | Qt::ItemIsEditable : flags;
}

bool TermModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Use)
        return false;
    const auto use = TermUse(value.toInt());
    if (!importing::possibleUses(m_terms.at(index.row()).kind).contains(use))
        return false;
    m_uses[index.row()] = use;
    Q_EMIT dataChanged(index, index);
    return true;
}

QWidget *UseDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    const auto &model = static_cast<const TermModel &>(*index.model());
    for (const TermUse use : importing::possibleUses(model.termAt(index.row()).kind))
        box->addItem(describeUse(use), int(use));
    auto *self = const_cast<UseDelegate *>(this); // the signal is not const
    connect(box, &QComboBox::activated, self, [self, box] { Q_EMIT self->commitData(box); });
    return box;
}

void UseDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
}

void UseDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
}

} // namespace quillway::ui
