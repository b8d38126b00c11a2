// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

// The search on the exported site, which needs no server: resources/theme/search.js reads files that stand under /search/.
//
// A document is a published post or page. Documents are numbered so that a new post changes no other's number: pages first, then posts, oldest first.
//   index.json       {documents, group, languages, common, pieces}: how many documents, how many of them in one file, the languages they are in, the words
//                    that too many have (with blanks between), the pieces of the index (BEGINNING NAME BEGINNING NAME …)
//   words/NAME.txt   a piece of the index (search_index.h); the name is made from its content
//   words.txt        the words that a mistyped one is most likely to mean, a line each
//   posts/N.json     what a result shows of the documents from N * group on: [{title, url, date, iso, lang, text}], only what each has
namespace quillway::publish {

inline constexpr qsizetype documentsInFile = 4;

/// Of a site with a search. The same whatever `former` is.
[[nodiscard]] SiteSearch makeSiteSearch(const Publication::Private &shared, const KeptIndex &former, int threads);

/// What the next export is to know.
[[nodiscard]] KeptIndex keptIndex(const Publication::Private &shared);

/// The index in posts() of a document; -1 - index in published.pages() for a page.
[[nodiscard]] qsizetype placeOfDocument(const Publication::Private &shared, qsizetype document);

[[nodiscard]] QStringList searchLanguages(const Publication::Private &shared); ///< of the documents, sorted; the first parts of their tags
[[nodiscard]] QString searchFileAddress(const QString &name); ///< `/search/NAME`

[[nodiscard]] QByteArray renderSearchIndex(const Publication::Private &shared);
[[nodiscard]] QByteArray renderSearchWords(const Publication::Private &shared);
[[nodiscard]] QByteArray renderSearchPiece(const Publication::Private &shared, qsizetype piece);
/// ChangedOnDisk if a post's text is not there any more.
[[nodiscard]] Result<QByteArray> renderSearchPosts(const Publication::Private &shared, qsizetype file);

} // namespace quillway::publish
