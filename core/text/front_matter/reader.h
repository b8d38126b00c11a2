// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/head.h"
#include "core/text/front_matter/syntax.h"

namespace quillway::text {

/// The head found in `file`, read: places are those of the whole file, spans are bytes of head.content(). Corrects what only reading tells: where a bare
/// object ends and the body begins. TOML is read without members and spans (its own editor looks for them).
/// Errors as parseFrontMatter.
[[nodiscard]] Result<ReadText> readHead(QByteArrayView file, Head &head, Detail detail);

} // namespace quillway::text
