// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_candidates.h"

#include "core/analysis/motifs.h"
#include "core/analysis/topic_words.h"

#include <algorithm>
#include <cmath>

namespace quillway::analysis {

using Kind = CandidateReason::Kind;
using model::PostPtr;

namespace {

constexpr double enough = 0.35;
constexpr qsizetype mostNamed = 5; ///< words or posts in one reason

// How sure each kind of evidence makes at its strongest.
constexpr double byName = 0.45;
constexpr double byWords = 0.6;
constexpr double byLinks = 0.5;
constexpr double byTags = 0.5;
constexpr double byMotifs = 0.5;

/// Each further piece of evidence of one kind says half as much as the one before.
double diminishing(qsizetype pieces)
{
    return 1 - std::pow(0.5, double(pieces));
}

/// A tag that is not the topic's, but most of whose posts are.
struct TellingTag {
    TagName name;
    double evidence = 0;
};

class CandidateFinder
{
public:
    CandidateFinder(const model::Topic &topic, const SiteKnowledge &knowledge)
        : m_topic(topic)
        , m_knowledge(knowledge)
        , m_own(topicPosts(topic, knowledge.published))
        , m_words(m_own, knowledge)
    {
        for (qsizetype i = 0; i < m_own.size(); ++i) {
            m_isOwn.insert(m_own.at(i).get());
            m_ownPlaces.insert(m_own.at(i)->file, i);
        }
        findNames();
        findMotifs();
        findLinks();
        findTellingTags();
    }

    [[nodiscard]] QList<TopicCandidate> find(qsizetype most) const
    {
        QList<TopicCandidate> candidates;
        const QSet<QString> excluded(m_topic.exclude.begin(), m_topic.exclude.end());
        for (const PostPtr &post : m_knowledge.published.posts()) {
            if (m_isOwn.contains(post.get()) || excluded.contains(post->slug))
                continue;
            if (TopicCandidate candidate = judge(post); candidate.score >= enough)
                candidates.append(std::move(candidate));
        }
        std::ranges::stable_sort(candidates, std::ranges::greater(), &TopicCandidate::score);
        return candidates.first(std::min(most, candidates.size()));
    }

private:
    /// What a title may call the topic: its title and its tags, each as the words it consists of.
    struct Name {
        QString text;
        QStringList words;
    };

    void findNames()
    {
        for (const QString &text : QStringList { m_topic.title } + m_topic.tags) {
            const QStringList words = titleWords(text);
            if (!words.isEmpty() && std::ranges::find(m_names, words, &Name::words) == m_names.end())
                m_names.append({ text, words });
        }
    }

    void findMotifs()
    {
        QStringList titles;
        for (const PostPtr &post : m_own)
            titles += post->title;
        m_motifs = motifs(titles, stopWords(m_knowledge.site->settings().stopWords));
        for (const Name &name : std::as_const(m_names))
            m_motifs.removeIf([&](const QString &motif) { return name.words.contains(motif); });
    }

    void findLinks()
    {
        for (const PostPtr &post : m_own) {
            for (const SitePath &target : m_knowledge.links.from(*post))
                m_linkedFrom[target].append(post);
        }
    }

    void findTellingTags()
    {
        QSet<QString> own;
        for (const QString &tag : m_topic.tags)
            own.insert(model::tagKey(tag));
        const double share = double(m_own.size()) / std::max(1.0, double(m_knowledge.published.posts().size()));
        for (const model::Tag &tag : m_knowledge.published.tags()) {
            if (own.contains(tag.key))
                continue;
            const auto inTopic = std::ranges::count_if(tag.posts, [&](const PostPtr &post) { return m_isOwn.contains(post.get()); });
            if (inTopic < 2 || inTopic == tag.posts.size())
                continue;
            const double ofOthers = double(inTopic) / double(tag.posts.size() - 1); // the post that is asked about is one of them
            if (ofOthers < 0.5 || ofOthers <= share)
                continue;
            const double evidence = (ofOthers - share) / (1 - share) * double(inTopic) / double(inTopic + 1);
            for (const PostPtr &post : tag.posts) {
                if (!m_isOwn.contains(post.get()))
                    m_tellingTags[post.get()].append({ { tag.key, tag.name }, evidence });
            }
        }
    }

