// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/sequence_diff.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace quillway::text {

/// A row of two texts shown beside each other: a line of one, of the other, or of both.
struct ComparedRow {
    std::optional<qsizetype> before; ///< line from 0; unset: the row is empty on that side
    std::optional<qsizetype> after;
    bool changed = false;
    QList<Range> beforeMarks; ///< of a changed row with both lines: what differs in them, in UTF-16 units of the line; empty: its end only, or nothing
    QList<Range> afterMarks;

    friend bool operator==(const ComparedRow &, const ComparedRow &) = default;
};

/// Two texts, ready to be drawn in two aligned columns. A value; made on a worker.
struct SideBySide {
    QStringList beforeLines; ///< without their ends
    QStringList afterLines;
    QList<ComparedRow> rows; ///< covering both texts in order
    QList<Range> differences; ///< runs of changed rows, as ranges of `rows`
    qsizetype linesGone = 0;
    qsizetype linesCome = 0;
    bool endsOnly = false; ///< the texts differ in nothing but how lines end

    friend bool operator==(const SideBySide &, const SideBySide &) = default;
};

/// Lines are held against each other without their ends, so that a file turned from CR LF to LF does not show as changed throughout; `endsOnly` says
/// so instead. Within a difference the lines that are most alike stand beside each other, where the difference has not too many (2,500 pairs); in larger
/// ones they stand in order. Pure; any thread; bounded as diffSequences() is.
[[nodiscard]] SideBySide compareSideBySide(const QString &before, const QString &after);

} // namespace quillway::text
