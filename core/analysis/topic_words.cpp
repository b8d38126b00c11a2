// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/topic_words.h"

#include "core/model/code_point_order.h"

#include <algorithm>
#include <cmath>

namespace quillway::analysis {

using model::PostPtr;

namespace {

constexpr std::size_t mostTerms = 40;
constexpr double k1 = 1.2;
constexpr double b = 0.75;
constexpr double apart = 1.25; ///< how much the middle one of the group has to score over the middle one outside
constexpr qsizetype smallGroup = 3; ///< below it there is no rest of the group to measure against

double middleOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + qsizetype(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// How far the shares of posts that say a word are apart inside and outside of the group, in standard deviations (the test of two proportions).
double deviation(int inGroup, int groupSize, int posts, int all)
{
    const int others = all - groupSize;
    if (groupSize <= 0 || others <= 0)
        return 0;
    const double share = double(posts) / all;
    const double spread = std::sqrt(share * (1 - share) * (1.0 / groupSize + 1.0 / others));
    return spread > 0 ? (double(inGroup) / groupSize - double(posts - inGroup) / others) / spread : 0;
}

} // namespace

TopicWords::TopicWords(const QList<PostPtr> &group, const SiteKnowledge &knowledge)
    : m_knowledge(knowledge)
{
    chooseTerms(group);
    measure(group);
}

/// `posts` of `all` say the word, `inGroup` of the group.
double TopicWords::weightOf(int inGroup, int groupSize, int posts, int all) const
{
    const double inside = (inGroup + 0.5) / (groupSize - inGroup + 0.5);
    const double outside = (posts - inGroup + 0.5) / (all - groupSize - (posts - inGroup) + 0.5);
    return std::log(inside / outside);
}

void TopicWords::chooseTerms(const QList<PostPtr> &group)
{
    const TermIndex &index = m_knowledge.terms;
    QHash<quint32, int> counts;
    for (const PostPtr &post : group) {
        if (const PostTerms *terms = index.of(*post)) {
            for (const TermCount &count : terms->terms)
                ++counts[count.term];
        }
    }
    const int size = int(group.size());
    const int all = int(index.posts());
    const int least = size < smallGroup ? 1 : 2;
    // The greatest deviation that so many words show by chance.
    const double chance = std::sqrt(2 * std::log(double(std::max<qsizetype>(1, counts.size()))));
    for (const auto &[term, inGroup] : counts.asKeyValueRange()) {
        const double weight = weightOf(inGroup, size, index.postsWith(term), all);
        if (inGroup >= least && weight > 0 && deviation(inGroup, size, index.postsWith(term), all) > chance)
            m_terms.push_back({ term, inGroup, weight,
                                inGroup < 2 ? 0 : std::max(0.0, weightOf(inGroup - 1, size - 1, index.postsWith(term) - 1, all - 1)) });
    }
    // The numbers of words depend on the order in which threads met them, so equal ones are told apart by the words themselves.
    std::ranges::sort(m_terms, [&](const Term &x, const Term &y) {
        const double left = x.group * x.weight;
        const double right = y.group * y.weight;
        return left != right ? left > right : model::compareCodePoints(index.word(x.term), index.word(y.term)) < 0;
    });
    m_terms.resize(std::min(mostTerms, m_terms.size()));
    std::ranges::sort(m_terms, {}, &Term::term);
}

void TopicWords::measure(const QList<PostPtr> &group)
{
    const QSet<const model::Post *> inGroup = [&] {
        QSet<const model::Post *> set;
        for (const PostPtr &post : group)
            set.insert(post.get());
        return set;
    }();
    std::vector<double> inside;
    std::vector<double> outside;
    for (const PostPtr &post : m_knowledge.published.posts()) {
        if (!inGroup.contains(post.get()))
            outside.push_back(score(*post, &Term::weight));
        else if (group.size() < smallGroup)
            inside.push_back(score(*post, &Term::weight) / 2);
        else
            inside.push_back(score(*post, &Term::weightWithoutOne));
    }
    m_outside = middleOf(std::move(outside));
    m_inside = middleOf(std::move(inside));
}

double TopicWords::saturation(float weight, float length) const
{
    const double mean = std::max(1.0, m_knowledge.terms.meanLength());
    return weight * (k1 + 1) / (weight + k1 * (1 - b + b * length / mean));
}

double TopicWords::score(const model::Post &post, double Term::*weight) const
{
    const PostTerms *said = m_knowledge.terms.of(post);
    if (!said)
        return 0;
    double sum = 0;
    auto from = said->terms.cbegin();
    for (const Term &term : m_terms) {
        from = std::ranges::lower_bound(from, said->terms.cend(), term.term, {}, &TermCount::term);
        if (from == said->terms.cend())
            break;
        if (from->term == term.term)
            sum += term.*weight * saturation(from->weight, said->length);
    }
    return sum;
}

double TopicWords::likeness(const model::Post &post) const
{
    if (m_inside <= 0 || m_inside < apart * m_outside)
        return 0;
    // Rounded, since sums depend in their last digits on the order of the words, which may differ from run to run.
    const double share = (score(post, &Term::weight) - m_outside) / (m_inside - m_outside);
    return std::clamp(std::round(share * 1e6) / 1e6, 0.0, 1.0);
}

QStringList TopicWords::shared(const model::Post &post, qsizetype most) const
{
    struct Share {
        QString word;
        double score = 0;
    };
    QList<Share> shares;
    const PostTerms *said = m_knowledge.terms.of(post);
    for (const Term &term : m_terms) {
        const auto found = said ? std::ranges::lower_bound(said->terms, term.term, {}, &TermCount::term)
                                : std::vector<TermCount>::const_iterator();
        if (said && found != said->terms.cend() && found->term == term.term)
            shares.append({ m_knowledge.terms.word(term.term), term.weight * saturation(found->weight, said->length) });
    }
    std::ranges::sort(shares, [](const Share &x, const Share &y) {
        return x.score != y.score ? x.score > y.score : model::compareCodePoints(x.word, y.word) < 0;
    });
    QStringList words;
    for (const Share &share : shares.first(std::min(most, shares.size())))
        words.append(share.word);
    return words;
}

} // namespace quillway::analysis
