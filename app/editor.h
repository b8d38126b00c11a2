// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"

namespace quillway::app {

/// Becomes the editor, on the site in `folder` or on the last one if that is empty: this process goes on as `quillway-editor`, so it only comes back with
/// what hindered it. A program of its own, since the web engine's libraries alone take a command fifty milliseconds to load.
[[nodiscard]] ExitStatus becomeEditor(const QString &folder);

} // namespace quillway::app
