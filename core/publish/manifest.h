// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/site_path.h"

#include <QHash>

namespace quillway::publish {

/// What the last export into a folder wrote: each file with its contentHash(). It lets the next one remove what is no longer made and nothing else.
using Manifest = QHash<SitePath, QByteArray>;

/// The manifest of a site's exports into `output`, from the site's `.quillway/exports/`. Empty if there is none or it cannot be read: then
/// nothing is removed. Lines that make no sense, or lead out of the folder, are passed over.
[[nodiscard]] Manifest loadManifest(const FileSystem &files, const QString &siteFolder, const QString &output);

[[nodiscard]] Result<void> saveManifest(FileSystem &files, const QString &siteFolder, const QString &output, const Manifest &manifest);

} // namespace quillway::publish
