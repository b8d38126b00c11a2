// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"
#include "core/text/writing/lists.h"

#include <optional>

namespace quillway::text {

/// The level of the heading on this line, by its `#` signs; 0 if it has none or is code.
[[nodiscard]] int headingLevel(const TextLines &lines, int line);

/// Lines [first, end) of a heading and what is under it, deeper headings included.
struct TextSection {
    int first = 0;
    int end = 0;
    int level = 1;
};

/// The innermost section that the line is in; nothing before the first heading.
[[nodiscard]] std::optional<TextSection> sectionAt(const TextLines &lines, int line);

/// The section at the caret changes places with its neighbour of the same level. Nothing where there is none under the same heading.
[[nodiscard]] std::optional<LineEdit> moveSection(const TextLines &lines, const TextSelection &selection, Direction direction);

} // namespace quillway::text
