// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recognise_tool.h"
#include "core/import/rst/rst_texts.h"
#include "core/import/tool_rules.h"

namespace quillway::importing {

/// The rules of Pelican for `source`, which must outlive them. What is in `rst` counts as Markdown.
[[nodiscard]] std::unique_ptr<ToolRules> makePelicanRules(const Source &source, const Recognition &recognition, RstTexts rst);

} // namespace quillway::importing
