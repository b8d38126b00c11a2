// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace quillway::text {

/// Where two texts begin and cease to differ: [from, oldEnd) of the one is replaced by [from, newEnd) of the other. Never inside a surrogate pair.
struct Difference {
    qsizetype from = 0;
    qsizetype oldEnd = 0;
    qsizetype newEnd = 0;

    [[nodiscard]] bool isNone() const { return oldEnd == from && newEnd == from; }
};

[[nodiscard]] Difference differenceOf(QStringView before, QStringView after);

} // namespace quillway::text
