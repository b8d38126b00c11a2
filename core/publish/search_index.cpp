// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/search_index.h"

#include "core/base/fingerprint.h"
#include "core/base/parallel.h"
#include "core/text/markdown/utf8_cursor.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace quillway::publish {

namespace {

constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr quint32 half = 32;
constexpr qsizetype fewDocuments = 60;
constexpr qsizetype mostUsual = 1000;

/// The number that a sign stands for, 64 if it is none.
constexpr std::array<quint8, 256> valuesOfSigns()
{
    std::array<quint8, 256> values {};
    values.fill(64);
    for (size_t i = 0; i < signs.size(); ++i)
        values[quint8(signs[i])] = quint8(i);
    return values;
}
constexpr std::array<quint8, 256> values = valuesOfSigns();

void appendNumber(QByteArray &to, quint32 number)
{
    for (; number >= half; number /= half)
        to += signs[number % half];
    to += signs[half + number];
}

/// Calls visit(posting, begin, end) for each, which stands at the bytes [begin, end). False if something stands there that is none.
template<typename Visit>
bool visitPostings(QByteArrayView written, Visit visit)
{
    qsizetype begin = 0;
    qsizetype end = 0;
    quint64 number = 0;
    int shift = 0;
    quint64 next = 0;
    for (const char sign : written) {
        ++end;
        const quint32 value = values[quint8(sign)];
        if (value >= 2 * half || shift > 30)
            return false;
        number |= quint64(value % half) << shift;
        shift += 5;
        if (value < half)
            continue;
        next += number >> 3;
        if (next >= mostDocuments)
            return false;
        visit(Posting { quint32(next) & (mostDocuments - 1), quint32(number) & 7U }, begin, end);
        begin = end;
        ++next;
        number = 0;
        shift = 0;
    }
    return true;
}

/// A word's line in an index: `lines` from begin, its postings from wordEnd + 1, its line end at end - 1.
struct Line {
    qsizetype begin = 0;
    qsizetype wordEnd = 0;
    qsizetype end = 0;

    [[nodiscard]] QByteArrayView word(QByteArrayView lines) const { return lines.sliced(begin, wordEnd - begin); }
    [[nodiscard]] QByteArrayView postings(QByteArrayView lines) const { return lines.sliced(wordEnd + 1, end - wordEnd - 2); }
};

std::vector<Line> linesOf(QByteArrayView text)
{
    std::vector<Line> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype blank = text.indexOf(' ', at);
        if (end < 0 || blank < 0 || blank > end)
            break;
        lines.push_back({ at, blank, end + 1 });
        at = end + 1;
    }
    return lines;
}

/// All that is said of one word: of the former index, and what was read anew.
struct Said {
    QByteArrayView word;
    QByteArrayView former; ///< postings, written
    qsizetype readBegin = 0; ///< in Merge::m_read
    qsizetype readEnd = 0;
};

/// Appends postings, those that are there already among those that are new, all by document. What stands behind the same document as before is copied as it
/// is written: most lines are long and get one posting more.
class PostingRewriter
{
public:
    /// All must outlive this.
    PostingRewriter(QByteArrayView former, const std::vector<Posting> &added, QByteArray &to)
        : m_former(former)
        , m_added(added)
        , m_next(added.begin())
        , m_to(to)
    { }

    /// The next of the former ones, which stands at [begin, end); its document is `now`, or gone: -1.
    void take(const Posting &posting, qint32 now, qsizetype begin, qsizetype end)
    {
        const quint32 distance = posting.document - m_formerNext;
        m_formerNext = posting.document + 1;
        if (now < 0)
            return;
        const auto document = quint32(now);
        appendBefore(document);
        if (document - m_writtenNext != distance) {
            copy();
            append(document, posting.rank);
            return;
        }
        if (m_copyEnd != begin) {
            copy();
            m_copyBegin = begin;
        }
        m_copyEnd = end;
        m_writtenNext = document + 1;
        ++m_count;
    }

    /// How many have been written.
    [[nodiscard]] quint32 finish()
    {
        appendBefore(mostDocuments);
        copy();
        return m_count;
    }

private:
    void appendBefore(quint32 document)
    {
        for (; m_next != m_added.end() && m_next->document < document; ++m_next) {
            copy();
            append(m_next->document, m_next->rank);
        }
    }

    void append(quint32 document, quint32 rank)
    {
        appendNumber(m_to, (document - m_writtenNext) << 3 | rank);
        m_writtenNext = document + 1;
        ++m_count;
    }

    void copy()
    {
        m_to.append(m_former.sliced(m_copyBegin, m_copyEnd - m_copyBegin));
        m_copyBegin = m_copyEnd = 0;
    }

    const QByteArrayView m_former;
    const std::vector<Posting> &m_added;
    std::vector<Posting>::const_iterator m_next;
    QByteArray &m_to;
    qsizetype m_copyBegin = 0; ///< of what is still to be copied
    qsizetype m_copyEnd = 0;
    quint32 m_formerNext = 0; ///< the first document that could follow
    quint32 m_writtenNext = 0;
    quint32 m_count = 0;
};

