// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"
#include "core/publish/renderer.h"

namespace quillway::publish {

/// The page of a reading path.
[[nodiscard]] Result<QByteArray> renderPath(const Publication::Private &shared, const ReadingWalk &walk, Renderer &renderer);

} // namespace quillway::publish
