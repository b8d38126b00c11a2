// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace quillway::text {

/// How many columns a text takes where every letter has the same width: 2 for wide East Asian characters and emoji (Unicode 16, UAX 11: W and F; a sequence
/// that shows one picture counts once), 0 for marks that stand on others.
[[nodiscard]] int displayWidth(QStringView text);

} // namespace quillway::text
