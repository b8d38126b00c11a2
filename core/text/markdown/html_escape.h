// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway::text {

/// Appends `text` with `&`, `<`, `>` and `"` as entities: safe between tags and in a double-quoted attribute.
void appendEscaped(QByteArray &html, QByteArrayView text);

/// Appends `url` percent-encoded where a URL may not hold the byte (`%` itself stays) and escaped for an attribute in either quotes, as CommonMark's
/// reference renderers do.
void appendEscapedUrl(QByteArray &html, QByteArrayView url);

/// True for destinations that a browser acts upon instead of going there: `javascript:`, `vbscript:`, `file:`, and `data:` other than PNG, GIF, JPEG
/// and WebP pictures.
[[nodiscard]] bool isDangerousUrl(QByteArrayView url);

} // namespace quillway::text
