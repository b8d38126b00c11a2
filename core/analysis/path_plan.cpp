// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/path_plan.h"

#include "core/analysis/motifs.h"
#include "core/analysis/reference_order.h"
#include "core/analysis/topic_profile.h"
#include "core/model/code_point_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace quillway::analysis {

using namespace Qt::StringLiterals;
using Kind = StepReason::Kind;
using model::PostPtr;

namespace {

constexpr double nearDouble = 0.8; ///< likeness
constexpr qsizetype mostSteps = 50;
constexpr qsizetype mostWithBudget = 12;
constexpr qsizetype mostWords = 4;
constexpr qsizetype mostReasons = 4;
constexpr qsizetype mostLeftOut = 10;
constexpr int often = 3; ///< as many references as count

/// A post that may become a step, with what its worth and its place come from.
struct Choice {
    PostPtr post;
    int minutes = 0;
    double length = 0; ///< 0 … 1: its rank among the others by words
    double typical = 0; ///< 0 … 1: its rank by likeness to all of them together
    int referredTo = 0; ///< by how many of the others
    QStringList introduces {}; ///< words of its title
    QStringList goesDeep {};
    double difficulty = 0; ///< 0 … 1
    double worth = 0;
    double repeats = 0; ///< 0 … 1: likeness to the nearest chosen one
    qsizetype repeated = -1; ///< that one
    bool isConnected = false; ///< a chosen one refers to it, or it to one
    bool isOut = false; ///< chosen, or left out
};

/// Words of titles that tell for whom a post is, in English and German.
const QSet<QString> &introductions()
{
    static const QSet<QString> words { u"introduction"_s, u"introducing"_s, u"intro"_s,    u"basics"_s,     u"beginner"_s,
                                       u"beginners"_s,    u"primer"_s,      u"tutorial"_s, u"overview"_s,   u"basic"_s,
                                       u"fundamentals"_s, u"einführung"_s,  u"einstieg"_s, u"grundlagen"_s, u"überblick"_s };
    return words;
}

const QSet<QString> &depths()
{
    static const QSet<QString> words { u"advanced"_s, u"internals"_s, u"deep"_s, u"depth"_s, u"fortgeschrittene"_s, u"vertiefung"_s };
    return words;
}

/// Sums of words depend in their last digits on the order of the words, which no choice may.
double rounded(double value)
{
    return std::round(value * 1e6) / 1e6;
}

QStringList wordsIn(const QStringList &title, const QSet<QString> &wanted)
{
    QStringList words;
    std::ranges::copy_if(title, std::back_inserter(words), [&](const QString &word) { return wanted.contains(word); });
    return words;
}

/// The rank of each value among all, 0 … 1; equal ones share one. A single value is in the middle.
QList<double> ranks(const QList<double> &values)
{
    QList<double> sorted = values;
    std::ranges::sort(sorted);
    QList<double> ranks;
    for (const double value : values) {
        const auto [first, last] = std::ranges::equal_range(sorted, value);
        const double middle = double((first - sorted.begin()) + (last - sorted.begin()) - 1) / 2;
        ranks.append(values.size() > 1 ? middle / double(values.size() - 1) : 0.5);
    }
    return ranks;
}

class Planner
{
public:
    Planner(QList<PostPtr> posts, const PathWish &wish, const SiteKnowledge &knowledge)
        : m_wish(wish)
        , m_knowledge(knowledge)
        , m_left(wish.minutes > 0 ? wish.minutes : std::numeric_limits<int>::max())
    {
        std::ranges::sort(posts, [](const PostPtr &a, const PostPtr &b) { return isOlder(*b, *a); });
        for (const PostPtr &post : std::as_const(posts)) {
            if (m_byFile.contains(post->file))
                continue;
            m_byFile.insert(post->file, m_choices.size());
            m_choices.append({ .post = post, .minutes = model::readingMinutes(*post, knowledge.site->settings()) });
            m_vectors.push_back(knowledge.terms.vectorOf(*post));
        }
        m_refersTo.resize(m_choices.size());
    }

    [[nodiscard]] PathPlan plan()
    {
        if (m_choices.isEmpty())
            return {};
        readReferences();
        readLengths();
        readWords();
        readTitles();
        judge();
        choose();
        sort();
        return finish();
    }

private:
    void readReferences()
    {
        for (qsizetype i = 0; i < m_choices.size(); ++i) {
            for (const SitePath &target : m_knowledge.links.from(*m_choices.at(i).post)) {
                const auto place = m_byFile.constFind(target);
                if (place == m_byFile.cend())
                    continue;
                m_refersTo[i].append(*place);
                ++m_choices[*place].referredTo;
            }
        }
    }

