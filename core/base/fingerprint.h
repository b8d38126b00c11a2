// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway {

/// 16 bytes that tell contents apart, at several gigabytes a second: MurmurHash3_x64_128 (Austin Appleby, public domain) with seed 0. Two contents that nobody made for
/// the purpose do not share one; where somebody might, contentHash() is the one to ask. The same on every machine of one byte order.
[[nodiscard]] QByteArray fingerprint(QByteArrayView bytes);

} // namespace quillway
