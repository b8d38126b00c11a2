// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/syntax.h"

#include <optional>

namespace quillway::text {

/// One child of a list or map as it will be: which of the old children its bytes come from, and what it will hold.
struct PlannedChild {
    std::optional<qsizetype> old; ///< index in Syntax::members; nothing for a new one
    QString name; ///< of a map's member
    const Value *value = nullptr; ///< lives as long as the plan's argument; null: the old bytes as they are
};

/// How the items of `list` become `items` with the least change: equal ones keep their bytes, wherever they move; one that stands where an old one
/// stood takes its place.
[[nodiscard]] QList<PlannedChild> planList(const Syntax &list, const QList<Value> &items);

/// The same for a map: members go by their keys, new ones where `members` has them. Of a doubled key the last one is meant; the others stay unless the key goes.
[[nodiscard]] QList<PlannedChild> planMap(const Syntax &map, const QList<Value::Member> &members);

} // namespace quillway::text
