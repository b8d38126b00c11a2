// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quillway {

/// `text` as one part of an address: NFC, lower case, letters and digits of every script and `_` kept, `+` as `plus`
/// and `#` as `sharp` after a letter (C++, C#), apostrophes and invisible characters dropped, everything else one hyphen, none at the ends, at most 100
/// code points and 200 bytes of UTF-8. slugify(slugify(x)) is slugify(x), and safe (isSafeAddressPart) unless empty. Empty if nothing is left (emoji only): the caller chooses a fallback (see slugOr).
[[nodiscard]] QString slugify(QStringView text);

/// slugify(text), or when that is empty a stable `prefix-xxxxxxxx` made from a hash of the text.
[[nodiscard]] QString slugOr(QStringView text, QStringView prefix);

/// True if `text` can stand as one part of an address and as a file name as it is: not empty, not `.` or `..`, no `/`, `\`, control
/// character, `?`, `#`, `%`, at most 200 bytes of UTF-8.
[[nodiscard]] bool isSafeAddressPart(QStringView text);

/// `text` percent-encoded as one part of a URL path (RFC 3986 segment; letters of every script are encoded as UTF-8).
[[nodiscard]] QString encodePathSegment(QStringView text);

} // namespace quillway
