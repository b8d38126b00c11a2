// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace quillway::text {

/// A piece of a text that becomes another one.
struct TextChange {
    qsizetype from = 0; ///< of the text before, UTF-16 units
    qsizetype oldEnd = 0; ///< of the text before; `from` if nothing goes
    QStringView text; ///< that stands there then; empty if nothing comes
};

/// What makes `after` of `before`, in order, found by lines and cut down to where each place begins and ceases to differ: whatever marks a place in what
/// stays (a caret, a scroll position, an undo step) keeps it. Views into `after`. Never inside a surrogate pair. Long texts that
/// differ in many places give fewer and longer changes, those of millions of characters one. Pure; any thread; made for the window's: cheap where one place
/// differs, ten milliseconds for the worst that is compared by lines.
[[nodiscard]] QList<TextChange> changesBetween(QStringView before, QStringView after);

/// Where a place in `before` is in `after`. What was inside a piece that went is as far into what came for it, at most at its end. At a point where
/// something only came, a place at the beginning of a line stays with its line; others stay where they are.
[[nodiscard]] qsizetype placeAfter(const QList<TextChange> &changes, QStringView before, qsizetype place);

} // namespace quillway::text
