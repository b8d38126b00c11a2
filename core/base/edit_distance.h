// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <string_view>

namespace quillway {

/// Letters that have to be added, dropped, changed or swapped with their neighbour to make one of the other: the optimal string alignment distance (L. Boytsov,
/// "Indexing methods for approximate dictionary searching", 2011). Any number above `limit` once it must exceed that. Quadratic; any thread.
[[nodiscard]] qsizetype editDistance(std::u32string_view a, std::u32string_view b, qsizetype limit);

} // namespace quillway
