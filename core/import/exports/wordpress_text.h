// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/tool_rules.h"

namespace quillway::importing {

/// The content of a WordPress entry as the HTML that its page showed: shortcodes of code, captions and embedded pages as elements, and in texts from before the block editor
/// paragraphs and line breaks where the author left lines. Shortcodes that are not known stay as text and are noted.
[[nodiscard]] QString htmlOfWordPress(const QString &content, BodyTurn &turn);

} // namespace quillway::importing
