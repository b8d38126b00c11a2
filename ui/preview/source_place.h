// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace quillway::ui {

/// The text of a block as it is shown, around a place in it.
struct ShownText {
    QString before; ///< from the block's start
    QString rest; ///< the beginning of what follows
};

/// Where in `source`, the Markdown of a block, the place in its shown text was written: words are looked for in their order, so that markup, addresses and
/// attributes between them do not matter. Nothing if there is no word before or at the place that the source has too.
[[nodiscard]] std::optional<qsizetype> sourceOffset(QStringView source, const ShownText &shown);

/// Where the markup of the block's picture number `index` (from 0) begins: `![` or `<img`.
[[nodiscard]] std::optional<qsizetype> pictureOffset(QStringView source, int index);

} // namespace quillway::ui
