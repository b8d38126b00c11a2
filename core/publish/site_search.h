// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

// The search on the exported site, which needs no server: resources/theme/search.js reads files that stand under /search/.
//
// A document is a topic, a reading path, or a published page or post. Documents are numbered so that a new post changes no other's number: in that order, posts
// oldest first. Behind the paths numbers are left free up to the next file: what is said of topics changes with the posts, whose texts need not be read for that.
//   index.json       {documents, guides, group, languages, common, pieces}: how many documents, how many numbers topics and paths take, how many are in one file, the languages they are in, the words
//                    that too many have (with blanks between), the pieces of the index (BEGINNING NAME BEGINNING NAME …)
//   words/NAME.txt   a piece of the index (search_index.h); the name is made from its content
//   words.txt        the words that a mistyped one is most likely to mean, a line each
//   posts/N.json     what a result shows of the documents from N * group on: [{title, url, kind, date, iso, lang, text}], only what each
//                    has; kind: "topic" or "path"
namespace quillway::publish {

inline constexpr qsizetype documentsInFile = 4;

/// Of a site with a search. The same whatever `former` is. Empty if it is stopped.
[[nodiscard]] SiteSearch makeSiteSearch(const Publication::Private &shared, const KeptIndex &former, int threads,
                                        const std::stop_token &stop = {});

/// What the next export is to know.
[[nodiscard]] KeptIndex keptIndex(const Publication::Private &shared);

/// What a document is: the index in site->topics(), walks(), published.pages() or posts().
struct SearchDocument {
    enum class Kind { None, Topic, Path, Page, Post };
    Kind kind = Kind::None;
    qsizetype place = 0;
};
[[nodiscard]] qsizetype guideCount(const Publication::Private &shared); ///< numbers of topics and paths, which come first
[[nodiscard]] SearchDocument documentAt(const Publication::Private &shared, qsizetype number);

[[nodiscard]] QStringList searchLanguages(const Publication::Private &shared); ///< of the documents, sorted; the first parts of their tags
[[nodiscard]] QString searchFileAddress(const QString &name); ///< `/search/NAME`

[[nodiscard]] QByteArray renderSearchIndex(const Publication::Private &shared);
[[nodiscard]] QByteArray renderSearchWords(const Publication::Private &shared);
[[nodiscard]] QByteArray renderSearchPiece(const Publication::Private &shared, qsizetype piece);
/// ChangedOnDisk if a post's text is not there any more.
[[nodiscard]] Result<QByteArray> renderSearchPosts(const Publication::Private &shared, qsizetype file, Renderer &renderer);

} // namespace quillway::publish
