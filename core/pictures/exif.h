// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace quillway::pictures {

/// The orientation that `tiff`, the content of an EXIF segment from its byte order mark on, gives (EXIF 2.3, 4.6.4, tag 274): 1 … 8; 1 if it gives none.
[[nodiscard]] int exifOrientation(QByteArrayView tiff);

} // namespace quillway::pictures
