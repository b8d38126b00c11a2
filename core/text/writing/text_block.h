// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

namespace quillway::text {

/// Puts `block` in the place of what is selected, as paragraphs of its own: blank lines between it and the text around it, the signs of the quote or item it
/// comes into before each of its lines. The caret is at its end.
[[nodiscard]] LineEdit insertBlock(const TextLines &lines, const TextSelection &selection, const QStringList &block);

/// Puts `text`, of any number of lines, in the place of what is selected as it is; the caret is behind it.
[[nodiscard]] LineEdit insertText(const TextLines &lines, const TextSelection &selection, const QString &text);

} // namespace quillway::text