    void readLengths()
    {
        QList<double> words;
        for (const Choice &choice : std::as_const(m_choices))
            words.append(choice.post->facts.words);
        const QList<double> rank = ranks(words);
        for (qsizetype i = 0; i < m_choices.size(); ++i)
            m_choices[i].length = rank.at(i);
    }

    void readWords()
    {
        for (const auto &vector : m_vectors) {
            for (const TermCount &count : vector)
                m_common[count.term] += double(count.weight);
        }
        QList<double> likeness;
        for (const auto &vector : m_vectors) {
            double sum = 0;
            for (const TermCount &count : vector)
                sum += double(count.weight) * m_common.value(count.term);
            likeness.append(rounded(sum));
        }
        const QList<double> rank = ranks(likeness);
        for (qsizetype i = 0; i < m_choices.size(); ++i)
            m_choices[i].typical = rank.at(i);
    }

    void readTitles()
    {
        for (Choice &choice : m_choices) {
            const QStringList title = titleWords(choice.post->title);
            choice.introduces = wordsIn(title, introductions());
            choice.goesDeep = wordsIn(title, depths());
        }
    }

    void judge()
    {
        for (qsizetype i = 0; i < m_choices.size(); ++i) {
            Choice &choice = m_choices[i];
            const double known = std::min(1.0, double(choice.referredTo) / often);
            const double buildsOn = std::min(1.0, double(m_refersTo.at(i).size()) / often);
            choice.difficulty = 0.5 * choice.length + 0.3 * buildsOn + 0.2 * (1 - known);
            choice.difficulty += choice.goesDeep.isEmpty() ? 0 : 0.35;
            choice.difficulty -= choice.introduces.isEmpty() ? 0 : 0.35;
            choice.difficulty = std::clamp(choice.difficulty, 0.0, 1.0);
            choice.worth = 0.3 * choice.typical + 0.3 * known + 0.4 * suits(choice.difficulty);
        }
    }

    [[nodiscard]] double suits(double difficulty) const
    {
        switch (m_wish.level) {
        case ReaderLevel::Starting: return 1 - difficulty;
        case ReaderLevel::Working: return 0.5;
        case ReaderLevel::Expert: return difficulty;
        }
        return 0;
    }

    [[nodiscard]] qsizetype stepsWanted() const
    {
        if (m_wish.steps > 0)
            return std::min(m_wish.steps, mostSteps);
        if (m_wish.minutes > 0)
            return mostWithBudget;
        switch (m_wish.level) {
        case ReaderLevel::Starting: return 5;
        case ReaderLevel::Working: return 7;
        case ReaderLevel::Expert: return 9;
        }
        return 0;
    }

    /// Worth now that some are chosen: less what it repeats (C. Carbonell, J. Goldstein, Maximal marginal relevance, 1998).
    [[nodiscard]] static double worthNow(const Choice &choice)
    {
        return choice.worth - 0.5 * choice.repeats + (choice.isConnected ? 0.15 : 0);
    }

    void choose()
    {
        while (m_chosen.size() < stepsWanted()) {
            qsizetype best = -1;
            for (qsizetype i = 0; i < m_choices.size(); ++i) {
                if (!m_choices.at(i).isOut && (best < 0 || worthNow(m_choices.at(i)) > worthNow(m_choices.at(best))))
                    best = i;
            }
            if (best < 0)
                return;
            take(best);
        }
    }

    void take(qsizetype index)
    {
        Choice &choice = m_choices[index];
        choice.isOut = true;
        if (choice.repeats >= nearDouble)
            return leaveOut(choice, LeftOutPost::Why::NearDouble);
        if (choice.minutes > m_left)
            return leaveOut(choice, LeftOutPost::Why::TooLong);
        m_left -= choice.minutes;
        m_chosen.append(index);
        for (qsizetype i = 0; i < m_choices.size(); ++i) {
            Choice &other = m_choices[i];
            if (other.isOut)
                continue;
            const double likeness = rounded(product(m_vectors[size_t(i)], m_vectors[size_t(index)]));
            if (likeness > other.repeats) {
                other.repeats = likeness;
                other.repeated = index;
            }
            other.isConnected = other.isConnected || m_refersTo.at(i).contains(index) || m_refersTo.at(index).contains(i);
        }
    }

    void leaveOut(const Choice &choice, LeftOutPost::Why why)
    {
        if (m_leftOut.size() < mostLeftOut)
            m_leftOut.append({ choice.post, why, why == LeftOutPost::Why::NearDouble ? m_choices.at(choice.repeated).post : nullptr });
    }