class Merge
{
public:
    explicit Merge(const IndexChange &change)
        : m_change(change)
    {
        for (const std::vector<CollectedWord> &part : change.read) {
            for (const CollectedWord &word : part)
                m_read.push_back(&word);
        }
        std::ranges::sort(m_read, {}, [](const CollectedWord *word) { return QByteArrayView(word->word); });
        qint32 last = -1;
        for (const qint32 number : change.numbers) {
            m_keepsOrder = m_keepsOrder && (number < 0 || number > last);
            last = std::max(last, number);
        }
        joinWords();
    }

    [[nodiscard]] IndexedWords run(int threads) const
    {
        const qsizetype parts = qsizetype(threadCount(threads)) * 4;
        std::vector<IndexedWords> made(static_cast<size_t>(parts));
        forEachIndex(parts, threads, [&](qsizetype part) {
            const auto count = qsizetype(m_said.size());
            for (qsizetype i = count * part / parts; i < count * (part + 1) / parts; ++i)
                write(m_said[size_t(i)], made[size_t(part)]);
        });
        IndexedWords all;
        qsizetype size = 0;
        for (const IndexedWords &part : made)
            size += part.lines.size();
        all.lines.reserve(size);
        for (const IndexedWords &part : made) {
            all.lines += part.lines;
            all.documents.insert(all.documents.end(), part.documents.begin(), part.documents.end());
        }
        return all;
    }

private:
    void joinWords()
    {
        const std::vector<Line> former = linesOf(m_change.former);
        m_said.reserve(former.size());
        auto line = former.begin();
        const auto takeLine = [&] {
            m_said.push_back({ line->word(m_change.former), line->postings(m_change.former) });
            ++line;
        };
        for (size_t i = 0; i < m_read.size();) {
            const QByteArrayView word = m_read[i]->word;
            while (line != former.end() && line->word(m_change.former) < word)
                takeLine();
            if (line != former.end() && line->word(m_change.former) == word)
                takeLine();
            else
                m_said.push_back({ word, {} });
            m_said.back().readBegin = qsizetype(i);
            while (i < m_read.size() && m_read[i]->word == word)
                ++i;
            m_said.back().readEnd = qsizetype(i);
        }
        while (line != former.end())
            takeLine();
    }

    void write(const Said &said, IndexedWords &to) const
    {
        std::vector<Posting> read;
        for (qsizetype i = said.readBegin; i < said.readEnd; ++i)
            read.insert(read.end(), m_read[size_t(i)]->postings.begin(), m_read[size_t(i)]->postings.end());
        const qsizetype begin = to.lines.size();
        to.lines.append(said.word).append(' ');
        const quint32 documents = appendPostings(said.former, std::move(read), to.lines);
        if (documents == 0) {
            to.lines.truncate(begin);
            return;
        }
        to.lines.append('\n');
        to.documents.push_back(documents);
    }

    /// What is kept of the former postings, and those read anew. How many they are.
    quint32 appendPostings(QByteArrayView former, std::vector<Posting> read, QByteArray &to) const
    {
        if (!m_keepsOrder) {
            for (const Posting &posting : readPostings(former)) {
                if (const qint32 now = numberNow(posting); now >= 0)
                    read.push_back({ quint32(now) & (mostDocuments - 1), posting.rank });
            }
            former = {};
        }
        std::ranges::sort(read, {}, [](const Posting &posting) { return posting.document; });
        const qsizetype begin = to.size();
        PostingRewriter rewriter(former, read, to);
        const auto rewrite = [&](const Posting &posting, qsizetype from, qsizetype end) {
            rewriter.take(posting, numberNow(posting), from, end);
        };
        if (visitPostings(former, rewrite))
            return rewriter.finish();
        to.truncate(begin);
        return PostingRewriter({}, read, to).finish();
    }

    [[nodiscard]] qint32 numberNow(const Posting &posting) const
    {
        return posting.document < m_change.numbers.size() ? m_change.numbers[posting.document] : -1;
    }

    const IndexChange &m_change;
    std::vector<const CollectedWord *> m_read; ///< by word
    std::vector<Said> m_said;
    bool m_keepsOrder = true; ///< documents of the former index follow each other as they did
};

/// Cuts lines into pieces along the words' beginnings.
class Cutter
{
public:
    explicit Cutter(const QByteArray &text)
        : m_text(text)
        , m_lines(linesOf(text))
    { }

    [[nodiscard]] QList<IndexPiece> cut()
    {
        QList<IndexPiece> pieces = cut(0, qsizetype(m_lines.size()), 0);
        QByteArrayView before;
        QSet<QByteArray> names;
        for (IndexPiece &piece : pieces) {
            const QByteArrayView content = QByteArrayView(m_text).sliced(piece.begin, piece.end - piece.begin);
            piece.beginning = distinction(content.first(content.indexOf(' ')), before).toByteArray();
            piece.content = fingerprint(content);
            const QByteArray hash = piece.content.toHex();
            for (qsizetype length = nameLength; piece.name.isEmpty() || names.contains(piece.name); ++length)
                piece.name = hash.first(length);
            names.insert(piece.name);
            const QByteArrayView last = content.sliced(content.chopped(1).lastIndexOf('\n') + 1);
            before = last.first(last.indexOf(' '));
        }
        return pieces;
    }

private:
    static constexpr qsizetype nameLength = 6; ///< characters: readers load them all

