// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace quillway::ui {

enum class PostState { Published, Scheduled, Draft };

/// A post's state at `now` (UTC).
[[nodiscard]] PostState stateOf(const model::Post &post, const QDateTime &now);

/// What the filter field asks for. Words and conditions all have to hold; words are looked for in title, file name and tags, without regard to case or
/// accents.
struct PostFilter {
    QStringList words; ///< folded
    QStringList tags; ///< keys
    QStringList topics; ///< slugs
    QStringList paths; ///< slugs of reading paths
    QList<PostState> states; ///< any of them; empty: all
    bool modified = false; ///< only posts with unsaved text

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const PostFilter &, const PostFilter &) = default;
};

/// Reads `words`, `"several words"`, `tag:go`, `tag:"distributed systems"`, `topic:backend`, `path:start`, `is:draft`, `is:scheduled`, `is:published`, `is:modified`. Anything
/// else with a colon is a word.
[[nodiscard]] PostFilter parsePostFilter(QStringView query);

/// Decides for one snapshot: what a topic's or path's posts are is looked up once, not for each post.
class PostMatcher
{
public:
    PostMatcher(PostFilter filter, const model::Site &site, const QDateTime &now, QSet<SitePath> modified);

    [[nodiscard]] bool matches(const model::Post &post) const;

private:
    PostFilter m_filter;
    QDateTime m_now;
    QSet<SitePath> m_modified;
    QList<QSet<QString>> m_slugSets; ///< a post's slug has to be in each
};

} // namespace quillway::ui
