// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

class QMimeData;

namespace quillway::ui {

/// What a paste or drop becomes in Markdown: a link if it is an address over a selection, a table if it is a spreadsheet's cells, rich text as Markdown, and in
/// a table's cell one line. Nothing where it is plain text, and in code and front matter.
[[nodiscard]] std::optional<text::LineEdit> editForPaste(const QMimeData &data, const text::TextLines &lines,
                                                         const text::TextSelection &selection);

} // namespace quillway::ui
