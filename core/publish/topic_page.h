// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"
#include "core/publish/renderer.h"

namespace quillway::publish {

/// The page of site->topics()[topic].
[[nodiscard]] Result<QByteArray> renderTopic(const Publication::Private &shared, qsizetype topic, Renderer &renderer);

} // namespace quillway::publish
