// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/post_filter.h"

namespace quillway::search {

/// A filter's words as expressions of FTS5 (https://www.sqlite.org/fts5.html, section 3). Words are found at the beginning of words (`conc` finds concurrency), single letters
/// and what stands between quotation marks only as whole words; all of them anywhere in one file. Whatever was typed, the expressions are well-formed; what holds neither
/// letter nor digit is left out, and so is what comes behind the 32nd word.
struct FullTextQuery {
    QString wanted; ///< empty: no words are wanted
    QString unwanted; ///< empty: none are unwanted
};
[[nodiscard]] FullTextQuery fullTextQuery(const PostFilter &filter);

} // namespace quillway::search
