// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recognise_tool.h"
#include "core/import/tool_rules.h"

namespace quillway::importing {

/// The rules of Zola for `source`, which must outlive them.
[[nodiscard]] std::unique_ptr<ToolRules> makeZolaRules(const Source &source, const Recognition &recognition);

} // namespace quillway::importing
