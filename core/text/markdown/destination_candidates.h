// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/link_destinations.h"

#include <QSet>

#include <vector>

namespace quillway::text {

/// Bytes that look like a destination; whether they are one, the parser has to say.
struct DestinationCandidate {
    WrittenDestination place; ///< its `reference` is not set
    QString destination; ///< as it would be read
};

/// All places of `body` that may hold one of `destinations`, in order and without overlaps: what stands behind `](` and `]:`, in `<…>`, in the attributes of tags, and
/// bare addresses. Code is not known here, so some of them may be in it. Linear in the body.
[[nodiscard]] std::vector<DestinationCandidate> destinationCandidates(QByteArrayView body, const QSet<QString> &destinations);

} // namespace quillway::text
