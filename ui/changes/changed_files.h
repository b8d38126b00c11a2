// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/site_change.h"

#include <QAbstractListModel>

namespace quillway::ui {

/// One line of a change over many files: a file with its texts, or something that only moves.
struct ChangedFile {
    SitePath from; ///< where it is before
    SitePath to;
    std::optional<QByteArray> before; ///< unset: a new file
    std::optional<QByteArray> after; ///< unset: it is removed
    bool isMove = false; ///< moves as it is; no texts
};

/// The files of a change, as a list: moves first, then texts, in the change's order.
class ChangedFiles : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setChange(const changes::SiteChange &change);
    [[nodiscard]] const ChangedFile &at(int row) const { return m_files.at(row); }
    /// What becomes of it, in a few words: `new`, `renamed from “x.md”`; empty for a text that only changes.
    [[nodiscard]] static QString describe(const ChangedFile &file);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ChangedFile> m_files;
};

} // namespace quillway::ui
