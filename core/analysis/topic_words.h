// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/site_knowledge.h"

namespace quillway::analysis {

/// The words by which a group of posts differs from all others, and how much of them another post says. What it is made from must outlive it.
///
/// A word's weight is that of relevance (S. Robertson, K. Spärck Jones, Relevance weighting of search terms, 1976); the 40 with the greatest product of weight
/// and posts of the group are used (Robertson, On term selection for query expansion, 1990), of those that the group says more often than the best of as many words
/// would by chance; in each post by BM25's saturation (k1 = 1.2, b = 0.75).
class TopicWords
{
public:
    TopicWords(const QList<model::PostPtr> &group, const SiteKnowledge &knowledge);

    /// 0 … 1: where the post lies between the middle one of the posts outside (0) and the middle one of the group (1), each of these measured against the rest of
    /// the group. 0 for all where these two are hardly apart: then words do not tell.
    [[nodiscard]] double likeness(const model::Post &post) const;
    /// The words that the two share, the most telling in this post first.
    [[nodiscard]] QStringList shared(const model::Post &post, qsizetype most) const;

private:
    struct Term {
        quint32 term = 0;
        int group = 0; ///< posts of the group that say it
        double weight = 0;
        double weightWithoutOne = 0; ///< seen from a post of the group that says it
    };
    [[nodiscard]] double weightOf(int inGroup, int groupSize, int posts, int all) const;
    void chooseTerms(const QList<model::PostPtr> &group);
    void measure(const QList<model::PostPtr> &group);
    [[nodiscard]] double score(const model::Post &post, double Term::*weight) const;
    [[nodiscard]] double saturation(float weight, float length) const;

    const SiteKnowledge &m_knowledge;
    std::vector<Term> m_terms; ///< ascending by term
    double m_outside = 0;
    double m_inside = 0;
};

} // namespace quillway::analysis
