// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/exports/unpack_export.h"
#include "core/import/tool_rules.h"

namespace quillway::importing {

/// The rules for the entries of a WordPress or Ghost export, and for the files that came with it. `unpacked` must outlive them.
[[nodiscard]] std::unique_ptr<ToolRules> makeExportRules(const UnpackedExport &unpacked, Tool tool);

} // namespace quillway::importing
