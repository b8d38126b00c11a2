// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"

namespace quillway::changes {

/// text::editFrontMatter for a whole TOML document (quillway.toml, tags.toml): the same contract.
[[nodiscard]] Result<QByteArray> editToml(const QByteArray &document, const QList<text::KeyEdit> &edits);

} // namespace quillway::changes
