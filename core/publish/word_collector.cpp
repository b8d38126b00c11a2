// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/word_collector.h"

#include "core/search/fold.h"
#include "core/text/markdown/utf8_cursor.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>

namespace quillway::publish {

namespace {

constexpr qsizetype longestWord = 40; ///< bytes: what is longer is a hash, not a word
constexpr size_t leastSlots = 1024;

struct CodePoint {
    char32_t value = 0;
    qsizetype size = 1; ///< bytes
};

CodePoint codePointAt(QByteArrayView text, qsizetype at)
{
    const char *const begin = text.data() + at;
    const char *end = begin;
    const char32_t value = text::nextCodePoint(end, text.data() + text.size());
    return { value, end - begin };
}

bool isAsciiLetter(char32_t c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool isOfWord(char32_t c)
{
    if (c < 0x80)
        return isAsciiLetter(c) || (c >= '0' && c <= '9');
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

/// Of a script that puts no blanks between words.
bool isDense(char32_t c)
{
    if (c < 0x0E00)
        return false;
    return c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x3FFFF);
}

/// Finds a sign behind places that ascend, so that a text is gone through once however often it is asked.
class NextSign
{
public:
    NextSign(QByteArrayView text, char sign)
        : m_text(text)
        , m_sign(sign)
    { }
    /// The text's end if there is none.
    [[nodiscard]] qsizetype from(qsizetype place)
    {
        if (m_at < place) {
            m_at = m_text.indexOf(m_sign, place);
            m_at = m_at < 0 ? m_text.size() : m_at;
        }
        return m_at;
    }

private:
    QByteArrayView m_text;
    char m_sign;
    qsizetype m_at = -1;
};

/// What a reader of Markdown does not see.
class HiddenParts
{
public:
    explicit HiddenParts(QByteArrayView text)
        : m_text(text)
        , m_lineEnd(text, '\n')
        , m_parenthesis(text, ')')
        , m_bracket(text, '>')
    { }

    /// The end of the one that begins at `at`; `at` itself if none does.
    [[nodiscard]] qsizetype end(qsizetype at)
    {
        constexpr qsizetype longestTag = 2000; // bytes
        const QByteArrayView rest = m_text.sliced(at);
        if (rest.startsWith("](")) {
            const qsizetype end = m_parenthesis.from(at);
            return end < m_lineEnd.from(at) ? end : at;
        }
        if (rest.startsWith("<!--")) {
            const qsizetype end = rest.indexOf("-->");
            return end < 0 ? m_text.size() : at + end + 3;
        }
        if (rest.size() < 2 || rest[0] != '<' || !isAsciiLetter(char32_t(quint8(rest[1]))))
            return at;
        const qsizetype end = m_bracket.from(at);
        // What has no attribute may be code: `Result<String>`.
        const bool isTag = end < m_text.size() && end - at < longestTag && rest.first(end - at).contains("=\"");
        return isTag ? end : at;
    }

private:
    QByteArrayView m_text;
    NextSign m_lineEnd;
    NextSign m_parenthesis;
    NextSign m_bracket;
};

/// Words said so often for a text of this length, 0 … 2: BM25's share of the most that a word can reach, with k1 = 1.2 and b = 0.75.
int textRank(quint32 count, quint32 length)
{
    constexpr double usualLength = 600;
    // In steps, so that a sentence more or less gives the other words no other rank.
    const double steps = double(std::bit_ceil(std::max(length, 1U)));
    const double share = count / (count + 1.2 * (0.25 + 0.75 * steps / usualLength));
    return share < 0.4 ? 0 : share < 0.7 ? 1 : 2;
}

quint32 rankOf(quint8 fields, int ofText)
{
    using Field = WordCollector::Field;
    const bool isElsewhere = ofText == 2 || !std::has_single_bit(fields);
    if ((fields & quint8(Field::Title)) != 0)
        return isElsewhere ? 7 : 6;
    if ((fields & quint8(Field::Heading)) != 0)
        return isElsewhere ? 5 : 4;
    if ((fields & quint8(Field::Tag)) != 0)
        return 3;
    return quint32(ofText);
}

} // namespace

void WordCollector::begin(quint32 document)
{
    endDocument();
    m_document = document;
}

void WordCollector::endDocument()
{
    for (const qint32 index : m_said) {
        Word &word = m_words[size_t(index)];
        const quint32 rank = rankOf(word.fields, textRank(word.count, m_length)) & 7U;
        word.collected.postings.push_back({ m_document & (mostDocuments - 1), rank });
        word.count = 0;
        word.fields = 0;
    }
    m_said.clear();
    m_length = 0;
}

std::vector<CollectedWord> WordCollector::take()
{
    endDocument();
    std::vector<CollectedWord> words;
    words.reserve(m_words.size());
    for (Word &word : m_words)
        words.push_back(std::move(word.collected));
    *this = WordCollector();
    return words;
}

void WordCollector::addWords(QByteArrayView text, Field field, bool isMarkdown)
{
    HiddenParts hidden(text);
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint first = codePointAt(text, at);
        if (!isOfWord(first.value)) {
            const bool mayHide = isMarkdown && (first.value == '<' || first.value == ']');
            at = std::max(mayHide ? hidden.end(at) : at, at + first.size);
            continue;
        }
        const bool dense = isDense(first.value);
        qsizetype end = at + first.size;
        while (end < text.size()) {
            // Nearly all that is written; looked at without more ado.
            if (const char32_t next = quint8(text[end]); !dense && next < 0x80 && isOfWord(next)) {
                ++end;
                continue;
            }
            const CodePoint next = codePointAt(text, end);
            if (!isOfWord(next.value) || isDense(next.value) != dense)
                break;
            end += next.size;
        }
        if (end - at == 1 && isAsciiLetter(first.value)) {
            const QByteArrayView rest = text.sliced(end);
            const qsizetype sign = rest.startsWith("++") ? 2 : rest.startsWith('#') ? 1 : 0;
            if (sign > 0 && (sign == rest.size() || !isOfWord(codePointAt(rest, sign).value)))
                end += sign;
        }
        addRun(text.sliced(at, end - at), field, dense);
        at = end;
    }
}

void WordCollector::addRun(QByteArrayView text, Field field, bool isDense)
{
    if (!isDense)
        return addSpelling(text, field);
    qsizetype previous = 0;
    qsizetype at = codePointAt(text, 0).size;
    if (at == text.size())
        return addSpelling(text, field);
    while (at < text.size()) {
        const qsizetype size = codePointAt(text, at).size;
        addSpelling(text.sliced(previous, at + size - previous), field);
        previous = at;
        at += size;
    }
}

void WordCollector::addSpelling(QByteArrayView spelling, Field field)
{
    ++m_length;
    if (spelling.size() > longestWord)
        return;
    const size_t hash = qHashBits(spelling.data(), size_t(spelling.size()));
    if (m_used * 2 >= m_slots.size())
        grow();
    Spelling &slot = slotOf(spelling, hash);
    if (slot.size < 0) {
        slot = { hash, m_spellings.size(), qint32(spelling.size()), wordOf(spelling) };
        m_spellings += spelling;
        ++m_used;
    }
    if (slot.word < 0)
        return;
    Word &word = m_words[size_t(slot.word)];
    if (word.count == 0 && word.fields == 0)
        m_said.push_back(slot.word);
    word.count += field == Field::Text ? 1 : 0;
    word.fields |= quint8(field);
}

qint32 WordCollector::wordOf(QByteArrayView spelling)
{
    const QByteArray folded = search::fold(QString::fromUtf8(spelling)).toUtf8();
    if (folded.isEmpty())
        return -1;
    const auto known = m_byFolded.constFind(folded);
    if (known != m_byFolded.cend())
        return *known;
    const auto index = qint32(m_words.size());
    m_byFolded.insert(folded, index);
    m_words.push_back({ { folded, {} }, 0, 0 });
    return index;
}

/// The one that has the spelling, or the free one in which it belongs.
WordCollector::Spelling &WordCollector::slotOf(QByteArrayView spelling, size_t hash)
{
    const size_t mask = m_slots.size() - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        Spelling &slot = m_slots[i];
        if (slot.size < 0 || (slot.hash == hash && QByteArrayView(m_spellings).sliced(slot.begin, slot.size) == spelling))
            return slot;
    }
}

void WordCollector::grow()
{
    std::vector<Spelling> before(std::max(leastSlots, m_slots.size() * 2));
    std::swap(before, m_slots);
    const size_t mask = m_slots.size() - 1;
    for (const Spelling &spelling : before) {
        if (spelling.size < 0)
            continue;
        size_t i = spelling.hash & mask;
        while (m_slots[i].size >= 0)
            i = (i + 1) & mask;
        m_slots[i] = spelling;
    }
}

} // namespace quillway::publish
