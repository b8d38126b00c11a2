// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace quillway::analysis {

/// Things numbered from 0 that refer to each other: refersTo[i] are those that i refers to.
using References = QList<QList<qsizetype>>;

/// The groups of two or more that refer to each other in a circle (strongly connected components: R. Tarjan, Depth-first search and linear graph algorithms, 1972), each
/// ascending, the groups by their first.
[[nodiscard]] QList<QList<qsizetype>> circles(const References &refersTo);

/// All of them in an order in which what is referred to comes before what refers to it. Those of one circle stand in order of their `age` (0 the oldest) among
/// themselves; of those that are free to come next, the one with the lowest `rank`.
[[nodiscard]] QList<qsizetype> referenceOrder(const References &refersTo, const QList<qsizetype> &age, const QList<qsizetype> &rank);

} // namespace quillway::analysis
