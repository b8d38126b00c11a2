// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/site_path.h"

#include <functional>

namespace quillway::workspace {

enum class AssetKind {
    Picture, ///< to be shown
    File, ///< to be linked to
};

/// A file that a text is to show or link to.
struct NewAsset {
    AssetKind kind = AssetKind::File;
    QString name; ///< as its maker calls it: `Screenshot 1.PNG`
    QByteArray bytes;
    QString source {}; ///< absolute path of the file it was read from; empty if from none
};
/// Gives it on a worker thread, where it may read and take its time.
using ReadAsset = std::function<Result<NewAsset>(const FileSystem &files)>;

/// Larger files are not taken (TooDeep): nobody waits for such a page, and the preview does not show them.
inline constexpr qint64 largestAsset = 64LL * 1024 * 1024; ///< bytes

/// Where an asset of the text `file` belongs: in its folder if that is a bundle, else under `assets/images/` or `assets/files/` (site-format.md, "A site on
/// disk"); so does what would be a post where it lies. The name is readable and can stand in an address as it is: a slug, the extension in lower case.
[[nodiscard]] SitePath placeForAsset(const SitePath &file, AssetKind kind, const QString &name);

/// Writes `bytes` to `wanted` in the site, making its folder. Where a different file has that name, another is taken (`plan-2.png`, `plan-3.png`, …); a file with
/// these bytes is used again. Nothing is ever overwritten. Errors: those of saveFile(); OutsideSite where a symbolic link leads out of the site.
[[nodiscard]] Result<SitePath> addAsset(FileSystem &files, const QString &siteFolder, const SitePath &wanted, QByteArrayView bytes);

/// The file at `source` if it is one of the site's that the text `file` can name as it is: in its bundle or folder, or under `assets/`. Nothing for others.
[[nodiscard]] std::optional<SitePath> existingAsset(const FileSystem &files, const QString &siteFolder, const SitePath &file,
                                                    const QString &source);

} // namespace quillway::workspace
