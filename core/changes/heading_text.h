// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/post.h"

#include <optional>

namespace quillway::changes {

/// The heading's text as `body` has it written: inline Markdown, without what frames it (quotes, list marks, `#`) and without `{#id}`.
[[nodiscard]] QString headingText(QByteArrayView body, const text::Heading &heading);

/// The post's body with `text` in the place of the text of heading `index` of its outline; a closing `{#id}` and closing `#` stay. Nothing if that gives another outline
/// than the old one with this text.
[[nodiscard]] std::optional<QByteArray> withHeadingText(const model::Post &post, qsizetype index, const QString &text);

} // namespace quillway::changes