    /// As much of `word` as tells that it comes behind `before`.
    [[nodiscard]] static QByteArrayView distinction(QByteArrayView word, QByteArrayView before)
    {
        const auto same = qsizetype(std::ranges::mismatch(word, before).in1 - word.begin());
        return word.first(codePointEnd(word, same));
    }

    /// The lines [first, last), whose words have their first `depth` bytes in common.
    [[nodiscard]] QList<IndexPiece> cut(qsizetype first, qsizetype last, qsizetype depth) const
    {
        if (first == last)
            return {};
        const IndexPiece whole { {}, {}, {}, m_lines[size_t(first)].begin, m_lines[size_t(last - 1)].end };
        if (last - first == 1 || whole.end - whole.begin <= pieceSize)
            return { whole };
        QList<IndexPiece> pieces;
        for (qsizetype begin = first; begin < last;) {
            qsizetype end = begin + 1;
            const QByteArrayView beginning = beginningOf(begin, depth);
            while (end < last && beginningOf(end, depth) == beginning)
                ++end;
            for (const IndexPiece &piece : cut(begin, end, std::max(depth + 1, beginning.size()))) {
                if (!pieces.isEmpty() && piece.end - pieces.last().begin <= pieceSize)
                    pieces.last().end = piece.end;
                else
                    pieces.append(piece);
            }
            begin = end;
        }
        return pieces;
    }

    /// The word's first `depth` bytes and the code point behind them.
    [[nodiscard]] QByteArrayView beginningOf(qsizetype line, qsizetype depth) const
    {
        const QByteArrayView word = m_lines[size_t(line)].word(m_text);
        return word.first(codePointEnd(word, depth));
    }

    /// The end of the code point that has the byte at `at`; the word's, if it is shorter.
    [[nodiscard]] static qsizetype codePointEnd(QByteArrayView word, qsizetype at)
    {
        qsizetype end = std::min(at + 1, word.size());
        while (end < word.size() && text::isContinuationByte(word[end]))
            ++end;
        return end;
    }

    const QByteArray &m_text;
    std::vector<Line> m_lines;
};

/// The words of the lines that `isTaken` takes by how many documents they stand in.
template<typename IsTaken>
QList<QByteArray> wordsOf(const IndexedWords &index, IsTaken isTaken)
{
    QList<QByteArray> words;
    const std::vector<Line> lines = linesOf(index.lines);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (isTaken(index.documents[i], lines[i]))
            words.append(lines[i].word(index.lines).toByteArray());
    }
    return words;
}

bool isCommon(quint32 ofWord, qsizetype documents)
{
    return documents >= fewDocuments && qsizetype(ofWord) * 2 > documents;
}

} // namespace

void appendLine(QByteArray &lines, QByteArrayView word, const std::vector<Posting> &postings)
{
    lines.append(word).append(' ');
    std::ignore = PostingRewriter({}, postings, lines).finish();
    lines += '\n';
}

std::vector<Posting> readPostings(QByteArrayView written)
{
    std::vector<Posting> postings;
    postings.reserve(size_t(written.size()) / 2);
    return visitPostings(written, [&](const Posting &posting, qsizetype, qsizetype) { postings.push_back(posting); })
        ? postings
        : std::vector<Posting>();
}

IndexedWords changedIndex(const IndexChange &change, int threads)
{
    return Merge(change).run(threads);
}

QList<IndexPiece> piecesOf(const QByteArray &lines)
{
    return Cutter(lines).cut();
}

QList<QByteArray> commonWords(const IndexedWords &index, qsizetype documents)
{
    return wordsOf(index, [&](quint32 ofWord, const Line &) { return isCommon(ofWord, documents); });
}

QList<QByteArray> usualWords(const IndexedWords &index, qsizetype documents)
{
    constexpr qsizetype shortest = 4; // bytes: shorter words are too like each other
    const auto isCandidate = [&](quint32 ofWord, const Line &line) {
        return ofWord > 1 && line.wordEnd - line.begin >= shortest && !isCommon(ofWord, documents);
    };
    std::vector<quint32> counts;
    const std::vector<Line> lines = linesOf(index.lines);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (isCandidate(index.documents[i], lines[i]))
            counts.push_back(index.documents[i]);
    }
    if (qsizetype(counts.size()) <= mostUsual)
        return wordsOf(index, isCandidate);
    // Of words in equally many documents all or none, lest it matter which comes first.
    std::ranges::nth_element(counts, counts.begin() + mostUsual, std::greater());
    const quint32 least = counts[mostUsual];
    return wordsOf(index, [&](quint32 ofWord, const Line &line) { return isCandidate(ofWord, line) && ofWord > least; });
}

} // namespace quillway::publish
