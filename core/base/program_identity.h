// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace quillway {

/// A fingerprint of the program that runs: of its file and of the libraries that texts go through on their way to a page, by size and time. What one build
/// derived from a content, another may derive differently; so what is kept between runs is kept under this. The same in the whole run.
[[nodiscard]] const QByteArray &programIdentity();

} // namespace quillway
