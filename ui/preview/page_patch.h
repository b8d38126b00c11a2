// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preview/preview_pieces.h"

#include <optional>

namespace quillway::ui {

/// `remove` pieces from number `at` on (counted in the old page) give way to `insert`.
struct PieceSplice {
    qsizetype at = 0;
    qsizetype remove = 0;
    QList<QByteArray> insert {}; ///< HTML

    friend bool operator==(const PieceSplice &, const PieceSplice &) = default;
};

/// What has to happen to a page that shows one text's pieces so that it shows another's.
struct PagePatch {
    bool whole = false; ///< what changed cannot be told piece by piece: take the whole page
    bool shell = false; ///< what stands around the article's body changed as well
    QList<PieceSplice> splices {}; ///< ascending, not touching each other; empty if `whole`

    [[nodiscard]] bool isEmpty() const { return !whole && !shell && splices.isEmpty(); }
    friend bool operator==(const PagePatch &, const PagePatch &) = default;
};

/// Equal pieces stay where they are as far as their order allows (as long a common sequence of unique pieces as there is); takes O(n log n). Lines are of
/// no account: pieces that only moved are equal.
[[nodiscard]] PagePatch patchBetween(const PiecedPage &from, const PiecedPage &to);

} // namespace quillway::ui
