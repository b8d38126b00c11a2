// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"

#include <optional>

namespace quillway::changes {

/// `body` with `text` in the place of the text of heading `index` of `facts` (its own); a closing `{#id}` and closing `#` stay. Nothing if that gives another outline
/// than the old one with this text.
[[nodiscard]] std::optional<QByteArray> withHeadingText(const QByteArray &body, const text::TextFacts &facts, qsizetype index,
                                                        const QString &text);

} // namespace quillway::changes
