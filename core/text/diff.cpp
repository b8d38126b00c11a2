// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/diff.h"

#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace quillway::text {

namespace {

/// The size of the line end at that place, 0 if there is none.
qsizetype endSize(QByteArrayView text, qsizetype at)
{
    switch (text[at]) {
    case '\n': return 1;
    case '\r': return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    case '\xE2': return text.sliced(at).startsWith("\xE2\x80\xA9") ? 3 : 0;
    default: return 0;
    }
}

qsizetype endSize(QStringView text, qsizetype at)
{
    switch (text[at].unicode()) {
    case u'\n':
    case u'\x2029': return 1;
    case u'\r': return at + 1 < text.size() && text[at + 1] == u'\n' ? 2 : 1;
    default: return 0;
    }
}

template<typename View>
QList<View> linesOf(View text)
{
    QList<View> lines;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endSize(text, at);
        at += std::max<qsizetype>(1, end);
        if (end == 0)
            continue;
        lines.append(text.sliced(begin, at - begin));
        begin = at;
    }
    if (begin < text.size())
        lines.append(text.sliced(begin));
    return lines;
}

/// Equal elements get equal numbers, in both sequences.
template<typename View>
class Numbers
{
public:
    std::vector<int> of(const QList<View> &elements)
    {
        std::vector<int> numbers;
        numbers.reserve(static_cast<size_t>(elements.size()));
        for (const View element : elements) {
            const auto known = m_numbers.constFind(element);
            numbers.push_back(known != m_numbers.cend() ? *known : *m_numbers.insert(element, static_cast<int>(m_numbers.size())));
        }
        return numbers;
    }

private:
    QHash<View, int> m_numbers;
};

bool isBlank(auto line)
{
    return line.trimmed().isEmpty();
}

bool isHeading(QByteArrayView line)
{
    return line.startsWith('#');
}

bool isHeading(QStringView line)
{
    return line.startsWith(u'#');
}

/// How well a block of lines that came or went reads if it begins there: as a paragraph does, best with its heading.
int beginning(const auto &lines, qsizetype at)
{
    if (at >= lines.size() || isBlank(lines[at]))
        return 0;
    const int heading = isHeading(lines[at]) ? 1 : 0;
    return at > 0 && isBlank(lines[at - 1]) ? 2 + heading : heading;
}

/// Moves the block within [least, most] over lines that are the same on both of its sides to where it reads best, else as far down as it goes.
/// By how many lines.
qsizetype bestShift(const auto &lines, const Range &block, qsizetype least, qsizetype most)
{
    qsizetype up = 0;
    while (block.begin - up > least && lines[block.begin - up - 1] == lines[block.end() - up - 1])
        ++up;
    qsizetype down = 0;
    while (block.end() + down < most && lines[block.begin + down] == lines[block.end() + down])
        ++down;
    qsizetype best = down;
    for (qsizetype shift = down - 1; shift >= -up; --shift) {
        if (beginning(lines, block.begin + shift) > beginning(lines, block.begin + best))
            best = shift;
    }
    return best;
}

template<typename View>
QList<Hunk> lineHunks(const QList<View> &before, const QList<View> &after, DiffEffort effort)
{
    Numbers<View> numbers;
    const std::vector<int> a = numbers.of(before);
    const std::vector<int> b = numbers.of(after);
    QList<Hunk> hunks = diffSequences(a, b, effort);
    for (qsizetype i = 0; i < hunks.size(); ++i) {
        Hunk &hunk = hunks[i];
        if (hunk.before.count > 0 && hunk.after.count > 0)
            continue;
        const bool came = hunk.before.count == 0;
        Range &block = came ? hunk.after : hunk.before;
        const auto sideOf = [came](const Hunk &other) { return came ? other.after : other.before; };
        // A line between two hunks stays, or they would be one.
        const qsizetype least = i == 0 ? 0 : sideOf(hunks[i - 1]).end() + 1;
        const qsizetype most = i + 1 == hunks.size() ? (came ? after : before).size() : sideOf(hunks[i + 1]).begin - 1;
        const qsizetype shift = bestShift(came ? after : before, block, least, most);
        hunk.before.begin += shift;
        hunk.after.begin += shift;
    }
    return hunks;
}

