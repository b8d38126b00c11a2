// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"
#include "core/text/writing/lists.h"

#include <optional>

namespace quillway::text {

/// The heading that begins on a line (CommonMark 0.31.2, 4.2 and 4.3).
struct HeadingLines {
    int level = 0; ///< 0: none begins there
    int end = 0; ///< the line behind it: an underlined heading has two lines or more
};
[[nodiscard]] HeadingLines headingLines(const TextLines &lines, int line);
/// Its level; 0 if none begins on this line.
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

/// Lines [first, middle) and [middle, end), each of one section or several that follow each other.
struct AdjacentSections {
    int first = 0;
    int middle = 0;
    int end = 0;
};

/// They change places; the selection goes with its lines. The blank lines between them and behind both stay, and one comes where an underlined heading would
/// else take up the text above it. Nothing if there are no such lines.
[[nodiscard]] std::optional<LineEdit> exchangeSections(const TextLines &lines, const AdjacentSections &sections,
                                                       const TextSelection &selection);

} // namespace quillway::text