    /// `m_chosen` in the order of reading, `m_steps` the references between its members by their places in it.
    void sort()
    {
        std::ranges::sort(m_chosen, [this](qsizetype a, qsizetype b) { return isOlder(*m_choices.at(a).post, *m_choices.at(b).post); });
        const References unsorted = referencesOfChosen();
        QList<qsizetype> age(m_chosen.size());
        std::iota(age.begin(), age.end(), 0);
        QList<qsizetype> byDifficulty = age;
        std::ranges::stable_sort(byDifficulty, {}, [this](qsizetype i) { return m_choices.at(m_chosen.at(i)).difficulty; });
        QList<qsizetype> rank(m_chosen.size());
        for (qsizetype i = 0; i < byDifficulty.size(); ++i)
            rank[byDifficulty.at(i)] = i;
        QList<qsizetype> sorted;
        for (const qsizetype i : referenceOrder(unsorted, age, rank))
            sorted.append(m_chosen.at(i));
        m_chosen = sorted;
        m_steps = referencesOfChosen();
    }

    [[nodiscard]] static bool isOlder(const model::Post &a, const model::Post &b)
    {
        if (a.date != b.date)
            return !b.date || (a.date && a.date->at < b.date->at);
        return model::compareCodePoints(a.slug, b.slug) < 0;
    }

    [[nodiscard]] References referencesOfChosen() const
    {
        References references;
        for (const qsizetype index : m_chosen) {
            QList<qsizetype> places;
            for (const qsizetype target : m_refersTo.at(index)) {
                if (const qsizetype place = m_chosen.indexOf(target); place >= 0)
                    places.append(place);
            }
            references.append(places);
        }
        return references;
    }

    /// The ends of the first two stages: where the steps of each are most alike in difficulty, none with more than half of them.
    [[nodiscard]] std::pair<qsizetype, qsizetype> stageEnds() const
    {
        const qsizetype count = m_chosen.size();
        if (count < 3)
            return { std::min<qsizetype>(1, count), count };
        const auto spread = [this](qsizetype begin, qsizetype end) {
            double sum = 0;
            double squares = 0;
            for (qsizetype i = begin; i < end; ++i) {
                const double difficulty = m_choices.at(m_chosen.at(i)).difficulty;
                sum += difficulty;
                squares += difficulty * difficulty;
            }
            return squares - sum * sum / double(end - begin);
        };
        const qsizetype most = (count + 1) / 2;
        std::pair<qsizetype, qsizetype> best { 1, 2 };
        double least = std::numeric_limits<double>::max();
        for (qsizetype first = 1; first <= std::min(most, count - 2); ++first) {
            for (qsizetype second = std::max(first + 1, count - most); second <= std::min(first + most, count - 1); ++second) {
                const double sum = spread(0, first) + spread(first, second) + spread(second, count);
                if (sum < least - 1e-9) {
                    least = sum;
                    best = { first, second };
                }
            }
        }
        return best;
    }

    [[nodiscard]] PathPlan finish()
    {
        PathPlan plan;
        const auto [first, second] = stageEnds();
        for (qsizetype i = 0; i < m_chosen.size(); ++i) {
            const Choice &choice = m_choices.at(m_chosen.at(i));
            const PathStage stage = i < first ? PathStage::Begin : i < second ? PathStage::BuildOn : PathStage::GoDeep;
            plan.steps.append({ choice.post, stage, choice.minutes, reasonsOf(i) });
            plan.minutes += choice.minutes;
        }
        plan.leftOut = std::move(m_leftOut);
        return plan;
    }

    [[nodiscard]] QList<PostPtr> postsOf(const QList<qsizetype> &places) const
    {
        QList<PostPtr> posts;
        for (const qsizetype place : places)
            posts.append(m_choices.at(m_chosen.at(place)).post);
        return posts;
    }

    [[nodiscard]] QList<StepReason> reasonsOf(qsizetype place) const
    {
        const Choice &choice = m_choices.at(m_chosen.at(place));
        QList<StepReason> reasons = referenceReasons(place);
        if (!choice.introduces.isEmpty())
            reasons.append({ .kind = Kind::Introduces, .words = choice.introduces });
        if (!choice.goesDeep.isEmpty())
            reasons.append({ .kind = Kind::GoesDeep, .words = choice.goesDeep });
        if (choice.referredTo >= often)
            reasons.append({ .kind = Kind::OftenReferredTo, .count = choice.referredTo });
        if (choice.typical >= 0.75 && m_choices.size() > 3)
            reasons.append({ .kind = Kind::Typical, .words = commonWords(place) });
        if (const QStringList words = newWords(place); !words.isEmpty() && place > 0)
            reasons.append({ .kind = Kind::NewWords, .words = words });
        addLengthAndDate(choice, reasons);
        if (reasons.isEmpty())
            reasons.append({ .kind = Kind::Typical, .words = commonWords(place) });
        return reasons.first(std::min(mostReasons, reasons.size()));
    }

