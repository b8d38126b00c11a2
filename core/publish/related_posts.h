// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

namespace quillway::publish {

/// The posts that a reader of posts()[place] may want next: those that share the most telling tags with it (a tag of few posts tells more than one of many),
/// the ones nearest in time first among equals; as indexes into posts(). At most 3; none without a shared tag. Looks at no more than some dozens of posts of each tag, so
/// that it costs the same on a large site.
[[nodiscard]] QList<qsizetype> relatedPosts(const Publication::Private &shared, qsizetype place);

} // namespace quillway::publish
