// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace quillway::search {

enum class PostState { Published, Scheduled, Draft };

/// A post's state at `now` (UTC).
[[nodiscard]] PostState stateOf(const model::Post &post, const QDateTime &now);

/// A word, or several between quotation marks, as typed.
struct SearchTerm {
    QString text;
    bool quoted = false;

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

/// What can be asked of a post.
struct PostConditions {
    QList<SearchTerm> words;
    QStringList tags; ///< keys
    QStringList topics; ///< slugs
    QStringList paths; ///< slugs of reading paths
    QList<PostState> states; ///< any of them; empty: all
    bool modified = false; ///< has unsaved text

    /// True if nothing but words is asked.
    [[nodiscard]] bool onlyWords() const;
    friend bool operator==(const PostConditions &, const PostConditions &) = default;
};

/// What a filter or search field asks for: all of `wanted`, nothing of `unwanted`.
struct PostFilter {
    PostConditions wanted;
    PostConditions unwanted;

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const PostFilter &, const PostFilter &) = default;
};

/// Reads `words`, `"several words"`, `tag:go`, `tag:"distributed systems"`, `topic:backend`, `path:start`, `is:draft`, `is:scheduled`, `is:published`, `is:modified`, and each of
/// them with `-` in front for what is not wanted. Anything else with a colon is a word; so is what begins with two hyphens (`--race`). Nothing typed is an error: an open
/// quotation mark reaches to the end, what is still being typed (`tag:`) asks for nothing yet.
[[nodiscard]] PostFilter parsePostFilter(QStringView query);

/// Decides for one snapshot: what a topic's or path's posts are is looked up once, not for each post.
class PostMatcher
{
public:
    PostMatcher(const PostFilter &filter, const model::Site &site, const QDateTime &now, QSet<SitePath> modified);

    /// Words are looked for in title, file name and tags, as parts of them, without regard to case or accents.
    [[nodiscard]] bool matches(const model::Post &post) const;
    /// The same without the words: for who looks for them elsewhere.
    [[nodiscard]] bool meetsConditions(const model::Post &post) const;

private:
    /// One side of the filter, made ready.
    struct Side {
        PostConditions conditions;
        QStringList words; ///< folded
        QList<QSet<QString>> slugSets; ///< of the topics and paths
    };

    static Side makeSide(const PostConditions &conditions, const model::Site &site, const QDateTime &now);

    Side m_wanted;
    Side m_unwanted;
    QDateTime m_now;
    QSet<SitePath> m_modified;
};

} // namespace quillway::search
