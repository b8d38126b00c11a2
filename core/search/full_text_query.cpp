// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/full_text_query.h"

#include "core/search/code_points.h"
#include "core/search/indexed_text.h"

using namespace Qt::StringLiterals;

namespace quillway::search {

namespace {

constexpr qsizetype mostWords = 32;
constexpr qsizetype longestWord = 200;

/// How the index's tokenizer sees a character: unicode61 takes letters, marks behind them, numbers and private characters for parts of words.
bool isOfWord(char32_t point)
{
    return QChar::isLetterOrNumber(point) || QChar::category(point) == QChar::Other_PrivateUse;
}

/// The letters in the term's last word, and whether the term ends with it.
struct LastWord {
    int length = 0;
    bool atEnd = false;
};

LastWord lastWordOf(QStringView term)
{
    LastWord last;
    forEachCodePoint(term, [&](char32_t point, qsizetype /*at*/) {
        if (isOfWord(point))
            last = { last.atEnd ? last.length + 1 : 1, true };
        else if (!QChar::isMark(point))
            last.atEnd = false;
    });
    return last;
}

/// One term as an FTS5 phrase; empty if there is nothing in it to look for.
QString phrase(const SearchTerm &term)
{
    const QString text = cutForIndex(term.text.left(longestWord));
    const LastWord last = lastWordOf(text);
    if (last.length == 0)
        return {};
    const bool begins = !term.quoted && last.length > 1 && last.atEnd;
    return u'"' + QString(text).replace(u'"', u' ') + (begins ? u"\" *"_s : u"\""_s);
}

QString joined(const QList<SearchTerm> &terms, QLatin1StringView with)
{
    QStringList phrases;
    for (const SearchTerm &term : terms.first(std::min(mostWords, terms.size())))
        phrases.append(phrase(term));
    phrases.removeAll(QString());
    return phrases.join(with);
}

} // namespace

FullTextQuery fullTextQuery(const PostFilter &filter)
{
    return { joined(filter.wanted.words, " AND "_L1), joined(filter.unwanted.words, " OR "_L1) };
}

} // namespace quillway::search
