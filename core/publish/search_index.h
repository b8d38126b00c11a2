// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/word_collector.h"

#include <QList>

// Which words stand in which documents, in pieces of which a reader's browser loads those that a query needs.
namespace quillway::publish {

/// What an index says: a line for each word, in the order of their code points: the word, a blank, its postings, `\n`. A posting is the number
/// `(document - previous document - 1) << 3 | rank`, the document before the first being -1; written in groups of 5 bits, the lowest first, each a sign of
/// `A … Z a … z 0 … 9 - _` (as base64url counts them), of whose 64 the upper 32 say that the number ends.
struct IndexedWords {
    QByteArray lines;
    std::vector<quint32> documents; ///< that each word stands in, line by line
};

/// The lines of a word's postings, and back. Nothing of a line that is none.
void appendLine(QByteArray &lines, QByteArrayView word, const std::vector<Posting> &postings);
[[nodiscard]] std::vector<Posting> readPostings(QByteArrayView written);

/// A change of an index's documents.
struct IndexChange {
    QByteArrayView former; ///< lines of the index to start from; none: all is new
    std::vector<qint32> numbers; ///< by former number, the document's number now; -1: it is gone, or read anew
    std::vector<std::vector<CollectedWord>> read; ///< of documents that `former` has not, in any number of parts
};

/// On so many threads (0: one a core); the same whatever their number, and whether from former lines or from all documents.
[[nodiscard]] IndexedWords changedIndex(const IndexChange &change, int threads);

/// A run of an index's lines: all words that begin alike, or neighbours among few. Which they are depends on these words alone, so that a change elsewhere
/// leaves a piece what it was.
struct IndexPiece {
    QByteArray content; ///< fingerprint() of its bytes
    QByteArray name; ///< the beginning of that, no other piece has it
    QByteArray beginning; ///< the shortest one of its first word that comes behind all words of the piece before
    qsizetype begin = 0; ///< bytes, in the lines
    qsizetype end = 0;
};

inline constexpr qsizetype pieceSize = 12'000; ///< bytes; a single word's line may be longer

[[nodiscard]] QList<IndexPiece> piecesOf(const QByteArray &lines);

/// What the search's files are made from (site_search.h).
struct SiteSearch {
    qsizetype documents = 0;
    IndexedWords words;
    QList<IndexPiece> pieces;
    qsizetype read = 0; ///< documents that were gone through; the others were known
};

/// Words in more than half of the documents, which tell none from others; none where there are few documents.
[[nodiscard]] QList<QByteArray> commonWords(const IndexedWords &index, qsizetype documents);
/// Words that stand most often behind the common ones, in the order of the lines: what a mistyped word is likely to mean.
[[nodiscard]] QList<QByteArray> usualWords(const IndexedWords &index, qsizetype documents);

} // namespace quillway::publish
