// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include "core/search/post_filter.h"

#include <QLocale>

#include <algorithm>

namespace quillway::ui {

using namespace quillway::model;
using search::PostState;
using Kind = LibraryEntry::Kind;

namespace {

int countOf(const Site &site, PostState state, const QDateTime &now)
{
    return static_cast<int>(std::ranges::count(site.posts(), state, [&](const PostPtr &post) { return search::stateOf(*post, now); }));
}

QList<LibraryEntry> topicEntries(const Site &site)
{
    QList<LibraryEntry> entries;
    for (const TopicPtr &topic : site.topics())
        entries.append({ Kind::Topic, topic->title, -1, topic->slug, topic->file.toString() });
    return entries;
}

QList<LibraryEntry> pathEntries(const Site &site)
{
    QList<LibraryEntry> entries;
    for (const ReadingPathPtr &path : site.paths())
        entries.append({ Kind::Path, path->title, static_cast<int>(path->steps.size()), path->slug, path->file.toString() });
    return entries;
}

QList<LibraryEntry> tagEntries(const Site &site)
{
    QList<LibraryEntry> entries;
    for (const Tag &tag : tagsOf(site, site.posts()))
        entries.append({ Kind::Tag, tag.name, static_cast<int>(tag.posts.size()), tag.key, {} });
    return entries;
}

QList<LibraryEntry> pageEntries(const Site &site)
{
    QList<LibraryEntry> entries;
    for (const PostPtr &page : site.pages())
        entries.append({ Kind::Page, page->title, -1, page->slug, page->file.toString() });
    return entries;
}

} // namespace

LibraryModel::LibraryModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    for (const auto &[kind, title] :
         { std::pair(Kind::AllPosts, tr("All posts")), std::pair(Kind::Drafts, tr("Drafts")), std::pair(Kind::Scheduled, tr("Scheduled")),
           std::pair(Kind::Topics, tr("Topics")), std::pair(Kind::Paths, tr("Reading paths")), std::pair(Kind::Tags, tr("Tags")),
           std::pair(Kind::Pages, tr("Pages")), std::pair(Kind::Problems, tr("Problems")), std::pair(Kind::Publishing, tr("Publish")) })
        m_places.append(Place { .entry = { kind, title, -1, {}, {} }, .children = {} });
}

void LibraryModel::setSite(const SitePtr &site, const QDateTime &now)
{
    constexpr qint64 countsHold = 60; // seconds: a scheduled post may have become due
    const SitePtr before = std::exchange(m_site, site);
    if (before && differInBodiesOnly(*before, *site) && m_counted.secsTo(now) < countsHold && m_counted <= now)
        return;
    m_counted = now;
    setPlace(Kind::AllPosts, static_cast<int>(site->posts().size()), {});
    setPlace(Kind::Drafts, countOf(*site, PostState::Draft, now), {});
    setPlace(Kind::Scheduled, countOf(*site, PostState::Scheduled, now), {});
    setPlace(Kind::Topics, -1, topicEntries(*site));
    setPlace(Kind::Paths, -1, pathEntries(*site));
    const QList<LibraryEntry> tags = tagEntries(*site);
    setPlace(Kind::Tags, static_cast<int>(tags.size()), tags);
    setPlace(Kind::Pages, -1, pageEntries(*site));
}

void LibraryModel::setProblemCount(int count)
{
    setPlace(Kind::Problems, count, {});
}

void LibraryModel::setPlace(Kind kind, int count, const QList<LibraryEntry> &children)
{
    const QModelIndex at = indexOf(kind);
    Place &place = m_places[at.row()];
    if (place.entry.count != count) {
        place.entry.count = count;
        Q_EMIT dataChanged(at, at);
    }
    if (place.children == children)
        return;
    const auto common = static_cast<int>(std::min(place.children.size(), children.size()));
    if (children.size() < place.children.size()) {
        beginRemoveRows(at, common, static_cast<int>(place.children.size()) - 1);
        place.children = children;
        endRemoveRows();
    } else if (children.size() > place.children.size()) {
        beginInsertRows(at, common, static_cast<int>(children.size()) - 1);
        place.children = children;
        endInsertRows();
    } else {
        place.children = children;
    }
    if (common > 0)
        Q_EMIT dataChanged(index(0, 0, at), index(common - 1, 0, at));
}

LibraryEntry LibraryModel::entry(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto place = static_cast<qsizetype>(index.internalId()) - 1;
    return place < 0 ? m_places.at(index.row()).entry : m_places.at(place).children.at(index.row());
}

QModelIndex LibraryModel::indexOf(Kind kind) const
{
    const auto place = std::ranges::find(m_places, kind, [](const Place &candidate) { return candidate.entry.kind; });
    return index(static_cast<int>(place - m_places.begin()), 0);
}

/// The internal id is 0 for a place, 1 + the place's row for what is below it.
QModelIndex LibraryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex LibraryModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_places.size());
    return parent.internalId() > 0 || parent.column() > 0 ? 0 : static_cast<int>(m_places.at(parent.row()).children.size());
}

int LibraryModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LibraryEntry at = entry(index);
    switch (role) {
    case Qt::DisplayRole: return at.title;
    case Qt::AccessibleTextRole: return at.count < 0 ? at.title : tr("%1, %2").arg(at.title, QLocale().toString(at.count));
    case CountRole: return at.count;
    case KindRole: return static_cast<int>(at.kind);
    default: return {};
    }
}

} // namespace quillway::ui
