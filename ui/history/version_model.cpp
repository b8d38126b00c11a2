// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/version_model.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace quillway::ui {

void VersionModel::setVersions(const QList<store::Version> &versions, const QByteArray &current, const QDateTime &now)
{
    beginResetModel();
    m_versions = versions;
    m_current = current;
    m_now = now;
    endResetModel();
}

void VersionModel::setCurrent(const QByteArray &hash)
{
    m_current = hash;
    if (!m_versions.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int VersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant VersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const store::Version &version = m_versions[index.row()];
    const QString moment = describeMoment(version.when, m_now);
    const QString size = QLocale().formattedDataSize(version.size, 1, QLocale::DataSizeTraditionalFormat);
    const QString detail = version.hash == m_current ? tr("%1 · the text as it is now").arg(size) : size;
    switch (role) {
    case Qt::DisplayRole: return moment;
    case DetailRole: return detail;
    case Qt::ToolTipRole: return QLocale().toString(version.when.toLocalTime(), QLocale::LongFormat);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(moment, detail);
    default: return {};
    }
}

QString describeMoment(const QDateTime &when, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = when.toLocalTime();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return VersionModel::tr("Today, %1").arg(time);
    if (days == 1)
        return VersionModel::tr("Yesterday, %1").arg(time);
    return VersionModel::tr("%1, %2").arg(locale.toString(local.date(), u"d MMM yyyy"_s), time);
}

} // namespace quillway::ui
