// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

namespace quillway::store {

/// What a file of a site is, by its place and name alone (site-format.md, "A site on disk").
enum class ContentKind {
    Post, ///< Markdown under posts/
    Page, ///< Markdown under pages/
    Topic, ///< Markdown right under topics/
    Path, ///< Markdown right under paths/
    Settings, ///< quillway.toml
    Tags, ///< tags.toml
    Asset, ///< anything else under posts/, pages/ and assets/: copied, never read as text
    Theme, ///< under theme/
    Ignored, ///< of no meaning to the site: the program's own folder, editors' backups, anything else at the top
};

[[nodiscard]] ContentKind contentKind(const SitePath &file);

/// True for a name by which a file or folder is no content wherever it is: hidden ones, and what editors leave beside the file they have
/// open (`x~`, `#x#`).
[[nodiscard]] bool isIgnoredName(QStringView name);

} // namespace quillway::store
