// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/site_change.h"

namespace quillway::changes {

/// The change as a text to read, or to give to `git apply`: for each file its names, moves, and its differing lines with three around them (unified
/// format, as POSIX `diff -u` has it, with git's extended headers). Lines end at line feeds alone. Empty for an empty change. A folder's move is one rename.
[[nodiscard]] QByteArray unifiedDiff(const SiteChange &change);

/// The lines of one file's difference: `@@ -1,4 +1,5 @@` and so on.
[[nodiscard]] QByteArray unifiedHunks(QByteArrayView before, QByteArrayView after);

} // namespace quillway::changes
