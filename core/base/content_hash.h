// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway {

/// The fingerprint of a content: 20 bytes, the same on every machine and in every version (BLAKE2b-160, RFC 7693), so that it may be
/// stored. A cryptographic one on purpose: two texts with one hash would mean an overwritten change or another page's HTML, and at
/// more than half a GB a second it is never what one waits for.
[[nodiscard]] QByteArray contentHash(QByteArrayView bytes);

} // namespace quillway
