// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fuzzy.h"

#include "core/search/fold.h"

#include <algorithm>
#include <array>

namespace quillway::search {

namespace {

constexpr qsizetype longestName = 256;
constexpr qsizetype longestPiece = 64;
constexpr int nowhere = -1'000'000; // far below any score

constexpr int letterWorth = 8;
constexpr int startWorth = 28;
constexpr int wordWorth = 24;
constexpr int camelWorth = 20;
constexpr int nextWorth = 22;
constexpr int gapCost = 3;
constexpr int firstRunCost = 2;
constexpr int innerRunCost = 10;
constexpr int strayRunCost = 12;
constexpr int leastWorth = 7; // of a letter, on the average

using Row = std::array<int, longestName>;

int edgeWorth(Edge edge)
{
    switch (edge) {
    case Edge::Start: return startWorth;
    case Edge::Word: return wordWorth;
    case Edge::Camel: return camelWorth;
    case Edge::None: break;
    }
    return 0;
}

quint64 lettersOf(QStringView folded)
{
    quint64 letters = 0;
    for (const QChar c : folded)
        letters |= quint64(1) << (c.unicode() & 63U);
    return letters;
}

Edge edgeBetween(QChar before, QChar here)
{
    if (!here.isLetterOrNumber())
        return Edge::None;
    if (!before.isLetterOrNumber() && !before.isMark() && !before.isSurrogate())
        return Edge::Word;
    const bool hump = here.isUpper() && before.isLower();
    return hump || (here.isDigit() != before.isDigit()) ? Edge::Camel : Edge::None;
}

std::vector<Edge> edgesOf(QStringView name, const QList<qsizetype> &origins, qsizetype count)
{
    std::vector<Edge> edges(std::size_t(count), Edge::None);
    const qsizetype lastPart = name.lastIndexOf(u'/') + 1;
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype at = origins[i];
        if (i > 0 && origins[i - 1] == at)
            continue; // a second unit of the same character
        edges[std::size_t(i)] = at == lastPart ? Edge::Start : at == 0 ? Edge::Word : edgeBetween(name[at - 1], name[at]);
    }
    return edges;
}

/// True if the letters occur in that order: most names fall here, at little cost.
bool isSubsequence(QStringView piece, QStringView name)
{
    qsizetype at = 0;
    for (const QChar c : piece) {
        at = name.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

/// The best ways to put the piece's first letters so that the last of them stands at each place: one letter more with each call of next().
class Rows
{
public:
    explicit Rows(const FuzzyName &name)
        : m_name(name)
    { }

    /// `from`, if given: where the letter before stood, for each place; -1 for the first letter.
    const Row &next(QChar letter, bool first, qsizetype *from)
    {
        const Row &before = m_rows[m_at];
        m_at ^= 1U;
        Row &row = m_rows[m_at];
        int sameWord = nowhere; // the best end of the letters before, within this word
        int anyWord = nowhere;
        qsizetype sameWordPlace = -1;
        qsizetype anyWordPlace = -1;
        const qsizetype size = m_name.text.size();
        for (qsizetype i = 0; i < size; ++i) {
            const Edge edge = m_name.edges[std::size_t(i)];
            if (!first) {
                const bool begins = edge != Edge::None;
                if (begins || (i > 0 && m_name.edges[std::size_t(i - 1)] != Edge::None))
                    sameWord = nowhere; // the place two back is in the word before
                else
                    carry(sameWord, sameWordPlace, before, i);
                carry(anyWord, anyWordPlace, before, i);
            }
            row[std::size_t(i)] = nowhere;
            if (m_name.text[i] != letter)
                continue;
            if (first) {
                row[std::size_t(i)] = letterWorth + (edge == Edge::None ? -firstRunCost : edgeWorth(edge));
                continue;
            }
            const int jump = edge == Edge::None ? std::max(sameWord - innerRunCost, anyWord - strayRunCost) : anyWord + edgeWorth(edge);
            qsizetype place = edge == Edge::None && sameWord - innerRunCost >= anyWord - strayRunCost ? sameWordPlace : anyWordPlace;
            int best = jump;
            if (i > 0 && before[std::size_t(i - 1)] > nowhere / 2) {
                const int adjacent = before[std::size_t(i - 1)] + std::max(nextWorth, edgeWorth(edge));
                if (adjacent >= best) {
                    best = adjacent;
                    place = i - 1;
                }
            }
            if (best > nowhere / 2)
                row[std::size_t(i)] = best + letterWorth;
            if (from)
                from[i] = place;
        }
        return row;
    }

private:
    /// Takes over an end two places back, and makes what was there dearer by the letter passed.
    static void carry(int &best, qsizetype &place, const Row &before, qsizetype i)
    {
        --best;
        if (i >= 2 && before[std::size_t(i - 2)] - gapCost - 1 > best) {
            best = before[std::size_t(i - 2)] - gapCost - 1;
            place = i - 2;
        }
    }

    const FuzzyName &m_name;
    std::array<Row, 2> m_rows;
    unsigned m_at = 0;
};

int worthOf(int best, qsizetype letters)
{
    return best >= leastWorth * int(letters) ? best : nowhere;
}

/// One letter is in most names, and needs no rows.
int letterScore(QChar letter, const FuzzyName &name)
{
    int best = nowhere;
    for (qsizetype at = name.text.indexOf(letter); at >= 0; at = name.text.indexOf(letter, at + 1)) {
        const Edge edge = name.edges[std::size_t(at)];
        best = std::max(best, letterWorth + (edge == Edge::None ? -firstRunCost : edgeWorth(edge)));
        if (edge == Edge::Start)
            break;
    }
    return worthOf(best, 1);
}

int pieceScore(QStringView piece, const FuzzyName &name)
{
    if (piece.size() == 1)
        return letterScore(piece[0], name);
    Rows rows(name);
    const Row *last = &rows.next(piece.front(), true, nullptr);
    for (const QChar letter : piece.sliced(1))
        last = &rows.next(letter, false, nullptr);
    return worthOf(*std::max_element(last->begin(), last->begin() + name.text.size()), piece.size());
}

/// Where the piece's letters stand in the folded name; empty if it is not found.
std::vector<qsizetype> piecePlaces(QStringView piece, const FuzzyName &name)
{
    const qsizetype size = name.text.size();
    std::vector<qsizetype> from(std::size_t(piece.size() * size), -1);
    Rows rows(name);
    const Row *last = nullptr;
    for (qsizetype i = 0; i < piece.size(); ++i)
        last = &rows.next(piece[i], i == 0, from.data() + i * size);
    const auto best = std::max_element(last->begin(), last->begin() + size);
    if (worthOf(*best, piece.size()) == nowhere)
        return {};
    std::vector<qsizetype> places(std::size_t(piece.size()));
    qsizetype place = best - last->begin();
    for (qsizetype i = piece.size() - 1; i >= 0; --i) {
        places[std::size_t(i)] = place;
        place = from[std::size_t(i * size + place)];
    }
    return places;
}

bool mayHold(const FuzzyName &name, QStringView piece, quint64 letters)
{
    return (letters & ~name.letters) == 0 && piece.size() <= name.text.size() && isSubsequence(piece, name.text);
}

} // namespace

FuzzyName::FuzzyName(QStringView name)
{
    const FoldedText folded = foldWithOrigins(name.first(std::min(name.size(), longestName)));
    const qsizetype count = std::min(folded.text.size(), longestName);
    text = folded.text.first(count);
    edges = edgesOf(name, folded.origins, count);
    letters = lettersOf(text);
}

FuzzyQuery::FuzzyQuery(QStringView typed)
{
    const QString folded = fold(typed.first(std::min<qsizetype>(typed.size(), 1000))).simplified();
    for (const QStringView typedPiece : QStringView(folded).tokenize(u' ', Qt::SkipEmptyParts)) {
        const QStringView piece = typedPiece.first(std::min(typedPiece.size(), longestPiece));
        m_pieces.push_back({ piece.toString(), lettersOf(piece) });
    }
}

std::optional<int> FuzzyQuery::score(const FuzzyName &name, const FuzzyName *detail, DetailUse use) const
{
    int total = 0;
    bool inName = use == DetailUse::Alone;
    for (const Piece &piece : m_pieces) {
        int best = mayHold(name, piece.text, piece.letters) ? pieceScore(piece.text, name) : nowhere;
        inName = inName || best != nowhere;
        if (best == nowhere && detail && mayHold(*detail, piece.text, piece.letters)) {
            best = pieceScore(piece.text, *detail);
            best = best == nowhere ? nowhere : best / 2;
        }
        if (best == nowhere)
            return std::nullopt;
        total += best;
    }
    return inName || m_pieces.empty() ? std::optional(total) : std::nullopt;
}

QList<Mark> FuzzyQuery::marks(QStringView name) const
{
    const FuzzyName ready(name);
    const QList<qsizetype> origins = foldWithOrigins(name).origins;
    std::vector<bool> marked(std::size_t(name.size()), false);
    for (const Piece &piece : m_pieces) {
        if (!mayHold(ready, piece.text, piece.letters))
            continue;
        for (const qsizetype place : piecePlaces(piece.text, ready)) {
            qsizetype end = place + 1;
            while (end + 1 < origins.size() && origins[end] == origins[place])
                ++end; // the other units of one character
            for (qsizetype i = origins[place]; i < origins[end]; ++i)
                marked[std::size_t(i)] = true;
        }
    }
    QList<Mark> marks;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!marked[std::size_t(i)])
            continue;
        if (!marks.isEmpty() && marks.constLast().begin + marks.constLast().length == i)
            ++marks.last().length;
        else
            marks.append({ i, 1 });
    }
    return marks;
}

} // namespace quillway::search