    void addLengthAndDate(const Choice &choice, QList<StepReason> &reasons) const
    {
        if (choice.length <= 1.0 / 3 && m_choices.size() > 2)
            reasons.append({ .kind = Kind::Short, .count = choice.minutes });
        if (choice.length >= 2.0 / 3 && m_choices.size() > 2)
            reasons.append({ .kind = Kind::Long, .count = choice.minutes });
        const auto isFirst = [&](auto older) {
            return choice.post->date && m_choices.size() > 1 && std::ranges::none_of(m_choices, [&](const Choice &other) {
                       return other.post != choice.post && older(*other.post, *choice.post);
                   });
        };
        if (isFirst([](const model::Post &other, const model::Post &post) { return isOlder(other, post); }))
            reasons.append({ .kind = Kind::First });
        if (isFirst([](const model::Post &other, const model::Post &post) { return isOlder(post, other); }))
            reasons.append({ .kind = Kind::Latest });
    }

    [[nodiscard]] QList<StepReason> referenceReasons(qsizetype place) const
    {
        QList<qsizetype> circle;
        for (const QList<qsizetype> &members : circles(m_steps)) {
            if (members.contains(place))
                circle = members;
        }
        circle.removeOne(place);
        QList<qsizetype> later;
        QList<qsizetype> earlier;
        for (qsizetype other = 0; other < m_steps.size(); ++other) {
            if (circle.contains(other))
                continue;
            if (other > place && m_steps.at(other).contains(place))
                later.append(other);
            if (other < place && m_steps.at(place).contains(other))
                earlier.append(other);
        }
        QList<StepReason> reasons;
        const auto add = [&](Kind kind, const QList<qsizetype> &places) {
            if (!places.isEmpty())
                reasons.append({ .kind = kind, .posts = postsOf(places) });
        };
        add(Kind::ReferredTo, later);
        add(Kind::BuildsOn, earlier);
        add(Kind::InCircle, circle);
        return reasons;
    }

    /// The words of a step by `value`, the greatest first; those with none left out.
    template<typename Value>
    [[nodiscard]] QStringList bestWords(qsizetype place, const Value &value) const
    {
        QList<std::pair<double, QString>> words;
        for (const TermCount &count : m_vectors[size_t(m_chosen.at(place))]) {
            if (const double worth = value(count); worth > 0)
                words.append({ worth, m_knowledge.terms.word(count.term) });
        }
        const qsizetype most = std::min(mostWords, words.size());
        std::ranges::partial_sort(words, words.begin() + most, [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first > b.first : model::compareCodePoints(a.second, b.second) < 0;
        });
        QStringList best;
        for (const auto &[worth, word] : words.first(most))
            best.append(word);
        return best;
    }

    [[nodiscard]] QStringList commonWords(qsizetype place) const
    {
        return bestWords(place, [this](const TermCount &count) {
            const double others = m_common.value(count.term) - double(count.weight);
            return others > 1e-6 ? others * double(count.weight) : 0;
        });
    }

    [[nodiscard]] QStringList newWords(qsizetype place) const
    {
        return bestWords(place, [&](const TermCount &count) {
            for (qsizetype before = 0; before < place; ++before) {
                const auto &said = m_vectors[size_t(m_chosen.at(before))];
                const auto found = std::ranges::lower_bound(said, count.term, {}, &TermCount::term);
                if (found != said.end() && found->term == count.term)
                    return 0.0;
            }
            return double(count.weight);
        });
    }

    PathWish m_wish;
    const SiteKnowledge &m_knowledge;
    int m_left; ///< minutes
    QList<Choice> m_choices;
    std::vector<std::vector<TermCount>> m_vectors; ///< of each choice
    QHash<SitePath, qsizetype> m_byFile;
    QHash<quint32, double> m_common; ///< the sum of all vectors
    References m_refersTo; ///< between choices
    QList<qsizetype> m_chosen;
    References m_steps;
    QList<LeftOutPost> m_leftOut;
};

} // namespace

PathPlan pathPlan(const QList<PostPtr> &posts, const PathWish &wish, const SiteKnowledge &knowledge)
{
    return Planner(posts, wish, knowledge).plan();
}

QList<PostPtr> postsWithTags(const QStringList &tags, const PublishedPosts &published)
{
    model::Topic topic;
    topic.tags = tags;
    return topicPosts(topic, published);
}

} // namespace quillway::analysis
