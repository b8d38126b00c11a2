// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"

#include <QSize>

namespace quillway::pictures {

enum class Format { Jpeg, Png, WebP, Gif, Svg };

/// What the head of a picture's file says of it; its pixels may be broken all the same.
struct PictureFacts {
    Format format = Format::Png; ///< by its content, whatever the file's name
    QSize size {}; ///< pixels, turned as `orientation` says; of an Svg CSS pixels. Never empty
    bool isRatioOnly = false; ///< an Svg that fills the room it gets: `size` is that of its viewBox
    int orientation = 1; ///< EXIF's, 1 … 8: how the pixels are to be turned; of a WebP that moves 1
    bool isAnimated = false; ///< of Gif, Png, WebP
    int bitsPerChannel = 8;

    friend bool operator==(const PictureFacts &, const PictureFacts &) = default;
};

/// By the file's name: what browsers show as a picture and readPictureFacts() knows. Case does not count.
[[nodiscard]] bool isPictureName(QStringView fileName);

/// Reads some kilobytes of the file at `path`, not all of it. Errors: BadPicture if it is none of the formats or ends too soon, those of reading.
[[nodiscard]] Result<PictureFacts> readPictureFacts(const FileSystem &files, const QString &path);

/// True if its pixels would take more memory than anybody should spend on a picture (256 MiB): a photo has less, a decompression bomb more.
[[nodiscard]] bool isHuge(const PictureFacts &facts);

/// `size` made `width` wide, at least a pixel high.
[[nodiscard]] QSize scaledTo(int width, QSize size);

} // namespace quillway::pictures
