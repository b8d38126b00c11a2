// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/relinking.h"

namespace quillway::changes {

/// Where `file` is after all the moves.
[[nodiscard]] SitePath movedFile(const SitePath &file, const QList<Move> &moves);

/// `site` with its files moved and their new texts read, aliases added for addresses that changed; links are as they were. Errors as relinked().
[[nodiscard]] Result<model::Site> rearranged(const model::Site &site, const Rearrangement &rearrangement);

} // namespace quillway::changes
