// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/publish/plan.h"
#include "core/publish/renderer.h"

#include <stop_token>

namespace quillway::publish {

/// The bytes of one file of the export. Errors: those of the renderer; those of reading an asset (with its path in the site); Cancelled if stopped.
/// Thread-safe with one renderer per thread.
[[nodiscard]] Result<QByteArray> renderOutput(const Publication::Private &shared, const Output &output, Renderer &renderer,
                                              const FileSystem &files, std::stop_token stop = {});

} // namespace quillway::publish
