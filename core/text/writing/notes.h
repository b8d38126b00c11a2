// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

namespace quillway::text {

/// A new footnote (GFM): the reference behind what is selected with the next free number, its definition at the text's end, the caret there. At a reference
/// or in a definition's first line nothing is changed: the caret goes to the other. Looks at the whole text.
[[nodiscard]] std::optional<LineEdit> toggleFootnote(const TextLines &lines, const TextSelection &selection);

/// The lines become an alert as GitHub has them: `> [!NOTE]` and a quote. `kind`: `NOTE`, `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`. In an alert its kind
/// changes.
[[nodiscard]] std::optional<LineEdit> insertAlert(const TextLines &lines, const TextSelection &selection, const QString &kind);

} // namespace quillway::text
