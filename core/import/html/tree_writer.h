// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/html/html_tree.h"
#include "core/import/tool_rules.h"

namespace quillway::importing {

/// What became of a tree.
struct WrittenTree {
    QString markdown; ///< without a last line end
    bool isComplete = true; ///< no element had to stay HTML
};

/// Writes `tree`, which parseHtml() made of `html`, as Markdown. Recursive: parseHtml() has seen to the depth.
[[nodiscard]] WrittenTree writeTree(const HtmlNode &tree, const QByteArray &html, BodyTurn &turn);

} // namespace quillway::importing
