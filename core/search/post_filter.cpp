// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/post_filter.h"

#include "core/analysis/published_posts.h"
#include "core/analysis/topic_profile.h"
#include "core/search/fold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::search {

using namespace quillway::model;

namespace {

/// A piece of the query between blanks.
struct Part {
    QString text; ///< without quotation marks and the `-` in front
    bool quoted = false; ///< it began with a quotation mark
    bool unwanted = false;
};

/// `--race` is a word: engineers look for options.
bool excludes(QStringView query, qsizetype at)
{
    return query[at] == u'-' && at + 1 < query.size() && query[at + 1] != u'-' && !query[at + 1].isSpace();
}

QList<Part> queryParts(QStringView query)
{
    QList<Part> parts;
    Part part;
    bool inPart = false;
    bool inQuotes = false;
    const auto end = [&] {
        if (!part.text.trimmed().isEmpty())
            parts.append(part);
        part = {};
        inPart = false;
    };
    for (qsizetype i = 0; i < query.size(); ++i) {
        const QChar c = query[i];
        if (c.isSpace() && !inQuotes) {
            end();
        } else if (!inPart && !part.unwanted && excludes(query, i)) {
            part.unwanted = true;
        } else if (c == u'"') {
            part.quoted = part.quoted || !inPart;
            inPart = true;
            inQuotes = !inQuotes;
        } else {
            inPart = true;
            part.text += c;
        }
    }
    end();
    return parts;
}

bool readState(PostConditions &conditions, const QString &name)
{
    if (name == u"draft")
        conditions.states.append(PostState::Draft);
    else if (name == u"scheduled")
        conditions.states.append(PostState::Scheduled);
    else if (name == u"published")
        conditions.states.append(PostState::Published);
    else if (name == u"modified")
        conditions.modified = true;
    else
        return false;
    return true;
}

/// True if `part` is a condition that was understood. One that is still being typed (`tag:`) asks for nothing yet.
bool readCondition(PostConditions &conditions, const QString &part)
{
    const qsizetype colon = part.indexOf(u':');
    if (colon < 0)
        return false;
    const QString name = part.first(colon).toLower();
    const QString value = part.sliced(colon + 1);
    if (name == u"is")
        return value.isEmpty() || readState(conditions, value.toLower());
    QStringList *list = name == u"tag" ? &conditions.tags
        : name == u"topic"             ? &conditions.topics
        : name == u"path"              ? &conditions.paths
                                       : nullptr;
    if (list && !value.isEmpty())
        list->append(name == u"tag" ? tagKey(value) : value);
    return list != nullptr;
}

QSet<QString> slugsOf(const QList<PostPtr> &posts)
{
    const QStringList slugs = analysis::slugsOf(posts);
    return { slugs.begin(), slugs.end() };
}

bool hasTag(const Post &post, const QString &key)
{
    return std::ranges::any_of(post.tags, [&](const QString &tag) { return tagKey(tag) == key; });
}

QString searchedIn(const Post &post)
{
    return fold(post.title + u'\n' + post.file.toString() + u'\n' + post.tags.join(u'\n'));
}

} // namespace

PostState stateOf(const Post &post, const QDateTime &now)
{
    if (post.isDraft())
        return PostState::Draft;
    return post.date && post.date->at > now ? PostState::Scheduled : PostState::Published;
}

bool PostConditions::onlyWords() const
{
    return tags.isEmpty() && topics.isEmpty() && paths.isEmpty() && states.isEmpty() && !modified;
}

bool PostFilter::isEmpty() const
{
    return *this == PostFilter();
}

PostFilter parsePostFilter(QStringView query)
{
    PostFilter filter;
    for (const Part &part : queryParts(query)) {
        PostConditions &side = part.unwanted ? filter.unwanted : filter.wanted;
        if (part.quoted || !readCondition(side, part.text))
            side.words.append({ part.text, part.quoted });
    }
    return filter;
}

PostMatcher::Side PostMatcher::makeSide(const PostConditions &conditions, const Site &site, const QDateTime &now)
{
    Side side { conditions, {}, {} };
    for (const SearchTerm &term : conditions.words)
        side.words.append(fold(term.text));
    if (!conditions.topics.isEmpty()) {
        const analysis::PublishedPosts published(site, { .buildDate = now, .drafts = true, .future = true });
        for (const QString &slug : conditions.topics) {
            const TopicPtr topic = site.topicBySlug(slug);
            side.slugSets.append(topic ? slugsOf(analysis::topicPosts(*topic, published)) : QSet<QString>());
        }
    }
    for (const QString &slug : conditions.paths) {
        QSet<QString> slugs;
        if (const ReadingPathPtr path = site.pathBySlug(slug)) {
            for (const Step &step : path->steps)
                slugs.insert(step.post);
        }
        side.slugSets.append(slugs);
    }
    return side;
}

PostMatcher::PostMatcher(const PostFilter &filter, const Site &site, const QDateTime &now, QSet<SitePath> modified)
    : m_wanted(makeSide(filter.wanted, site, now))
    , m_unwanted(makeSide(filter.unwanted, site, now))
    , m_now(now)
    , m_modified(std::move(modified))
{ }

bool PostMatcher::meetsConditions(const Post &post) const
{
    const auto tagged = [&](const QString &key) { return hasTag(post, key); };
    const auto among = [&](const QSet<QString> &slugs) { return slugs.contains(post.slug); };
    const PostConditions &wanted = m_wanted.conditions;
    const PostConditions &unwanted = m_unwanted.conditions;
    if ((wanted.modified && !m_modified.contains(post.file)) || (unwanted.modified && m_modified.contains(post.file)))
        return false;
    if (!wanted.states.isEmpty() && !wanted.states.contains(stateOf(post, m_now)))
        return false;
    if (unwanted.states.contains(stateOf(post, m_now)))
        return false;
    return std::ranges::all_of(wanted.tags, tagged) && std::ranges::none_of(unwanted.tags, tagged)
        && std::ranges::all_of(m_wanted.slugSets, among) && std::ranges::none_of(m_unwanted.slugSets, among);
}

bool PostMatcher::matches(const Post &post) const
{
    if (!meetsConditions(post))
        return false;
    if (m_wanted.words.isEmpty() && m_unwanted.words.isEmpty())
        return true;
    const QString text = searchedIn(post);
    const auto contained = [&](const QString &word) { return text.contains(word); };
    return std::ranges::all_of(m_wanted.words, contained) && std::ranges::none_of(m_unwanted.words, contained);
}

} // namespace quillway::search
