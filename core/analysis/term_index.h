// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/post.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace quillway::analysis {

/// How often a post says a word. `term` is a number that stands for the word within one TermIndex and those made from it.
struct TermCount {
    quint32 term = 0;
    float weight = 0; ///< occurrences: 3 for each in the title, 2 for each in a heading, 1 for each in prose

    friend bool operator==(const TermCount &, const TermCount &) = default;
};

struct PostTerms {
    std::vector<TermCount> terms; ///< ascending by term
    float length = 0; ///< the sum of their weights
};

/// The sum of the products of what both have; each ascending by term.
[[nodiscard]] double product(const std::vector<TermCount> &a, const std::vector<TermCount> &b);

/// Which words the posts of a snapshot say, and how many of them say each: what questions of likeness are answered from. Words are those of titleWords(), stop
/// words left out, of title, headings and prose; code is none. A value; any number of threads may read it.
class TermIndex
{
public:
    TermIndex() = default;
    /// Of `posts`, read on several threads. `older`, if given, lends the words of every post that both have: what is read again after a change is what changed.
    /// Stopped: whatever was read so far; such an index must not be used, nor lend.
    TermIndex(const QList<model::PostPtr> &posts, const QStringList &ownStopWords, const TermIndex *older = nullptr,
              const std::stop_token &stop = {});

    /// Null for a post that is not one of those it was made of (the same value, not just the same file).
    [[nodiscard]] const PostTerms *of(const model::Post &post) const;
    [[nodiscard]] qsizetype posts() const { return m_byPost.size(); }
    /// How many posts say it.
    [[nodiscard]] int postsWith(quint32 term) const;
    /// The mean of PostTerms::length; 0 without posts.
    [[nodiscard]] double meanLength() const;
    [[nodiscard]] QString word(quint32 term) const;
    [[nodiscard]] std::optional<quint32> term(const QString &word) const;

    /// What a post says as a vector of length 1, or 0 without words: TF-IDF with tf = 1 + ln weight and idf = ln(1 + posts / postsWith), ascending by term.
    [[nodiscard]] std::vector<TermCount> vectorOf(const model::Post &post) const;
    /// How alike two posts are in their words: the cosine of their vectors, 0 … 1.
    [[nodiscard]] double likeness(const model::Post &a, const model::Post &b) const;

private:
    class Vocabulary;
    struct Entry {
        model::PostPtr post; ///< kept alive, so that no other can have its address
        std::shared_ptr<const PostTerms> terms;
    };
    void count(const PostTerms &terms, int sign);

    std::shared_ptr<Vocabulary> m_vocabulary; ///< shared with those made from this one; it only grows
    QStringList m_ownStopWords;
    QHash<const model::Post *, Entry> m_byPost;
    std::vector<int> m_postsWith; ///< by term
    double m_length = 0;
};

} // namespace quillway::analysis
