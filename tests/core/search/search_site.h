// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/readers.h"
#include "core/model/site.h"

namespace quillway::test {

/// A site of the given files, as if loaded from `folder`.
class SearchSite
{
public:
    explicit SearchSite(QString folder = {})
        : m_folder(std::move(folder))
    { }

    void write(const QString &file, const QByteArray &text) { m_posts.insert(SitePath::literal(file), readPost(file, text)); }
    void remove(const QString &file) { m_posts.remove(SitePath::literal(file)); }
    void writeTopic(const QString &file, const QByteArray &text)
    {
        m_topics.append(std::make_shared<const model::Topic>(model::readTopic(SitePath::literal(file), text)->value));
    }
    void writePath(const QString &file, const QByteArray &text)
    {
        m_paths.append(std::make_shared<const model::ReadingPath>(model::readPath(SitePath::literal(file), text)->value));
    }

    /// Posts that were not written again are the same in each snapshot.
    [[nodiscard]] model::SitePtr snapshot() const
    {
        model::SiteParts parts;
        parts.folder = m_folder;
        for (const model::PostPtr &post : m_posts)
            (post->isPage() ? parts.pages : parts.posts).append(post);
        parts.topics = m_topics;
        parts.paths = m_paths;
        return std::make_shared<const model::Site>(std::move(parts));
    }

private:
    static model::PostPtr readPost(const QString &file, const QByteArray &text)
    {
        return std::make_shared<const model::Post>(model::readPost(SitePath::literal(file), text, {})->value);
    }

    QString m_folder;
    QHash<SitePath, model::PostPtr> m_posts;
    QList<model::TopicPtr> m_topics;
    QList<model::ReadingPathPtr> m_paths;
};

} // namespace quillway::test
