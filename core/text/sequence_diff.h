// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <span>

namespace quillway::text {

/// Some neighbouring elements of a sequence, by their places from 0.
struct Range {
    qsizetype begin = 0;
    qsizetype count = 0;

    [[nodiscard]] qsizetype end() const { return begin + count; }
    friend bool operator==(const Range &, const Range &) = default;
};

/// One difference: these elements of the one became those of the other. At least one of the two is not empty.
struct Hunk {
    Range before;
    Range after;

    friend bool operator==(const Hunk &, const Hunk &) = default;
};

/// How far to look for the fewest changes.
enum class DiffEffort {
    Usual,
    /// Coarse where more than a few dozen elements in one place changed: a hundredth of a second for the worst 40,000 elements, for threads on which somebody waits.
    Brief,
};

/// What makes `after` of `before`: elements outside the hunks are equal, in order; between two hunks is at least one element. Elements are
/// compared by their numbers. As few changed elements as possible up to a few hundred of them in one place; beyond that the effort is bounded and
/// the result still right, if coarser: E. Myers, An O(ND) Difference Algorithm and Its Variations (1986), in linear space, after leaving out what has no
/// partner. Pure; any thread; half a second for the worst 200,000 elements.
[[nodiscard]] QList<Hunk> diffSequences(std::span<const int> before, std::span<const int> after, DiffEffort effort = DiffEffort::Usual);

} // namespace quillway::text
