// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sequence_diff.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace quillway::text {

namespace {

using Index = qsizetype;

constexpr Index briefCost = 24; ///< edits in one place that are still told apart

/// A part of both sequences, [beginA, endA) and [beginB, endB), that is still to be compared.
struct Box {
    Index beginA;
    Index endA;
    Index beginB;
    Index endB;
};

struct Point {
    Index a;
    Index b;
};

/// Finds which elements are not in the longest common subsequence. Diagonal d holds the points with a - b = d.
class Comparison
{
public:
    Comparison(std::span<const int> a, std::span<const int> b, DiffEffort effort)
        : m_a(a)
        , m_b(b)
        , m_offset(static_cast<Index>(b.size()) + 1)
        , m_forward(a.size() + b.size() + 3)
        , m_backward(a.size() + b.size() + 3)
        , m_changedA(a.size(), false)
        , m_changedB(b.size(), false)
    {
        if (effort == DiffEffort::Brief) {
            m_maxCost = briefCost;
            return;
        }
        // Each cut of a hopeless box leaves at least this much behind, so that all of them take (a + b) * maxCost steps.
        while (m_maxCost * m_maxCost < std::ssize(a) + std::ssize(b))
            m_maxCost += m_maxCost / 4;
    }

    void run()
    {
        m_boxes.push_back({ 0, static_cast<Index>(m_a.size()), 0, static_cast<Index>(m_b.size()) });
        while (!m_boxes.empty()) {
            const Box box = m_boxes.back();
            m_boxes.pop_back();
            compare(box);
        }
    }

    [[nodiscard]] const std::vector<bool> &changedA() const { return m_changedA; }
    [[nodiscard]] const std::vector<bool> &changedB() const { return m_changedB; }

private:
    void compare(Box box)
    {
        while (box.beginA < box.endA && box.beginB < box.endB && isSame(box.beginA, box.beginB))
            ++box.beginA, ++box.beginB;
        while (box.beginA < box.endA && box.beginB < box.endB && isSame(box.endA - 1, box.endB - 1))
            --box.endA, --box.endB;
        if (box.beginA == box.endA || box.beginB == box.endB) {
            std::fill(m_changedA.begin() + box.beginA, m_changedA.begin() + box.endA, true);
            std::fill(m_changedB.begin() + box.beginB, m_changedB.begin() + box.endB, true);
            return;
        }
        const Point middle = cut(box);
        m_boxes.push_back({ box.beginA, middle.a, box.beginB, middle.b });
        m_boxes.push_back({ middle.a, box.endA, middle.b, box.endB });
    }

    [[nodiscard]] bool isSame(Index a, Index b) const { return m_a[static_cast<size_t>(a)] == m_b[static_cast<size_t>(b)]; }
    Index &forward(Index diagonal) { return m_forward[static_cast<size_t>(diagonal + m_offset)]; }
    Index &backward(Index diagonal) { return m_backward[static_cast<size_t>(diagonal + m_offset)]; }

    /// The diagonals that a search has reached: every second one from low to high.
    struct Front {
        Index low;
        Index high;

        /// One edit more: a diagonal further on either side, or one less where the box ends.
        void widen(Index lowest, Index highest, auto &&valueAt, Index unreached)
        {
            if (low > lowest)
                valueAt(--low - 1) = unreached;
            else
                ++low;
            if (high < highest)
                valueAt(++high + 1) = unreached;
            else
                --high;
        }
        [[nodiscard]] bool has(Index diagonal) const { return low <= diagonal && diagonal <= high; }
    };

    /// A point on a shortest way through the box, found from both ends at once; or, where that takes too long, the one furthest from its end.
    /// Precondition: the first elements differ, and so do the last. Neither corner of the box.
    Point cut(const Box &box)
    {
        const Index lowest = box.beginA - box.endB;
        const Index highest = box.endA - box.beginB;
        const Index first = box.beginA - box.beginB;
        const Index last = box.endA - box.endB;
        const bool odd = (first - last) % 2 != 0;
        Front ahead { first, first };
        Front behind { last, last };
        forward(first) = box.beginA;
        backward(last) = box.endA;
        for (Index cost = 1;; ++cost) {
            ahead.widen(lowest, highest, [this](Index d) -> Index & { return forward(d); }, -1);
            for (Index d = ahead.high; d >= ahead.low; d -= 2) {
                const Index a = stepForward(box, d);
                if (odd && behind.has(d) && backward(d) <= a)
                    return { a, a - d };
            }
            behind.widen(lowest, highest, [this](Index d) -> Index & { return backward(d); }, std::numeric_limits<Index>::max());
            for (Index d = behind.high; d >= behind.low; d -= 2) {
                const Index a = stepBackward(box, d);
                if (!odd && ahead.has(d) && a <= forward(d))
                    return { a, a - d };
            }
            if (cost >= m_maxCost)
                return furthest(box, ahead, behind);
        }
    }

