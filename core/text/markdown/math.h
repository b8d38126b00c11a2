// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace quillway::text {

/// Where the formula ends whose first `$` stands at `at` in `inlines` (Markdown as written, one paragraph's); -1 if none begins there. `$…$` stands in the
/// line, `$$…$$` by itself. As in Pandoc, a single `$` opens before and closes behind something that is not blank, no digit follows the closing one, and the
/// next `$` decides, so that `$5 and $6` are money; `\$` is a plain sign, and three
/// in a row are no sign at all. A backtick is part of `$$…$$` alone.
[[nodiscard]] qsizetype formulaEnd(QByteArrayView inlines, qsizetype at);

/// A formula's TeX, and how it is set.
struct Formula {
    QByteArrayView tex;
    bool isDisplay = false; ///< by itself, not in the line
};

/// Of a formula as it is written, its signs included.
[[nodiscard]] Formula formulaIn(QByteArrayView written);

/// True if a formula stands in `inlines` outside code.
[[nodiscard]] bool containsMath(QByteArrayView inlines);

} // namespace quillway::text
