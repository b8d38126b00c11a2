// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/picture_cache.h"
#include "core/publish/publication_data.h"

namespace quillway::publish {

/// An output's bytes, and what there is to say of what they were made from.
struct RenderedOutput {
    QByteArray bytes;
    Diagnostics diagnostics;
};

/// The file at an asset's own address: a copy, unless it is a picture. Then, and unless the settings want the original, it is one without metadata, upright, and no wider than its widest version; a picture that
/// a post or page links to keeps all its pixels. What moves, SVG, and what cannot be opened (a warning) is copied as it is. Errors: those of reading the file.
[[nodiscard]] Result<RenderedOutput> renderAsset(const Publication::Private &shared, const SitePath &asset, const FileSystem &files,
                                                 PictureCache *cache);

/// A version of it: so wide, or with all its pixels where those take fewer bytes. Where its pixels cannot be read, the original, with a warning.
[[nodiscard]] Result<RenderedOutput> renderPictureVersion(const Publication::Private &shared, const SitePath &asset, int width,
                                                          const FileSystem &files, PictureCache *cache);

} // namespace quillway::publish
