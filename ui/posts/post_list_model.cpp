// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/posts/post_list_model.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using namespace quillway::model;
using namespace quillway::search;

namespace {

bool sameFiles(const QList<PostPtr> &a, const QList<PostPtr> &b)
{
    return std::ranges::equal(a, b, {}, [](const PostPtr &post) { return post->file; }, [](const PostPtr &post) { return post->file; });
}

QDateTime lastChange(const Post &post)
{
    return post.updated ? post.updated->at : post.date ? post.date->at : QDateTime();
}

/// What a row says to those who do not see it.
QString spoken(const Post &post, PostState state, bool modified)
{
    QStringList parts { post.title };
    if (state != PostState::Published)
        parts.append(state == PostState::Draft ? PostListModel::tr("draft") : PostListModel::tr("scheduled"));
    if (modified)
        parts.append(PostListModel::tr("not saved"));
    if (post.date)
        parts.append(QLocale().toString(post.date->at.date(), QLocale::LongFormat));
    return parts.join(u", "_s);
}

void sortByTitle(QList<PostPtr> &posts)
{
    // The C locale orders by code point, which is nobody's alphabet.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, PostPtr>> keyed;
    keyed.reserve(static_cast<size_t>(posts.size()));
    for (const PostPtr &post : std::as_const(posts))
        keyed.emplace_back(collator.sortKey(post->title), post);
    std::ranges::stable_sort(keyed, [](const auto &a, const auto &b) { return a.first < b.first; });
    for (qsizetype i = 0; i < posts.size(); ++i)
        posts[i] = keyed[static_cast<size_t>(i)].second;
}

} // namespace

PostListModel::PostListModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void PostListModel::setSite(const SitePtr &site, const QDateTime &now)
{
    m_site = site;
    m_now = now;
    update();
}

void PostListModel::setFilter(const PostFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    update();
}

void PostListModel::setOrder(PostOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    update();
}

void PostListModel::setModified(const QSet<SitePath> &files)
{
    if (files == m_modified)
        return;
    m_modified = files;
    if (m_filter.wanted.modified || m_filter.unwanted.modified)
        return update();
    if (!m_posts.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_posts.size()) - 1), { ModifiedRole });
}

QList<PostPtr> PostListModel::selected() const
{
    if (!m_site)
        return {};
    const PostMatcher matcher(m_filter, *m_site, m_now, m_modified);
    QList<PostPtr> posts;
    for (const PostPtr &post : m_site->posts()) {
        if (m_filter.isEmpty() || matcher.matches(*post))
            posts.append(post);
    }
    switch (m_order) {
    case PostOrder::Newest: break; // the site's own order
    case PostOrder::Oldest: std::ranges::reverse(posts); break;
    case PostOrder::Title: sortByTitle(posts); break;
    case PostOrder::LastChanged:
        std::ranges::stable_sort(posts, std::greater(), [](const PostPtr &post) { return lastChange(*post); });
        break;
    }
    return posts;
}

/// Typing changes one post at a time: the rows stay and only that one is painted anew. One row more or less is told as such; anything else
/// is a new list.
void PostListModel::update()
{
    QList<PostPtr> next = selected();
    if (sameFiles(next, m_posts)) {
        std::swap(m_posts, next);
        for (qsizetype row = 0; row < m_posts.size(); ++row) {
            if (m_posts.at(row) != next.at(row))
                Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
        }
        return;
    }
    const auto [here, there] = std::ranges::mismatch(
        m_posts, next, {}, [](const PostPtr &post) { return post->file; }, [](const PostPtr &post) { return post->file; });
    const auto row = static_cast<int>(here - m_posts.begin());
    if (next.size() == m_posts.size() + 1 && sameFiles(m_posts.sliced(row), next.sliced(row + 1))) {
        beginInsertRows({}, row, row);
        m_posts = std::move(next);
        endInsertRows();
    } else if (next.size() + 1 == m_posts.size() && sameFiles(m_posts.sliced(row + 1), next.sliced(row))) {
        beginRemoveRows({}, row, row);
        m_posts = std::move(next);
        endRemoveRows();
    } else {
        beginResetModel();
        m_posts = std::move(next);
        endResetModel();
    }
}

PostPtr PostListModel::post(int row) const
{
    return m_posts.value(row);
}

QModelIndex PostListModel::indexOf(const SitePath &file) const
{
    const auto place = std::ranges::find(m_posts, file, [](const PostPtr &post) { return post->file; });
    return place == m_posts.end() ? QModelIndex() : index(static_cast<int>(place - m_posts.begin()));
}

int PostListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_posts.size());
}

QVariant PostListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Post &post = *m_posts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return post.title;
    case Qt::AccessibleTextRole: return spoken(post, stateOf(post, m_now), m_modified.contains(post.file));
    case Qt::ToolTipRole: return post.file.toString().toHtmlEscaped(); // a tool tip that looks like HTML would be shown as such
    case FileRole: return post.file.toString();
    case DateRole: return post.date ? post.date->at : QDateTime();
    case TagsRole: return post.tags;
    case StateRole: return static_cast<int>(stateOf(post, m_now));
    case ModifiedRole: return m_modified.contains(post.file);
    default: return {};
    }
}

} // namespace quillway::ui
