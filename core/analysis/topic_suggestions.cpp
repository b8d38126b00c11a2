// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_suggestions.h"

#include "core/analysis/tag_pairs.h"
#include "core/base/slug.h"

#include <algorithm>
#include <cmath>

namespace quillway::analysis {

using namespace Qt::StringLiterals;
using model::PostPtr;

namespace {

constexpr double leastStrength = 0.35;
constexpr qsizetype mostTags = 4;

struct Pair {
    qsizetype a = 0;
    qsizetype b = 0;
    double strength = 0;
    double weight = 0; ///< strength times the root of how often
};

class Grouper
{
public:
    Grouper(const model::Site &site, const PublishedPosts &published)
        : m_published(published)
        , m_pairs(published)
        , m_leastTogether(std::max(3, int(std::ceil(double(published.posts().size()) * 0.002))))
        , m_taken(published.tags().size(), false)
    {
        for (const model::TopicPtr &topic : site.topics()) {
            const QList<PostPtr> posts = topicPosts(*topic, published);
            QSet<const model::Post *> set;
            for (const PostPtr &post : posts)
                set.insert(post.get());
            m_topics.append(set);
            m_slugs.insert(topic->slug);
        }
    }

    [[nodiscard]] QList<TopicSuggestion> group()
    {
        const QList<Pair> pairs = strongPairs();
        QList<TopicSuggestion> suggestions;
        for (const Pair &pair : pairs) {
            if (m_taken.at(pair.a) || m_taken.at(pair.b))
                continue;
            const QList<qsizetype> tags = grow(pair, pairs);
            for (const qsizetype tag : tags)
                m_taken[tag] = true;
            TopicSuggestion suggestion = suggestionOf(tags);
            if (!isCovered(suggestion.posts) && 2 * suggestion.posts.size() <= m_published.posts().size())
                suggestions.append(std::move(suggestion));
        }
        const auto weight = [](const TopicSuggestion &suggestion) { return suggestion.strength * std::sqrt(double(suggestion.together)); };
        std::ranges::stable_sort(suggestions, std::ranges::greater(), weight);
        return suggestions;
    }

    void name(TopicSuggestion &suggestion)
    {
        QStringList titles;
        for (const TagName &tag : std::as_const(suggestion.tags))
            titles.append(titleOf(*m_published.tag(tag.key)));
        suggestion.title = titles.join(" & "_L1);
        const QString slug = slugOr(titles.join(u' '), u"topic");
        suggestion.slug = slug;
        for (int number = 2; m_slugs.contains(suggestion.slug); ++number)
            suggestion.slug = u"%1-%2"_s.arg(slug).arg(number);
        m_slugs.insert(suggestion.slug);
    }

private:
    [[nodiscard]] double strengthOf(qsizetype a, qsizetype b, int together) const
    {
        const double all = double(m_published.posts().size());
        const double both = together / all;
        if (both >= 1)
            return 1;
        const double one = double(m_published.tags().at(a).posts.size()) / all;
        const double other = double(m_published.tags().at(b).posts.size()) / all;
        return std::log(both / (one * other)) / -std::log(both);
    }

    [[nodiscard]] QList<Pair> strongPairs() const
    {
        QList<Pair> pairs;
        for (const TagPairs::Pair &pair : m_pairs.all()) {
            if (pair.together < m_leastTogether)
                continue;
            const double strength = strengthOf(pair.a, pair.b, pair.together);
            if (strength >= leastStrength)
                pairs.append({ pair.a, pair.b, strength, strength * std::sqrt(double(pair.together)) });
        }
        std::ranges::stable_sort(pairs, std::ranges::greater(), &Pair::weight);
        return pairs;
    }

    /// The pair, and one by one the tag that goes best with all of the group.
    [[nodiscard]] QList<qsizetype> grow(const Pair &seed, const QList<Pair> &pairs) const
    {
        QList<qsizetype> group { seed.a, seed.b };
        while (group.size() < mostTags) {
            QHash<qsizetype, std::pair<qsizetype, double>> links; // how many of the group it goes with, and how well
            for (const Pair &pair : pairs) {
                const bool hasA = group.contains(pair.a);
                if (hasA == group.contains(pair.b))
                    continue;
                auto &[count, strength] = links[hasA ? pair.b : pair.a];
                ++count;
                strength += pair.strength;
            }
            qsizetype best = -1;
            double bestStrength = 0;
            for (const auto &[tag, link] : links.asKeyValueRange()) {
                if (link.first != group.size() || m_taken.at(tag))
                    continue;
                if (link.second > bestStrength || (link.second == bestStrength && tag < best)) {
                    best = tag;
                    bestStrength = link.second;
                }
            }
            if (best < 0)
                break;
            group.append(best);
        }
        return group;
    }

    [[nodiscard]] TopicSuggestion suggestionOf(QList<qsizetype> group) const
    {
        const QList<model::Tag> &tags = m_published.tags();
        std::ranges::sort(group);
        std::ranges::stable_sort(group, std::ranges::greater(), [&](qsizetype tag) { return tags.at(tag).posts.size(); });
        TopicSuggestion suggestion;
        QHash<const model::Post *, int> tagsOfPost;
        double strength = 0;
        for (qsizetype i = 0; i < group.size(); ++i) {
            suggestion.tags.append({ tags.at(group[i]).key, tags.at(group[i]).name });
            for (const PostPtr &post : tags.at(group[i]).posts)
                ++tagsOfPost[post.get()];
            for (qsizetype j = 0; j < i; ++j)
                strength += strengthOf(group[i], group[j], m_pairs.together(group[i], group[j]));
        }
        suggestion.strength = strength / (double(group.size() * (group.size() - 1)) / 2);
        for (const PostPtr &post : m_published.posts()) {
            const int count = tagsOfPost.value(post.get());
            if (count > 0)
                suggestion.posts.append(post);
            suggestion.together += count > 1;
        }
        return suggestion;
    }

    [[nodiscard]] bool isCovered(const QList<PostPtr> &posts) const
    {
        return std::ranges::any_of(m_topics, [&](const QSet<const model::Post *> &topic) {
            const auto inTopic = std::ranges::count_if(posts, [&](const PostPtr &post) { return topic.contains(post.get()); });
            return 3 * inTopic >= 2 * posts.size();
        });
    }

    [[nodiscard]] static QString titleOf(const model::Tag &tag)
    {
        if (!tag.info.title.isEmpty())
            return tag.info.title;
        QString title = tag.name;
        // What has capitals of its own, or begins with no letter, is written as it is meant.
        if (title == title.toLower() && title.front().isLetter())
            title[0] = title.front().toUpper();
        return title;
    }

    const PublishedPosts &m_published;
    TagPairs m_pairs;
    int m_leastTogether;
    QList<bool> m_taken; ///< by tag
    QList<QSet<const model::Post *>> m_topics;
    QSet<QString> m_slugs;
};

} // namespace

QList<TopicSuggestion> topicSuggestions(const model::Site &site, const PublishedPosts &published, qsizetype most)
{
    Grouper grouper(site, published);
    QList<TopicSuggestion> suggestions = grouper.group();
    suggestions.resize(std::min(most, suggestions.size()));
    for (TopicSuggestion &suggestion : suggestions)
        grouper.name(suggestion);
    return suggestions;
}

} // namespace quillway::analysis
