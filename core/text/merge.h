// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/sequence_diff.h"

#include <QByteArray>

namespace quillway::text {

/// Where a piece of a merged text is from.
enum class MergeSource {
    Unchanged, ///< the same in all three
    Ours, ///< changed by us alone
    Theirs, ///< changed by them alone
    Both, ///< the same change on both sides
    Conflict, ///< changes that touch each other and differ
};

/// Neighbouring lines of a merge: where they are in each of the three texts (lines from 0) and the bytes that stand for them.
struct MergePiece {
    MergeSource source = MergeSource::Unchanged;
    Range base;
    Range ours;
    Range theirs;
    QByteArray baseText; ///< of a Conflict; else empty
    QByteArray oursText; ///< of a Conflict; else the text of the piece
    QByteArray theirsText; ///< of a Conflict; else empty

    friend bool operator==(const MergePiece &, const MergePiece &) = default;
};

/// Whose text stands where both changed the same lines.
enum class MergeSide {
    Base,
    Ours,
    Theirs,
    Both, ///< ours and then theirs, to be made one by hand; beginning on a line of its own
};

/// A text made of two that both came from a third.
struct Merge {
    QList<MergePiece> pieces; ///< in order, covering all three texts
    bool byteOrderMark = false;

    [[nodiscard]] bool isClean() const; ///< no piece is a Conflict
    /// The bytes of the merged file, with that side's text in place of conflicts.
    [[nodiscard]] QByteArray text(MergeSide ofConflicts = MergeSide::Ours) const;

    friend bool operator==(const Merge &, const Merge &) = default;
};

/// Three-way merge by lines (S. Khanna, K. Kunal, B. Pierce: A Formal Investigation of Diff3, 2007). Changes are merged where at least one line that both left
/// alone lies between them; those that touch are a conflict unless they are the same. Bytes are kept exactly, line ends and a missing last one too.
/// Two things belong to the file and are merged apart from its lines: the byte order mark, and how lines end where each of the three texts has one kind of
/// end throughout and only one side changed it; all lines have that side's ends then. Pure; any thread; bounded as diffSequences() is.
/// merge(b, a, b) is a; merge(b, a, a) is a; with sides swapped it gives the same text with sides swapped.
[[nodiscard]] Merge merge(const QByteArray &base, const QByteArray &ours, const QByteArray &theirs);

/// The two texts made one where nobody knows what they came from: lines that only one of them has stand in it as that one's, and where each has lines that the
/// other has not, it is a Conflict with an empty base. Where all lines of each end in one way, those of theirs hold. Pure; any thread; bounded in the same way.
[[nodiscard]] Merge unite(const QByteArray &ours, const QByteArray &theirs);

} // namespace quillway::text