    [[nodiscard]] TopicCandidate judge(const PostPtr &post) const
    {
        TopicCandidate candidate { .post = post, .score = 0, .reasons = {} };
        addNames(candidate);
        addWords(candidate);
        addLinks(candidate);
        addTags(candidate);
        double doubt = 1;
        for (const CandidateReason &reason : std::as_const(candidate.reasons))
            doubt *= 1 - reason.weight;
        candidate.score = 1 - doubt;
        std::ranges::stable_sort(candidate.reasons, std::ranges::greater(), &CandidateReason::weight);
        return candidate;
    }

    void addNames(TopicCandidate &candidate) const
    {
        const QStringList title = titleWords(candidate.post->title);
        QStringList names;
        for (const Name &name : m_names) {
            if (std::ranges::all_of(name.words, [&](const QString &word) { return title.contains(word); }))
                names.append(name.text);
        }
        if (!names.isEmpty())
            candidate.reasons.append({ .kind = Kind::NamesTopic, .weight = byName, .words = names });
        QStringList said;
        std::ranges::copy_if(m_motifs, std::back_inserter(said), [&](const QString &motif) { return title.contains(motif); });
        if (!said.isEmpty())
            candidate.reasons.append({ .kind = Kind::MotifsInTitle, .weight = byMotifs * diminishing(said.size()), .words = said });
    }

    void addWords(TopicCandidate &candidate) const
    {
        const double likeness = m_words.likeness(*candidate.post);
        // Less is what any post might share.
        if (likeness >= 0.25)
            candidate.reasons.append(
                { .kind = Kind::SharedWords, .weight = byWords * likeness, .words = m_words.shared(*candidate.post, mostNamed) });
    }

    void addLinks(TopicCandidate &candidate) const
    {
        QList<qsizetype> places;
        for (const SitePath &target : m_knowledge.links.from(*candidate.post)) {
            if (const auto place = m_ownPlaces.constFind(target); place != m_ownPlaces.cend())
                places.append(*place);
        }
        std::ranges::sort(places);
        QList<PostPtr> targets;
        for (const qsizetype place : std::as_const(places))
            targets.append(m_own.at(place));
        const auto add = [&](Kind kind, const QList<PostPtr> &posts) {
            if (!posts.isEmpty())
                candidate.reasons.append(
                    { .kind = kind, .weight = byLinks * diminishing(posts.size()), .posts = posts.first(std::min(mostNamed, posts.size())) });
        };
        add(Kind::LinksToTopic, targets);
        add(Kind::LinkedFromTopic, m_linkedFrom.value(candidate.post->file));
    }

    void addTags(TopicCandidate &candidate) const
    {
        const QList<TellingTag> telling = m_tellingTags.value(candidate.post.get());
        if (telling.isEmpty())
            return;
        CandidateReason reason { .kind = Kind::NeighbourTags };
        for (const TellingTag &tag : telling) {
            reason.weight = std::max(reason.weight, byTags * tag.evidence);
            reason.tags.append(tag.name);
        }
        candidate.reasons.append(reason);
    }

    const model::Topic &m_topic;
    const SiteKnowledge &m_knowledge;
    QList<PostPtr> m_own;
    TopicWords m_words;
    QSet<const model::Post *> m_isOwn;
    QHash<SitePath, qsizetype> m_ownPlaces; ///< index into m_own, newest first
    QList<Name> m_names;
    QStringList m_motifs;
    QHash<SitePath, QList<PostPtr>> m_linkedFrom;
    QHash<const model::Post *, QList<TellingTag>> m_tellingTags;
};

} // namespace

QList<TopicCandidate> topicCandidates(const model::Topic &topic, const SiteKnowledge &knowledge, qsizetype most)
{
    return CandidateFinder(topic, knowledge).find(most);
}

} // namespace quillway::analysis
