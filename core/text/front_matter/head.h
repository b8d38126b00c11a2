// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"

namespace quillway::text {

/// Where a file's head stands, found by its fences alone: what is between them is not looked at. All offsets are bytes in the whole file.
struct Head {
    Dialect dialect = Dialect::None;
    bool fenced = false; ///< false for a bare JSON object (and for no head)
    qsizetype begin = 0; ///< of the opening fence's line; without a head: after the byte order mark
    qsizetype contentBegin = 0; ///< the first byte after the opening fence's line; of a bare object's first line
    qsizetype contentEnd = 0; ///< the closing fence's line begins here; of a bare object: the file's end, as only reading it can tell
    int contentLine = 1; ///< the line of contentBegin, counted from 1
    qsizetype bodyOffset = 0; ///< after the closing fence's line; of a bare object: not known yet

    [[nodiscard]] QByteArrayView content(QByteArrayView file) const { return file.sliced(contentBegin, contentEnd - contentBegin); }
};

/// The head of `file` (which must be UTF-8). The opening fence is the first line that is not blank: `---`, `+++`, or `---yaml`, `---toml`, `---json` as
/// some generators have it; indented fences are taken for such only as a pair. A bare JSON object begins with `{` before a quote, a `}` or a line end, so that
/// `{{< shortcodes >}}` and `{% tags %}` stay text.
/// Errors: FrontMatterUnclosed at the opening fence, FrontMatterSyntax where a merge conflict stands before the head.
[[nodiscard]] Result<Head> findHead(QByteArrayView file);

/// The first line of `text` that begins a conflict as a failed merge leaves it behind (`<<<<<<< `), counted from 1.
[[nodiscard]] std::optional<int> mergeConflictLine(QByteArrayView text);

} // namespace quillway::text
