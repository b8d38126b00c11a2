// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <QAbstractItemModel>

namespace quillway::ui {

/// What one entry of the library column stands for, and the filter of the post list that shows its posts.
struct LibraryEntry {
    enum class Kind { AllPosts, Drafts, Scheduled, Topics, Topic, Paths, Path, Tags, Tag, Pages, Page, Problems, Publishing };
    Kind kind = Kind::AllPosts;
    QString title;
    int count = -1; ///< shown beside the title; -1: none
    QString key; ///< a topic's or path's slug, a tag's key
    QString file; ///< of a topic, path, page: SitePath::toString()

    friend bool operator==(const LibraryEntry &, const LibraryEntry &) = default;
};

/// The library column: two levels, the places of the site and below some of them their topics, reading paths, tags and pages. Made anew from each
/// snapshot; entries that stay the same stay where they are, so that what is open and selected stays so.
class LibraryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole, KindRole };

    explicit LibraryModel(QObject *parent = nullptr);

    /// `now` (UTC) decides what is scheduled.
    void setSite(const model::SitePtr &site, const QDateTime &now);
    void setProblemCount(int count);

    [[nodiscard]] LibraryEntry entry(const QModelIndex &index) const;
    /// The place of that kind at the top level.
    [[nodiscard]] QModelIndex indexOf(LibraryEntry::Kind kind) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Place {
        LibraryEntry entry;
        QList<LibraryEntry> children;
    };

    void setPlace(LibraryEntry::Kind kind, int count, const QList<LibraryEntry> &children);

    QList<Place> m_places;
    model::SitePtr m_site;
    QDateTime m_counted; ///< when the counts were made
};

} // namespace quillway::ui
