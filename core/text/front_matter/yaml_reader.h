// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/text/front_matter/syntax.h"

namespace quillway::text {

/// Reads one YAML 1.2 document whose root is a map, or nothing but comments (an empty map). `text` is UTF-8, begins at column 1 of `firstLine` and
/// holds no document markers. Aliases are resolved, merge keys (`<<`) too: their members come after the map's own. A key that is no text (a list, a map)
/// is refused.
/// Errors: FrontMatterSyntax with the parser's words, TooDeep (nesting, and aliases that unfold to more than a person writes).
[[nodiscard]] Result<ReadText> readYaml(QByteArrayView text, int firstLine, Detail detail);

} // namespace quillway::text
