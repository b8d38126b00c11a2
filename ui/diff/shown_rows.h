// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/side_by_side.h"

#include <QSet>

namespace quillway::ui {

/// What is drawn as one row: a row of the comparison, or many unchanged ones folded away.
struct ShownRow {
    qsizetype first = 0; ///< of SideBySide::rows
    qsizetype count = 1;
    bool folded = false;

    friend bool operator==(const ShownRow &, const ShownRow &) = default;
};

/// The rows to draw: all that are within `context` rows of a difference; the others folded, but for folds that begin with a row in `unfolded` and those that
/// would hide fewer than four rows. A comparison without differences is one fold. Pure.
[[nodiscard]] QList<ShownRow> shownRows(const text::SideBySide &compared, qsizetype context, const QSet<qsizetype> &unfolded);

} // namespace quillway::ui
