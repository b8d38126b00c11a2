// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/readability.h"

#include "core/text/markdown/word_counter.h"
#include "core/text/prose/prose_blocks.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace quillway::text {

namespace {

constexpr int fewestWords = 50;
constexpr qsizetype longestGap = 4; // of markup that a mark goes over: `**`, `](`

// Without their last point. Those of one letter need not be named.
constexpr std::array abbreviations { u"abb", u"bzw", u"ca",   u"cf",   u"dr",  u"etc", u"evtl", u"fig", u"ggf", u"mr",  u"mrs",
                                     u"ms",  u"nr",  u"prof", u"resp", u"sog", u"st",  u"usw",  u"vgl", u"vs",  u"zzgl" };

bool isVowel(QChar c)
{
    return QStringView(u"aeiouyäöüáàâéèêëíìîïóòôúùû").contains(c);
}

bool endsWithAny(QStringView word, std::initializer_list<QStringView> ends)
{
    return std::ranges::any_of(ends, [&](QStringView end) { return word.endsWith(end); });
}

/// A group of vowels is one; the silent `e` at the end is none.
int englishSyllables(const QString &word)
{
    int count = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (isVowel(word.at(i)) && (i == 0 || !isVowel(word.at(i - 1))))
            ++count;
    }
    const auto consonantBefore = [&](qsizetype end) { return word.size() > end && !isVowel(word.at(word.size() - end - 1)); };
    const bool isSilent = (word.endsWith(u'e') && consonantBefore(1) && !(word.endsWith(u"le") && consonantBefore(2)))
        || (word.endsWith(u"es") && consonantBefore(2)
            && !endsWithAny(word, { u"ses", u"zes", u"ces", u"ges", u"shes", u"ches", u"xes", u"les" }))
        || (word.endsWith(u"ed") && consonantBefore(2) && !endsWithAny(word, { u"ted", u"ded", u"led" }));
    if (isSilent)
        --count;
    // Two vowels in a row that are spoken apart.
    for (const QStringView pair : { QStringView(u"ia"), QStringView(u"io"), QStringView(u"eo"), QStringView(u"ua") }) {
        const qsizetype at = word.indexOf(pair);
        if (pair == u"eo" && at + 2 != word.size())
            continue; // people, but video
        const bool isSoft = at > 0 && QStringView(u"tcsg").contains(word.at(at - 1)); // nation, special
        if (at >= 0 && !isSoft && !(pair == u"ua" && at > 0 && QStringView(u"qg").contains(word.at(at - 1))))
            ++count;
    }
    return std::max(1, count);
}

/// Each vowel is one, but for those that are one sound.
int germanSyllables(const QString &word)
{
    static constexpr std::array pairs { u"aa", u"ai", u"au", u"ay", u"äu", u"ee", u"ei", u"eu", u"ey", u"ie", u"oo", u"ui" };
    int count = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (!isVowel(word.at(i)))
            continue;
        ++count;
        const QStringView both = QStringView(word).sliced(i).first(std::min<qsizetype>(2, word.size() - i));
        if (std::ranges::any_of(pairs, [&](QStringView pair) { return pair == both; }))
            ++i;
    }
    if (word.contains(u"qu"))
        --count; // its u is none
    return std::max(1, count);
}

std::optional<SyllableRules> rulesFor(QStringView language)
{
    const auto is = [&](QStringView code) {
        return language.startsWith(code, Qt::CaseInsensitive) && (language.size() == 2 || language.at(2) == u'-' || language.at(2) == u'_');
    };
    return is(u"en") ? std::optional(SyllableRules::English) : is(u"de") ? std::optional(SyllableRules::German) : std::nullopt;
}

/// True if the point at the end of `text` is an abbreviation's, so that the sentence goes on.
bool endsInAbbreviation(QStringView text)
{
    text = text.trimmed();
    if (!text.endsWith(u'.'))
        return false;
    text.chop(1);
    qsizetype begin = text.size();
    while (begin > 0 && text.at(begin - 1).isLetter())
        --begin;
    const QStringView word = text.sliced(begin);
    const bool isLetter = word.size() == 1 && word != u"I"; // of `e.g.`, `z. B.`, a name's initial
    return isLetter || std::ranges::any_of(abbreviations, [&](QStringView known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

int wordsIn(QStringView text)
{
    WordCounter counter;
    counter.add(text.toUtf8());
    return counter.words();
}

int syllablesIn(QStringView text, SyllableRules rules)
{
    int count = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && text.at(end).isLetter())
            ++end;
        if (end > begin)
            count += syllables(text.sliced(begin, end - begin), rules);
        begin = end + 1;
    }
    return count;
}

class Measurer
{
public:
    explicit Measurer(std::optional<SyllableRules> rules)
        : m_rules(rules)
    { }

    void add(const ProseBlock &block)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, block.text);
        qsizetype begin = 0;
        for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
            const QStringView sentence = QStringView(block.text).sliced(begin, end - begin);
            if (end < block.text.size() && endsInAbbreviation(sentence))
                continue;
            addSentence(block, begin, end);
            begin = end;
        }
    }

    [[nodiscard]] Readability take()
    {
        if (m_rules && m_words >= fewestWords) {
            const double length = static_cast<double>(m_words) / static_cast<double>(m_result.sentences.size());
            const double weight = static_cast<double>(m_syllables) / m_words;
            m_result.ease = *m_rules == SyllableRules::English ? 206.835 - 1.015 * length - 84.6 * weight : 180 - length - 58.5 * weight;
        }
        return std::move(m_result);
    }

private:
    void addSentence(const ProseBlock &block, qsizetype begin, qsizetype end)
    {
        while (begin < end && block.text.at(begin).isSpace())
            ++begin;
        while (end > begin && block.text.at(end - 1).isSpace())
            --end;
        const QStringView text = QStringView(block.text).sliced(begin, end - begin);
        const int words = wordsIn(text);
        if (words == 0)
            return;
        m_words += words;
        if (m_rules)
            m_syllables += syllablesIn(text, *m_rules);
        m_result.sentences.append({ partsOf(block, begin, end), words });
    }

    static QList<TextRange> partsOf(const ProseBlock &block, qsizetype begin, qsizetype end)
    {
        QList<TextRange> parts;
        bool isOpen = false;
        for (qsizetype at = begin; at < end; ++at) {
            const qsizetype place = block.places.at(at);
            const bool isObject = block.text.at(at) == QChar(0xfffc);
            if (!isObject && isOpen && place - parts.constLast().end <= longestGap)
                parts.last().end = place + 1;
            else if (!isObject)
                parts.append({ place, place + 1 });
            isOpen = !isObject;
        }
        return parts;
    }

    std::optional<SyllableRules> m_rules;
    Readability m_result;
    int m_words = 0;
    int m_syllables = 0;
};

} // namespace

int syllables(QStringView word, SyllableRules rules)
{
    const QString lower = word.toString().toLower();
    return rules == SyllableRules::English ? englishSyllables(lower) : germanSyllables(lower);
}

std::optional<Readability> readability(QStringView body, QStringView language, const std::stop_token &stop)
{
    Measurer measurer(rulesFor(language));
    forEachProseBlock(body, [&](const ProseBlock &block) {
        measurer.add(block);
        return !stop.stop_requested();
    });
    return stop.stop_requested() ? std::nullopt : std::optional(measurer.take());
}

} // namespace quillway::text
