// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/site_plan.h"

namespace quillway::importing {

/// A text as it is written into the new site, and what there is to say of it.
struct ConvertedText {
    QByteArray bytes;
    Notes notes; ///< by line
    QStringList turned; ///< destinations that are not the source's: decoded
};

/// Turns the text that `source` (the whole file) holds: encoding, constructs, links, head. A pure function; any thread.
[[nodiscard]] ConvertedText convertText(const QByteArray &source, const PlannedText &text, const SitePlan &plan, const ToolRules &rules);

} // namespace quillway::importing
