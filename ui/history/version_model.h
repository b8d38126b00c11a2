// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/history.h"

#include <QAbstractListModel>

namespace quillway::ui {

/// The versions of one file, newest first: when, and how large. What is the text as it stands now says so.
class VersionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    /// `current`: the hash of the text as it stands. Days are named as seen from `now`.
    void setVersions(const QList<store::Version> &versions, const QByteArray &current, const QDateTime &now);
    void setCurrent(const QByteArray &hash);
    [[nodiscard]] const store::Version &version(int row) const { return m_versions[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<store::Version> m_versions;
    QByteArray m_current;
    QDateTime m_now;
};

/// `Today, 14:32`, `Yesterday, 09:05`, `3 May 2022, 10:00`, in the user's zone and language.
[[nodiscard]] QString describeMoment(const QDateTime &when, const QDateTime &now);

} // namespace quillway::ui
