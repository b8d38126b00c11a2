// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "core/search/fuzzy.h"

#include <QHash>

#include <memory>
#include <stop_token>
#include <vector>

namespace quillway::search {

/// Somewhere that one can go by its name.
struct NamedPlace {
    enum class Kind { Post, Page, Topic, Path, Tag, Heading };
    Kind kind = Kind::Post;
    QString name;
    QString detail; ///< the file; of a heading its post's title; of a tag the number of posts
    QString key; ///< of a tag
    std::optional<SitePath> file; ///< of all but tags
    int line = 0; ///< of a heading: 1-based, in the file

    friend bool operator==(const NamedPlace &, const NamedPlace &) = default;
};

/// A place that fits what was typed.
struct FoundPlace {
    NamedPlace place;
    QList<Mark> marks; ///< in its name

    friend bool operator==(const FoundPlace &, const FoundPlace &) = default;
};

struct PlaceOptions {
    std::optional<NamedPlace::Kind> only {}; ///< places of this kind alone
    QList<SitePath> recent {}; ///< files used last, the last one first: first of equals, and first where nothing is typed
    qsizetype most = 100;
};

/// Everything in a site that has a name, ready to be searched at each key: made from a snapshot, on any thread; immutable, so that any number of threads may search it.
class NameIndex
{
public:
    /// `older`, if given, lends what is the same in its snapshot.
    explicit NameIndex(const model::Site &site, const NameIndex *older = nullptr);

    /// What fits `typed` (see FuzzyQuery), best first; of equals first what was used last, then posts, pages, topics, paths, tags, headings, then the shorter name, then in
    /// the site's order. With nothing typed: what was used last, then posts, newest first. Stopped: what was found so far.
    [[nodiscard]] QList<FoundPlace> find(QStringView typed, const PlaceOptions &options = {}, const std::stop_token &stop = {}) const;

    [[nodiscard]] qsizetype size() const { return m_size; }

private:
    struct Entry {
        NamedPlace place;
        FuzzyName name;
        std::size_t detail = 0; ///< into the group's
    };
    /// The names of one file, or all tags.
    struct Group {
        std::shared_ptr<const void> value; ///< the post, topic or path they were made from
        std::vector<Entry> entries;
        std::vector<FuzzyName> details; ///< what pieces may be found in beside the name: the file, the post's title
    };
    using GroupPtr = std::shared_ptr<const Group>;
    using OlderGroups = QHash<const void *, GroupPtr>;

    static GroupPtr groupOf(const model::PostPtr &post, NamedPlace::Kind kind);
    template<typename Value>
    static GroupPtr groupOf(const std::shared_ptr<const Value> &value, NamedPlace::Kind kind);
    static GroupPtr groupOfTags(const model::Site &site);
    template<typename List>
    void addAll(const List &values, NamedPlace::Kind kind, const OlderGroups &older);
    [[nodiscard]] QList<FoundPlace> findNothingTyped(const PlaceOptions &options) const;

    std::vector<GroupPtr> m_groups;
    qsizetype m_size = 0;
};

} // namespace quillway::search
