// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/publish/picture_output.h"
#include "core/publish/plan.h"
#include "core/publish/renderer.h"

#include <stop_token>

namespace quillway::publish {

/// One file of the export. Errors: those of the renderer; those of reading an asset (with its path in the site); Cancelled if stopped.
/// Thread-safe with one renderer per thread. `cache`: of scaled pictures, null for none.
[[nodiscard]] Result<RenderedOutput> renderOutput(const Publication::Private &shared, const Output &output, Renderer &renderer,
                                                  const FileSystem &files, PictureCache *cache = nullptr, const std::stop_token &stop = {});

} // namespace quillway::publish
