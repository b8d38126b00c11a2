// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace quillway::search {

/// Adds the ranking function `relevance()` for FTS5 tables with the columns of IndexedText to a connection; false if SQLite has no FTS5.
///
/// FTS5's own BM25 levels columns out: how often a word occurs counts for little beyond the first few times, and a column's weight is such a count. Here a word is worth 8
/// if it is in the title, else 5 in a tag, else 3 in a heading; to which comes n / (n + 2) for n occurrences elsewhere, in a link's address half of one. The worth
/// of a file is the sum over the words asked for; as in FTS5, the function gives it negative, so that the best comes first.
[[nodiscard]] bool addRelevance(sqlite3 *database);

} // namespace quillway::search