constexpr qsizetype longestForWords = 20'000; // UTF-16 units

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = finder.toNextBoundary();
        if (end <= begin)
            break;
        words.append(text.sliced(begin, end - begin));
        begin = end;
    }
    return words;
}

bool hasWord(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate() || c.isSymbol(); });
}

qsizetype wordUnits(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate() || c.isSymbol(); });
}

/// What of `text` lies outside the hunks, in units of its words.
qsizetype commonUnits(QStringView text, const QList<Hunk> &hunks)
{
    qsizetype common = 0;
    qsizetype at = 0;
    for (const Hunk &hunk : hunks) {
        common += wordUnits(text.sliced(at, hunk.before.begin - at));
        at = hunk.before.end();
    }
    return common + wordUnits(text.sliced(at));
}

/// From places of words to places in the text.
QList<Hunk> inUnits(const QList<Hunk> &hunks, QStringView before, const QList<QStringView> &wordsBefore, QStringView after,
                    const QList<QStringView> &wordsAfter)
{
    const auto place = [](const Range &range, QStringView text, const QList<QStringView> &words) {
        const auto at = [&](qsizetype n) { return n == words.size() ? text.size() : words[n].data() - text.data(); };
        return Range { at(range.begin), at(range.end()) - at(range.begin) };
    };
    QList<Hunk> result;
    for (const Hunk &hunk : hunks)
        result.append(Hunk { place(hunk.before, before, wordsBefore), place(hunk.after, after, wordsAfter) });
    return result;
}

QList<Hunk> withoutIslands(const QList<Hunk> &hunks, QStringView before)
{
    QList<Hunk> result;
    for (const Hunk &hunk : hunks) {
        if (result.isEmpty() || hasWord(before.sliced(result.last().before.end(), hunk.before.begin - result.last().before.end()))) {
            result.append(hunk);
            continue;
        }
        Hunk &last = result.last();
        last.before.count = hunk.before.end() - last.before.begin;
        last.after.count = hunk.after.end() - last.after.begin;
    }
    return result;
}

} // namespace

QList<QByteArrayView> splitLines(QByteArrayView text)
{
    return linesOf(text);
}

QList<QStringView> splitLines(QStringView text)
{
    return linesOf(text);
}

QList<Hunk> diffLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after)
{
    return lineHunks(before, after, DiffEffort::Usual);
}

QList<Hunk> diffLines(const QList<QStringView> &before, const QList<QStringView> &after, DiffEffort effort)
{
    return lineHunks(before, after, effort);
}

QList<Hunk> diffWords(QStringView before, QStringView after)
{
    if (before == after)
        return {};
    QList<Hunk> everything { Hunk { { 0, before.size() }, { 0, after.size() } } };
    if (before.isEmpty() || after.isEmpty() || before.size() + after.size() > longestForWords)
        return everything;
    const QList<QStringView> wordsBefore = wordsOf(before);
    const QList<QStringView> wordsAfter = wordsOf(after);
    Numbers<QStringView> numbers;
    const std::vector<int> a = numbers.of(wordsBefore);
    const std::vector<int> b = numbers.of(wordsAfter);
    const QList<Hunk> hunks = withoutIslands(inUnits(diffSequences(a, b), before, wordsBefore, after, wordsAfter), before);
    // Less than a fourth of the shorter one in common is chance: "the", "a".
    const qsizetype shorter = std::min(wordUnits(before), wordUnits(after));
    return shorter > 0 && commonUnits(before, hunks) * 4 < shorter ? everything : hunks;
}

} // namespace quillway::text
