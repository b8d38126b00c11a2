// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/post_filter.h"

#include <QAbstractListModel>

namespace quillway::ui {

enum class PostOrder { Newest, Oldest, Title, LastChanged };

/// The posts of a snapshot that pass a filter, in an order. A thin view on the snapshot: rows are pointers into it. A new snapshot that differs in one post
/// changes one row, so that selection and scrolling stay.
class PostListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        FileRole = Qt::UserRole, ///< QString: SitePath::toString()
        TitleRole,
        DateRole, ///< QDateTime, invalid if there is none
        TagsRole, ///< QStringList
        StateRole, ///< int: search::PostState
        ModifiedRole, ///< bool
    };

    explicit PostListModel(QObject *parent = nullptr);

    /// `now` (UTC) decides what is scheduled.
    void setSite(const model::SitePtr &site, const QDateTime &now);
    void setFilter(const search::PostFilter &filter);
    void setOrder(PostOrder order);
    void setModified(const QSet<SitePath> &files);

    /// The post in a row; null if there is no such row.
    [[nodiscard]] model::PostPtr post(int row) const;
    [[nodiscard]] QModelIndex indexOf(const SitePath &file) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QList<model::PostPtr> selected() const;
    void update();

    model::SitePtr m_site;
    QDateTime m_now;
    search::PostFilter m_filter;
    PostOrder m_order = PostOrder::Newest;
    QSet<SitePath> m_modified;
    QList<model::PostPtr> m_posts;
};

} // namespace quillway::ui
