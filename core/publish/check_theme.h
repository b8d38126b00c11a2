// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/file_system.h"
#include "core/model/site.h"

namespace quillway::publish {

/// What is wrong with the site's look, by `[theme]` of its settings and its own templates, before any page is rendered, in order of place: files that cannot be read, syntax, and names of templates in
/// `include` and `extends` that the theme has not. What only shows with a page's values is found by the export. Reads the disk; any thread.
[[nodiscard]] Diagnostics checkTheme(const FileSystem &files, const model::Site &site);

} // namespace quillway::publish
