// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/picture_facts.h"

#include <optional>

namespace quillway::pictures {

/// The same picture, pixel for pixel and with its colour profile, without what else was written into it: where and when it was taken, with which camera, by whom, a
/// smaller picture of it, comments, whatever follows its end. Of Jpeg, Png and WebP. Nothing if the file is not built as its format says.
///
/// The orientation goes too: whoever has a picture that is to be turned turns it first (renderPicture()).
[[nodiscard]] std::optional<QByteArray> withoutMetadata(QByteArrayView picture, Format format);

} // namespace quillway::pictures
