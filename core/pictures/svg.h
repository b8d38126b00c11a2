// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSize>

#include <optional>

namespace quillway::pictures {

/// How large a browser draws an SVG (SVG 2, 8.2).
struct SvgSize {
    QSize size;
    bool isRatioOnly = false; ///< it has no size of its own: `size` is its viewBox's
};

/// Nothing if `head`, the beginning of the file, is no SVG.
[[nodiscard]] std::optional<SvgSize> svgSize(QByteArrayView head);

/// True if the SVG would run a script when it is opened by itself: a script element, a handler (`onload=…`), an address `javascript:`. Shown by `<img>` it never does.
[[nodiscard]] bool hasScript(QByteArrayView svg);

} // namespace quillway::pictures
