// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/term_index.h"

#include "core/analysis/motifs.h"
#include "core/base/parallel.h"
#include "core/text/prose/prose_blocks.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace quillway::analysis {

using model::PostPtr;

/// Numbers for words. Any number of threads may use it.
class TermIndex::Vocabulary
{
public:
    /// `counts` with numbers in place of words.
    [[nodiscard]] PostTerms take(const QHash<QString, float> &counts)
    {
        PostTerms terms;
        terms.terms.reserve(size_t(counts.size()));
        {
            const std::scoped_lock lock(m_mutex);
            for (const auto &[word, weight] : counts.asKeyValueRange()) {
                terms.terms.push_back({ numberOf(word), weight });
                terms.length += weight;
            }
        }
        std::ranges::sort(terms.terms, {}, &TermCount::term);
        return terms;
    }

    [[nodiscard]] QString word(quint32 term) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_words.value(term);
    }

    [[nodiscard]] std::optional<quint32> term(const QString &word) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_numbers.constFind(word);
        return found == m_numbers.cend() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] qsizetype size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_words.size();
    }

private:
    quint32 numberOf(const QString &word)
    {
        const auto found = m_numbers.constFind(word);
        if (found != m_numbers.cend())
            return *found;
        m_words.append(word);
        return *m_numbers.insert(word, quint32(m_words.size() - 1));
    }

    mutable std::mutex m_mutex;
    QHash<QString, quint32> m_numbers;
    QStringList m_words;
};

namespace {

constexpr float titleWeight = 3;
constexpr float headingWeight = 2;
constexpr float proseWeight = 1;

class WordCounter
{
public:
    explicit WordCounter(const QSet<QString> &stopWords)
        : m_stopWords(stopWords)
    { }

    void add(QStringView text, float weight)
    {
        const QStringList words = titleWords(text);
        for (const QString &word : words) {
            if (!m_stopWords.contains(word))
                m_counts[word] += weight;
        }
    }

    [[nodiscard]] QHash<QString, float> take() { return std::move(m_counts); }

private:
    const QSet<QString> &m_stopWords;
    QHash<QString, float> m_counts;
};

QHash<QString, float> countWords(const model::Post &post, const QSet<QString> &stopWords)
{
    WordCounter counter(stopWords);
    counter.add(post.title, titleWeight);
    for (const text::Heading &heading : post.facts.outline)
        counter.add(heading.text, headingWeight);
    QString body = QString::fromUtf8(post.body());
    body.remove(u'\r');
    text::forEachProseBlock(body, [&](const text::ProseBlock &block) {
        counter.add(block.text, proseWeight);
        return true;
    });
    return counter.take();
}

} // namespace

double product(const std::vector<TermCount> &a, const std::vector<TermCount> &b)
{
    double sum = 0;
    auto left = a.cbegin();
    auto right = b.cbegin();
    while (left != a.cend() && right != b.cend()) {
        if (left->term < right->term) {
            ++left;
        } else if (right->term < left->term) {
            ++right;
        } else {
            sum += double(left->weight) * double(right->weight);
            ++left;
            ++right;
        }
    }
    return sum;
}

TermIndex::TermIndex(const QList<PostPtr> &posts, const QStringList &ownStopWords, const TermIndex *older, const std::stop_token &stop)
    : m_ownStopWords(ownStopWords)
{
    const bool lends = older && older->m_vocabulary && older->m_ownStopWords == ownStopWords;
    m_vocabulary = lends ? older->m_vocabulary : std::make_shared<Vocabulary>();
    if (lends) {
        m_postsWith = older->m_postsWith;
        m_length = older->m_length;
    }
    m_byPost.reserve(posts.size());
    QList<PostPtr> unread;
    for (const PostPtr &post : posts) {
        const auto known = lends ? older->m_byPost.constFind(post.get()) : QHash<const model::Post *, Entry>::const_iterator();
        if (lends && known != older->m_byPost.cend())
            m_byPost.insert(post.get(), *known);
        else
            unread.append(post);
    }
    if (lends) {
        for (const Entry &entry : older->m_byPost) {
            if (!m_byPost.contains(entry.post.get()))
                count(*entry.terms, -1);
        }
    }
    const QSet<QString> stopWords = analysis::stopWords(ownStopWords);
    std::vector<std::shared_ptr<const PostTerms>> read(size_t(unread.size()));
    forEachIndex(unread.size(), unread.size() < 16 ? 1 : 0, [&](qsizetype i) {
        if (!stop.stop_requested())
            read[size_t(i)] = std::make_shared<const PostTerms>(m_vocabulary->take(countWords(*unread.at(i), stopWords)));
    });
    if (stop.stop_requested())
        return;
    for (qsizetype i = 0; i < unread.size(); ++i) {
        m_byPost.insert(unread.at(i).get(), { unread.at(i), read[size_t(i)] });
        count(*read[size_t(i)], 1);
    }
}

void TermIndex::count(const PostTerms &terms, int sign)
{
    if (!terms.terms.empty() && terms.terms.back().term >= m_postsWith.size())
        m_postsWith.resize(size_t(m_vocabulary->size()));
    for (const TermCount &term : terms.terms)
        m_postsWith[term.term] += sign;
    m_length += sign * double(terms.length);
}

const PostTerms *TermIndex::of(const model::Post &post) const
{
    const auto found = m_byPost.constFind(&post);
    return found == m_byPost.cend() ? nullptr : found->terms.get();
}

int TermIndex::postsWith(quint32 term) const
{
    return term < m_postsWith.size() ? m_postsWith[term] : 0;
}

double TermIndex::meanLength() const
{
    return m_byPost.isEmpty() ? 0 : m_length / double(m_byPost.size());
}

QString TermIndex::word(quint32 term) const
{
    return m_vocabulary ? m_vocabulary->word(term) : QString();
}

std::optional<quint32> TermIndex::term(const QString &word) const
{
    return m_vocabulary ? m_vocabulary->term(word) : std::nullopt;
}

std::vector<TermCount> TermIndex::vectorOf(const model::Post &post) const
{
    const PostTerms *said = of(post);
    std::vector<TermCount> vector = said ? said->terms : std::vector<TermCount>();
    double square = 0;
    for (TermCount &count : vector) {
        const double rarity = std::log(1 + double(posts()) / double(std::max(1, postsWith(count.term))));
        const double value = (1 + std::log(double(std::max(count.weight, 1.0F)))) * rarity;
        count.weight = float(value);
        square += value * value;
    }
    for (TermCount &count : vector)
        count.weight = float(count.weight / std::sqrt(square));
    return vector;
}

double TermIndex::likeness(const model::Post &a, const model::Post &b) const
{
    return std::clamp(product(vectorOf(a), vectorOf(b)), 0.0, 1.0);
}

} // namespace quillway::analysis
