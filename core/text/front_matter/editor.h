// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"

namespace quillway::text {

/// One of the edits of editFrontMatter; the same contract.
[[nodiscard]] Result<QByteArray> editKey(const QByteArray &file, const KeyEdit &edit);

} // namespace quillway::text
