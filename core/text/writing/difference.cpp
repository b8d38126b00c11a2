// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/difference.h"

#include <algorithm>

namespace quillway::text {

Difference differenceOf(QStringView before, QStringView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype from = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
    if (from > 0 && before.at(from - 1).isHighSurrogate())
        --from;
    const qsizetype most = shorter - from;
    qsizetype same = std::mismatch(before.rbegin(), before.rbegin() + most, after.rbegin()).first - before.rbegin();
    if (same > 0 && before.at(before.size() - same).isLowSurrogate())
        --same;
    return { from, before.size() - same, after.size() - same };
}

} // namespace quillway::text
