// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/edit_distance.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <numeric>

namespace quillway {

qsizetype editDistance(std::u32string_view a, std::u32string_view b, qsizetype limit)
{
    const auto rows = qsizetype(a.size());
    const auto columns = qsizetype(b.size());
    using Row = QVarLengthArray<qsizetype, 64>;
    std::array<Row, 3> table { Row(columns + 1), Row(columns + 1), Row(columns + 1) }; // the newest row and the two above it
    std::iota(table[0].begin(), table[0].end(), 0);
    for (qsizetype i = 1; i <= rows; ++i) {
        Row &row = table[i % 3];
        const Row &above = table[(i - 1) % 3];
        const Row &twoAbove = table[(i + 1) % 3];
        row[0] = i;
        qsizetype least = i;
        for (qsizetype j = 1; j <= columns; ++j) {
            row[j] = std::min({ above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]) });
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
    }
    return table[rows % 3][columns];
}

} // namespace quillway
