// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

namespace quillway::text {

/// A file beside a text, to be shown in it or linked from it.
struct FileLink {
    bool isPicture = false;
    QString text; ///< the picture's alternative text, or the link's; plain
    QString destination; ///< as links name it
};

/// Puts `![text](destination)` and `[text](destination)` in the place of what is selected: one of them into the line, several as paragraphs of their own, in a
/// table's cell all into the cell. What was selected, in one line, is the text of the first. The first one's text is selected then. Nothing in code and front
/// matter, or for none.
[[nodiscard]] std::optional<LineEdit> insertFileLinks(const TextLines &lines, const TextSelection &selection, QList<FileLink> links);

/// The text of the nearest heading above the line, without its signs and its `{#id}`; empty if there is none.
[[nodiscard]] QString headingAbove(const TextLines &lines, int line);

} // namespace quillway::text
