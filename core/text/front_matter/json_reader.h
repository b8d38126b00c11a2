// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/text/front_matter/syntax.h"

namespace quillway::text {

/// Reads the JSON object (RFC 8259, nothing beyond it) that `text` begins with, blanks and line ends before it allowed; ReadText::end is the byte after its
/// brace. `text` is UTF-8 and begins at column 1 of `firstLine`. Numbers keep their text; half a surrogate pair becomes U+FFFD.
/// Qt's own reader gives no places, no order, no doubled keys, and does not read an object that text follows.
/// Errors: FrontMatterSyntax, TooDeep.
[[nodiscard]] Result<ReadText> readJson(QByteArrayView text, int firstLine, Detail detail);

} // namespace quillway::text
