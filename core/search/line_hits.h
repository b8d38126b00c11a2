// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/fuzzy.h"
#include "core/search/indexed_text.h"

namespace quillway::search {

/// A text with the words that were found in it.
struct MarkedText {
    QString text;
    QList<Mark> marks; ///< ascending, apart from each other

    friend bool operator==(const MarkedText &, const MarkedText &) = default;
};

/// A line in which words were found.
struct LineHit {
    int line = 0; ///< 1-based, in the file; 0 where it is about the whole file (tags)
    Column column = Column::Prose;
    MarkedText shown; ///< the line's readable text, or the part of it around the first hit

    friend bool operator==(const LineHit &, const LineHit &) = default;
};

/// `marked`, as the index gives a text back, with the marks taken out of it. All of it counts as one line.
[[nodiscard]] MarkedText markedText(QStringView marked);

/// The lines of a column (see IndexedText) that hold marks, in their order.
[[nodiscard]] QList<LineHit> lineHits(Column column, QStringView marked);

/// `shown` cut to about `length` units around its first mark, at blanks, with an ellipsis where something is left out.
[[nodiscard]] MarkedText shortened(const MarkedText &shown, qsizetype length);

} // namespace quillway::search
