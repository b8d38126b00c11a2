// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

namespace quillway::text {

// What is done to whole lines: those selected, else the caret's. Nothing in code and front matter.

/// Makes the lines headings of a level from 1 to 6, or text again if they all are. An underline (`===`) of such a line goes.
[[nodiscard]] std::optional<LineEdit> toggleHeading(const TextLines &lines, const TextSelection &selection, int level);

/// One level of quote more, or less if all lines are quoted.
[[nodiscard]] std::optional<LineEdit> toggleQuote(const TextLines &lines, const TextSelection &selection);

/// Hides the lines from the page, or shows them again: `<!-- … -->` around them. Nothing if they have the end of a comment inside.
[[nodiscard]] std::optional<LineEdit> toggleComment(const TextLines &lines, const TextSelection &selection);

} // namespace quillway::text
