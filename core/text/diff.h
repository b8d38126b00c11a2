// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/sequence_diff.h"

#include <QByteArrayView>
#include <QStringView>

namespace quillway::text {

/// The lines of a text, each with its end: a line feed, carriage return, both, or U+2029, as in line_ends.h. Joined they are the text; the last one has no
/// end if the text has none there, and a text that ends with an end has no empty line behind it. Views into `text`.
[[nodiscard]] QList<QByteArrayView> splitLines(QByteArrayView text);
[[nodiscard]] QList<QStringView> splitLines(QStringView text);

/// The difference of two texts by lines, whose numbers count from 0; lines are equal if all their bytes are, ends included. Where a block that came or went
/// could stand in several places (`x x` to `x x x`), it stands where paragraphs begin. Pure; any thread; bounded as diffSequences() is.
[[nodiscard]] QList<Hunk> diffLines(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after);
[[nodiscard]] QList<Hunk> diffLines(const QList<QStringView> &before, const QList<QStringView> &after,
                                    DiffEffort effort = DiffEffort::Usual);

/// The difference of two pieces of text by words (Unicode Standard Annex 29), as ranges of UTF-16 units; never inside a character as the reader sees it. For
/// showing: blanks and marks between two changed words count as changed with them. One hunk of everything if so little is in common that marks
/// would confuse, or if the pieces are too long to look for words in (20,000 units together).
[[nodiscard]] QList<Hunk> diffWords(QStringView before, QStringView after);

} // namespace quillway::text
