// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_stamp.h"
#include "core/base/file_system.h"
#include "core/base/site_path.h"
#include "core/publish/post_keys.h"

#include <QHash>

namespace quillway::publish {

/// A file that an export wrote, or found as it would have written it.
struct WrittenFile {
    QByteArray hash; ///< fingerprint() of its bytes
    QByteArray key; ///< PageKeys::keyOf(); empty: to be made anew each time
    FileStamp stamp; ///< as the file then looked; of no file where that was not settled

    friend bool operator==(const WrittenFile &, const WrittenFile &) = default;
};

/// What the last export into a folder left there. It lets the next one pass over what has not changed, and remove what is no longer made and nothing else.
struct Manifest {
    QHash<SitePath, WrittenFile> files;
    SiteTrace trace;

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

/// The manifest of a site's exports into `output`, from the site's `.quillway/exports/`. Empty if there is none or it cannot be read: then
/// everything is made anew and nothing is removed. Paths that lead out of the folder are passed over.
[[nodiscard]] Manifest loadManifest(const FileSystem &files, const QString &siteFolder, const QString &output);

/// Replaces it in one step.
[[nodiscard]] Result<void> saveManifest(FileSystem &files, const QString &siteFolder, const QString &output, const Manifest &manifest);

} // namespace quillway::publish
