// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/motifs.h"

#include "core/model/lower_case.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace quillway::analysis {

using namespace Qt::StringLiterals;

namespace {

/// `c` of a lower-case text whose apostrophes are straight.
bool isWordCharacter(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'+' || c == U'#' || c == U'\'';
    return QChar::isLetter(c) || QChar::isDigit(c);
}

QStringView withoutOuterApostrophes(QStringView word)
{
    while (word.startsWith(u'\''))
        word = word.sliced(1);
    while (word.endsWith(u'\''))
        word.chop(1);
    return word;
}

bool isOneCharacter(QStringView word)
{
    return word.size() == 1 || (word.size() == 2 && word[0].isHighSurrogate());
}

bool isDigitsAlone(QStringView word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool pair = word[i].isHighSurrogate() && i + 1 < word.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(word[i], word[i + 1]) : char32_t(word[i].unicode());
        if (!QChar::isDigit(c))
            return false;
        i += pair;
    }
    return true;
}

/// `run`: characters of a word, apostrophes straight. Empty if it is no word that counts.
QStringView wordOf(QStringView run)
{
    QStringView word = withoutOuterApostrophes(run);
    if (word.endsWith("'s"_L1))
        word = withoutOuterApostrophes(word.chopped(2));
    return word.isEmpty() || isOneCharacter(word) || isDigitsAlone(word) ? QStringView() : word;
}

/// Calls `use` with each word of the title.
template<typename Use>
void forEachWord(QStringView title, const Use &use)
{
    QString text = model::lowerCase(title);
    text.replace(u'’', u'\'');
    const QStringView view = text;
    qsizetype begin = 0;
    const auto endWord = [&](qsizetype end) {
        if (const QStringView word = wordOf(view.sliced(begin, end - begin)); !word.isEmpty())
            use(word);
    };
    for (qsizetype i = 0; i < view.size();) {
        const bool pair = view[i].isHighSurrogate() && i + 1 < view.size() && view[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(view[i], view[i + 1]) : char32_t(view[i].unicode());
        const qsizetype next = i + 1 + pair;
        if (!isWordCharacter(c)) {
            endWord(i);
            begin = next;
        }
        i = next;
    }
    endWord(view.size());
}

QStringList readWordList(const QString &name)
{
    QStringList words;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return words;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (!line.startsWith(u'#'))
            words += line.simplified().split(u' ', Qt::SkipEmptyParts);
    }
    return words;
}

const QStringList &englishStopWords()
{
    static const QStringList words = readWordList(u":/stopwords-en.txt"_s);
    return words;
}

/// A stop word that would fall apart into several words meets none of a title, so it is left out.
void insert(QSet<QString> &set, const QStringList &words)
{
    for (const QString &word : words) {
        const QStringList parts = titleWords(word);
        if (parts.size() == 1)
            set.insert(parts.first());
    }
}

struct Count {
    qsizetype titles = 0;
    qsizetype lastTitle = -1;
    qsizetype rank = 0; ///< in order of first appearance
};

} // namespace

QStringList titleWords(QStringView title)
{
    QStringList words;
    forEachWord(title, [&](QStringView word) { words += word.toString(); });
    return words;
}

QSet<QString> stopWords(const QStringList &own)
{
    static const QSet<QString> english = [] {
        QSet<QString> set;
        insert(set, englishStopWords());
        return set;
    }();
    QSet<QString> words = english;
    insert(words, own);
    return words;
}

QStringList motifs(const QStringList &titles, const QSet<QString> &stopWords, int most)
{
    QHash<QString, Count> counts;
    for (qsizetype title = 0; title < titles.size(); ++title) {
        forEachWord(titles[title], [&](QStringView word) {
            const QString text = word.toString();
            auto count = counts.find(text);
            if (count == counts.end())
                count = counts.insert(text, { .titles = 0, .lastTitle = -1, .rank = counts.size() });
            count->titles += count->lastTitle != title;
            count->lastTitle = title;
        });
    }
    struct Motif {
        QString word;
        Count count;
    };
    QList<Motif> found;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it->titles >= 2 && !stopWords.contains(it.key()))
            found.append({ it.key(), *it });
    }
    std::ranges::sort(found, [](const Motif &a, const Motif &b) {
        return a.count.titles != b.count.titles ? a.count.titles > b.count.titles : a.count.rank < b.count.rank;
    });
    QStringList words;
    for (qsizetype i = 0; i < std::min<qsizetype>(most, found.size()); ++i)
        words += found[i].word;
    return words;
}

} // namespace quillway::analysis
