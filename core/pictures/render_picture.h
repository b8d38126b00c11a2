// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/picture_facts.h"

namespace quillway::pictures {

/// A picture as it is to be.
struct Rendition {
    Format format = Format::WebP; ///< Jpeg, Png or WebP
    QSize size {}; ///< pixels
    int quality = 80; ///< 1 … 100; of Jpeg and WebP

    friend bool operator==(const Rendition &, const Rendition &) = default;
};

/// `source`, of which `facts` are known, turned upright, in the colours of sRGB with 8 bits a channel, scaled, and without metadata. A WebP of few colours that need
/// not be scaled (a drawing, a screenshot) loses nothing. The same bytes each time, on any thread, as long as Qt and its picture plugins are the same.
///
/// BadPicture if the pixels cannot be read or are not as many as the facts say, or if the format cannot be written here.
[[nodiscard]] Result<QByteArray> renderPicture(const QByteArray &source, const PictureFacts &facts, const Rendition &wanted);

/// False if Qt's plugin for the format is not there.
[[nodiscard]] bool canWrite(Format format);

/// A fingerprint of what reads and writes pictures: other versions of it may give other bytes.
[[nodiscard]] const QByteArray &codecIdentity();

} // namespace quillway::pictures
