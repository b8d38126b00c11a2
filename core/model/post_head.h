// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/post.h"

namespace quillway::model {

/// Of such a post only what other pages than its own show is known: it has no `source` (but its `sourceHash`) and no `params`; of the facts `words`, the first
/// paragraph where there is no `summary`, and of the references kind and destination. Comes from store::loadSiteWithCache() alone, where it is asked for. (A whole post whose
/// file is empty looks the same; whoever reads the rest finds nothing more.)
[[nodiscard]] inline bool isHead(const Post &post)
{
    return post.source.isEmpty() && !post.sourceHash.isEmpty();
}

} // namespace quillway::model