    Index stepForward(const Box &box, Index d)
    {
        Index a = std::max(forward(d - 1) + 1, forward(d + 1));
        while (a < box.endA && a - d < box.endB && isSame(a, a - d))
            ++a;
        forward(d) = a;
        return a;
    }

    Index stepBackward(const Box &box, Index d)
    {
        Index a = std::min(backward(d - 1), backward(d + 1) - 1);
        while (a > box.beginA && a - d > box.beginB && isSame(a - 1, a - d - 1))
            --a;
        backward(d) = a;
        return a;
    }

    Point furthest(const Box &box, const Front &ahead, const Front &behind)
    {
        Point best { box.beginA, box.beginB };
        for (Index d = ahead.low; d <= ahead.high; d += 2) {
            Index a = std::min(forward(d), box.endA);
            a = std::min(a, box.endB + d);
            if (a + a - d > best.a + best.b && a >= box.beginA && a - d >= box.beginB)
                best = { a, a - d };
        }
        Point other { box.endA, box.endB };
        for (Index d = behind.low; d <= behind.high; d += 2) {
            Index a = std::max(backward(d), box.beginA);
            a = std::max(a, box.beginB + d);
            if (a + a - d < other.a + other.b && a <= box.endA && a - d <= box.endB)
                other = { a, a - d };
        }
        const Index gained = best.a + best.b - box.beginA - box.beginB;
        const Index otherGained = box.endA + box.endB - other.a - other.b;
        return gained >= otherGained ? best : other;
    }

    std::span<const int> m_a;
    std::span<const int> m_b;
    Index m_offset;
    Index m_maxCost = 256;
    std::vector<Index> m_forward; ///< the furthest a on each diagonal from the beginning
    std::vector<Index> m_backward; ///< the nearest a on each diagonal from the end
    std::vector<bool> m_changedA;
    std::vector<bool> m_changedB;
    std::vector<Box> m_boxes;
};

/// Which elements a sequence has left after those without a partner in the other are gone, and where they were.
struct Partnered {
    std::vector<int> elements;
    std::vector<size_t> places;

    Partnered(std::span<const int> sequence, const std::vector<int> &sortedOther)
    {
        for (size_t i = 0; i < sequence.size(); ++i) {
            if (!std::ranges::binary_search(sortedOther, sequence[i]))
                continue;
            elements.push_back(sequence[i]);
            places.push_back(i);
        }
    }

    [[nodiscard]] std::vector<bool> changed(size_t size, const std::vector<bool> &changedElements) const
    {
        std::vector<bool> result(size, true);
        for (size_t i = 0; i < places.size(); ++i)
            result[places[i]] = changedElements[i];
        return result;
    }
};

std::vector<int> sorted(std::span<const int> sequence)
{
    std::vector<int> result(sequence.begin(), sequence.end());
    std::ranges::sort(result);
    return result;
}

/// The number of set flags in a row from there.
Index runAt(const std::vector<bool> &flags, Index at)
{
    const auto begin = flags.begin() + at;
    return std::find(begin, flags.end(), false) - begin;
}

} // namespace

QList<Hunk> diffSequences(std::span<const int> before, std::span<const int> after, DiffEffort effort)
{
    const Index head = std::ranges::mismatch(before, after).in1 - before.begin();
    before = before.subspan(static_cast<size_t>(head));
    after = after.subspan(static_cast<size_t>(head));
    const auto tail = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend()).first - before.rbegin();
    before = before.first(before.size() - static_cast<size_t>(tail));
    after = after.first(after.size() - static_cast<size_t>(tail));

    const Partnered a(before, sorted(after));
    const Partnered b(after, sorted(before));
    Comparison comparison(a.elements, b.elements, effort);
    comparison.run();
    const std::vector<bool> changedBefore = a.changed(before.size(), comparison.changedA());
    const std::vector<bool> changedAfter = b.changed(after.size(), comparison.changedB());

    QList<Hunk> hunks;
    Point at { 0, 0 };
    while (at.a < std::ssize(changedBefore) || at.b < std::ssize(changedAfter)) {
        const Index gone = runAt(changedBefore, at.a);
        const Index come = runAt(changedAfter, at.b);
        if (gone + come > 0)
            hunks.append(Hunk { { head + at.a, gone }, { head + at.b, come } });
        at = { at.a + gone + 1, at.b + come + 1 };
    }
    return hunks;
}

} // namespace quillway::text
