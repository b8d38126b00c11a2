// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_table_model.h"

#include "ui/style/appearance.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using Reason = analysis::TagDouble::Reason;

namespace {

QString reasonText(Reason reason)
{
    switch (reason) {
    case Reason::Alias: return TagTableModel::tr("an alias in tags.toml");
    case Reason::Spelling: return TagTableModel::tr("spelled differently");
    case Reason::Plural: return TagTableModel::tr("singular and plural");
    case Reason::Typo: return TagTableModel::tr("perhaps mistyped");
    case Reason::SamePosts: return TagTableModel::tr("on the same posts");
    }
    return {};
}

QString day(const std::optional<QDate> &date)
{
    return date ? QLocale().toString(*date, u"d MMM yyyy"_s) : QString();
}

QString neighboursText(const TagRow &row)
{
    QStringList names;
    for (const analysis::TagNeighbour &neighbour : row.use.neighbours)
        names.append(neighbour.tag.name);
    return names.join(u", "_s);
}

QString doublesText(const TagRow &row)
{
    QStringList names;
    for (const analysis::TagDouble &two : row.doubles)
        names.append(otherOf(two, row.key()).name);
    return names.join(u", "_s);
}

QString tip(const TagRow &row, int column)
{
    QStringList lines;
    if (column == TagTableModel::Neighbours) {
        for (const analysis::TagNeighbour &neighbour : row.use.neighbours)
            lines.append(TagTableModel::tr("%1: %L2 together").arg(neighbour.tag.name).arg(neighbour.together));
    } else if (column == TagTableModel::Doubles) {
        for (const analysis::TagDouble &two : row.doubles)
            lines.append(TagTableModel::tr("%1: %2").arg(otherOf(two, row.key()).name, describeDouble(two)));
    } else if (column == TagTableModel::Name) {
        lines.append(row.info.description);
    }
    lines.removeAll(QString());
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

} // namespace

QString describeDouble(const analysis::TagDouble &two)
{
    QStringList reasons;
    std::ranges::transform(two.reasons, std::back_inserter(reasons), reasonText);
    return reasons.join(u", "_s);
}

void TagTableModel::setRows(const QList<TagRow> &rows)
{
    if (std::ranges::equal(rows, m_rows, {}, &TagRow::key, &TagRow::key)) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int TagTableModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &TagRow::key);
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int TagTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TagTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TagTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TagRow &tag = m_rows.at(index.row());
    const int column = index.column();
    if (role == KeyRole)
        return tag.key();
    if (role == Qt::ToolTipRole)
        return tip(tag, column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column == Posts ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole)
        return column == Name ? QVariant() : QVariant(column == Doubles ? coloursFor(isDark()).warning : coloursFor(isDark()).quiet);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool sorts = role == SortRole;
    switch (column) {
    case Name: return sorts ? tag.key() : tag.name();
    case Posts: return sorts ? QVariant(tag.use.posts) : QVariant(QLocale().toString(tag.use.posts));
    case First: return sorts ? QVariant(tag.use.first.value_or(QDate())) : QVariant(day(tag.use.first));
    case Last: return sorts ? QVariant(tag.use.last.value_or(QDate())) : QVariant(day(tag.use.last));
    case Neighbours: return neighboursText(tag);
    case Doubles: return doublesText(tag);
    default: return {};
    }
}

QVariant TagTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == Posts ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Tag");
    case Posts: return tr("Posts");
    case First: return tr("First");
    case Last: return tr("Last");
    case Neighbours: return tr("Together with");
    case Doubles: return tr("Perhaps the same as");
    default: return {};
    }
}

} // namespace quillway::ui
