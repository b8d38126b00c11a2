// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

namespace quillway::text {

/// Lines that can be hidden below one that stays: a section's below its heading, the blank ones at its end not counted, or a code block's below its fence.
struct Fold {
    int head = 0; ///< the line that stays
    int first = 0; ///< of those that can be hidden
    int last = 0;

    [[nodiscard]] bool contains(int line) const { return line >= first && line <= last; }
    friend bool operator==(const Fold &, const Fold &) = default;
};

// `body`: the line at which the Markdown begins; front matter before it is verbatim, but no code.

/// True for a heading's first line and an opening fence, without looking for what is under them.
[[nodiscard]] bool mayFold(const TextLines &lines, int line, int body);

/// What the heading or fence on this line stands above; nothing if that is nothing. An underlined heading stays whole: `head` is its last line.
[[nodiscard]] std::optional<Fold> foldAt(const TextLines &lines, int line, int body);

/// The folds that the line is in or at the head of, the innermost first.
[[nodiscard]] QList<Fold> foldsAround(const TextLines &lines, int line, int body);

/// Those of all sections, ascending.
[[nodiscard]] QList<Fold> allSectionFolds(const TextLines &lines, int body);

} // namespace quillway::text
