// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/edit_plan.h"

#include <QByteArray>

namespace quillway::text {

/// Children that stand on lines of their own one below the other (a block list's items, a block map's members, a TOML array's tables), with the lines between them.
struct LineChunk {
    QByteArrayView lead; ///< whole lines between the child before it and this one: comments and blank lines; empty for the first
    QByteArrayView text; ///< whole lines
};

/// The chunks put together anew. `texts` are the lines of the plan's children, in its order; a new child gets `newLead` above it if it is not the first. Comments above a child
/// that goes stay.
[[nodiscard]] QByteArray composeChunks(const QList<LineChunk> &chunks, const QList<PlannedChild> &plan, const QList<QByteArray> &texts,
                                       QByteArrayView newLead);

} // namespace quillway::text
