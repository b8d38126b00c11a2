// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/text/value.h"

#include <QByteArrayView>

namespace quillway::text {

/// Reads a TOML 1.0 document into a Map, members in the order of their first mention. `text` is UTF-8 without a byte order mark and begins at column 1 of
/// `firstLine`; CR alone is taken for a line end too. Numbers and dates have one form whatever was written: integers are decimal, dates ISO 8601.
/// Errors: FrontMatterSyntax with the parser's words, TooDeep.
[[nodiscard]] Result<Value> readToml(QByteArrayView text, int firstLine);

} // namespace quillway::text
