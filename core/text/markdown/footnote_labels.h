// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmark-gfm/node.h>

namespace quillway::text {

/// Puts what looks like a footnote's label (`[^…]`) on one line wherever it goes over several, in the content of the blocks under `root`, before
/// inlines are parsed. cmark-gfm takes the text of such a label by its columns and so loses the part on other lines. True if there was one.
bool joinFootnoteLabels(cmark_node *root);

/// Makes UTF-8 of every text under `root`. Where joinFootnoteLabels() was deceived (by brackets in code), cmark-gfm may have cut a label within a
/// code point.
void repairTexts(cmark_node *root);

} // namespace quillway::text
