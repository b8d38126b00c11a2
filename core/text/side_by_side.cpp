// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/side_by_side.h"

#include "core/text/diff.h"

#include <algorithm>
#include <vector>

namespace quillway::text {

namespace {

constexpr qsizetype mostPairs = 2500; ///< of lines that are held against each other to find the most alike
constexpr qsizetype longestCompared = 4000; ///< UTF-16 units of a line of which likeness is looked for
constexpr double alike = 0.35; ///< at least this share in common, or two lines have nothing to do with each other

QStringView withoutEnd(QStringView line)
{
    if (line.endsWith(u"\r\n"))
        return line.chopped(2);
    const bool hasEnd = line.endsWith(u'\n') || line.endsWith(u'\r') || line.endsWith(QChar(QChar::ParagraphSeparator));
    return hasEnd ? line.chopped(1) : line;
}

QList<QStringView> bareLines(const QString &text)
{
    QList<QStringView> lines = splitLines(QStringView(text));
    std::ranges::transform(lines, lines.begin(), withoutEnd);
    return lines;
}

QStringList copied(const QList<QStringView> &lines)
{
    QStringList list;
    list.reserve(lines.size());
    for (const QStringView line : lines)
        list.append(line.toString());
    return list;
}

/// The pairs of neighbouring characters, sorted: what a line is made of, whatever their order.
std::vector<char32_t> pairsOf(QStringView line)
{
    line = line.first(std::min(line.size(), longestCompared));
    std::vector<char32_t> pairs;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        if (!line[i].isSpace())
            pairs.push_back(char32_t(line[i].unicode()) << 16 | line[i + 1].unicode());
    }
    std::ranges::sort(pairs);
    return pairs;
}

/// The share of pairs that both have, 0 … 1 (L. Dice, 1945).
double likeness(const std::vector<char32_t> &a, const std::vector<char32_t> &b)
{
    if (a.empty() || b.empty())
        return 0;
    size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j)
            ++common;
        const bool stepI = *i <= *j;
        const bool stepJ = *j <= *i;
        i += stepI ? 1 : 0;
        j += stepJ ? 1 : 0;
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

/// Two lines of a difference that stand beside each other, by their places in it.
struct Pair {
    qsizetype before;
    qsizetype after;
};

/// The pairs, in order on both sides, with the greatest likeness in all.
QList<Pair> mostAlike(const QList<QStringView> &before, const QList<QStringView> &after)
{
    const qsizetype rows = before.size();
    const qsizetype columns = after.size();
    std::vector<std::vector<char32_t>> a;
    std::vector<std::vector<char32_t>> b;
    std::ranges::transform(before, std::back_inserter(a), pairsOf);
    std::ranges::transform(after, std::back_inserter(b), pairsOf);
    const auto at = [columns](qsizetype i, qsizetype j) { return static_cast<size_t>(i * (columns + 1) + j); };
    std::vector<double> best(at(rows, columns) + 1, 0.0); // of what lies behind line i and line j
    std::vector<double> pairing(best.size(), 0.0);
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            const double share = likeness(a[static_cast<size_t>(i)], b[static_cast<size_t>(j)]);
            pairing[at(i, j)] = share >= alike ? share : -1;
            best[at(i, j)] = std::max({ best[at(i + 1, j)], best[at(i, j + 1)], best[at(i + 1, j + 1)] + pairing[at(i, j)] });
        }
    }
    QList<Pair> pairs;
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        if (pairing[at(i, j)] > 0 && best[at(i, j)] <= best[at(i + 1, j + 1)] + pairing[at(i, j)]) {
            pairs.append({ i++, j++ });
        } else if (best[at(i + 1, j)] >= best[at(i, j + 1)]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

QList<Pair> pairsIn(const QList<QStringView> &before, const QList<QStringView> &after)
{
    if (before.size() * after.size() <= mostPairs)
        return mostAlike(before, after);
    QList<Pair> pairs;
    for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i)
        pairs.append({ i, i });
    return pairs;
}

class Comparing
{
public:
    Comparing(QList<QStringView> before, QList<QStringView> after)
        : m_before(std::move(before))
        , m_after(std::move(after))
    { }

    SideBySide run()
    {
        qsizetype done = 0;
        qsizetype shift = 0;
        for (const Hunk &hunk : diffLines(m_before, m_after)) {
            addSame(done, hunk.before.begin, shift);
            addDifference(hunk);
            done = hunk.before.end();
            shift = hunk.after.end() - hunk.before.end();
        }
        addSame(done, m_before.size(), shift);
        m_result.beforeLines = copied(m_before);
        m_result.afterLines = copied(m_after);
        return std::move(m_result);
    }

private:
    void addSame(qsizetype begin, qsizetype end, qsizetype shift)
    {
        for (qsizetype line = begin; line < end; ++line)
            add(line, line + shift, false);
    }

    void addDifference(const Hunk &hunk)
    {
        const qsizetype firstRow = m_result.rows.size();
        qsizetype a = hunk.before.begin;
        qsizetype b = hunk.after.begin;
        const auto addLoneUpTo = [&](qsizetype beforeEnd, qsizetype afterEnd) {
            for (; a < beforeEnd; ++a)
                add(a, std::nullopt, true);
            for (; b < afterEnd; ++b)
                add(std::nullopt, b, true);
        };
        for (const Pair &pair :
             pairsIn(m_before.sliced(hunk.before.begin, hunk.before.count), m_after.sliced(hunk.after.begin, hunk.after.count))) {
            addLoneUpTo(hunk.before.begin + pair.before, hunk.after.begin + pair.after);
            addPair(a++, b++);
        }
        addLoneUpTo(hunk.before.end(), hunk.after.end());
        m_result.differences.append({ firstRow, m_result.rows.size() - firstRow });
        m_result.linesGone += hunk.before.count;
        m_result.linesCome += hunk.after.count;
    }

    void addPair(qsizetype before, qsizetype after)
    {
        add(before, after, true);
        for (const Hunk &words : diffWords(m_before[before], m_after[after])) {
            if (words.before.count > 0)
                m_result.rows.last().beforeMarks.append(words.before);
            if (words.after.count > 0)
                m_result.rows.last().afterMarks.append(words.after);
        }
    }

    void add(std::optional<qsizetype> before, std::optional<qsizetype> after, bool changed)
    {
        m_result.rows.append({ .before = before, .after = after, .changed = changed, .beforeMarks = {}, .afterMarks = {} });
    }

    QList<QStringView> m_before;
    QList<QStringView> m_after;
    SideBySide m_result;
};

} // namespace

SideBySide compareSideBySide(const QString &before, const QString &after)
{
    SideBySide result = Comparing(bareLines(before), bareLines(after)).run();
    result.endsOnly = result.differences.isEmpty() && before != after;
    return result;
}

} // namespace quillway::text
