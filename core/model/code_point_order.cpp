// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/code_point_order.h"

#include <algorithm>

namespace quillway::model {

namespace {

/// A UTF-16 unit moved to where its code point sorts: surrogates behind everything else of the basic plane.
char16_t rank(char16_t unit)
{
    if (unit >= 0xE000)
        return char16_t(unit - 0x800);
    return unit >= 0xD800 ? char16_t(unit + 0x2000) : unit;
}

} // namespace

std::strong_ordering compareCodePoints(QStringView a, QStringView b)
{
    const auto [inA, inB] = std::mismatch(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
    const bool endA = inA == a.utf16() + a.size();
    const bool endB = inB == b.utf16() + b.size();
    if (endA || endB)
        return endB <=> endA;
    return rank(*inA) <=> rank(*inB);
}

} // namespace quillway::model
