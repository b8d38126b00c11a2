// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/peer.h"

namespace quillway::deploy {

/// A few files that go together, and what the target's listing has to say while they are under way: what has arrived before is known, what is among
/// them is not.
struct UploadStep {
    QList<SitePath> sent;
    QList<SitePath> removed;
    Listing before; ///< to be at the target before a file of this step is touched
};

/// An upload in steps, none larger than a twentieth of it or `least` files; what is removed comes last. After the last one the target's listing is `upload.wanted`.
[[nodiscard]] QList<UploadStep> stepsOf(const Upload &upload, qsizetype least);

} // namespace quillway::deploy
