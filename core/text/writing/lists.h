// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

namespace quillway::text {

// What keys do in lists and quotes. Nothing where the key has its plain meaning: outside of them, in code, in front matter. Every edit keeps the numbers of
// an ordered list going up (a list numbered `1. 1. 1.` keeps that), and an item's own lines under its text when its number grows by a digit.

/// Enter: another item with the same marker (a task unchecked), another line of a quote; what is behind the caret goes with it. On an empty item: out by
/// one level, at last out of the list. On an indented line: as far indented.
[[nodiscard]] std::optional<LineEdit> breakLine(const TextLines &lines, const TextSelection &selection);

/// Shift+Enter: a further line of the same item or quote.
[[nodiscard]] std::optional<LineEdit> breakLineInItem(const TextLines &lines, const TextSelection &selection);

enum class Direction { Up, Down };
enum class Level { In, Out };

/// Tab and Shift+Tab: the items at the caret or selected, with all that is under them, become children of the item before them, or leave their parent. An
/// edit that changes nothing if the list has no such place.
[[nodiscard]] std::optional<LineEdit> shiftItems(const TextLines &lines, const TextSelection &selection, Level level);

/// Backspace directly behind a marker or a quote's sign: takes it away.
[[nodiscard]] std::optional<LineEdit> removeMarker(const TextLines &lines, const TextSelection &selection);

/// What is selected goes, where that takes away lines of an ordered list.
[[nodiscard]] std::optional<LineEdit> removeSelected(const TextLines &lines, const TextSelection &selection);

/// The items become tasks, then done, then not done; lines that are no items become tasks.
[[nodiscard]] std::optional<LineEdit> toggleTasks(const TextLines &lines, const TextSelection &selection);

/// An item with all that is under it changes places with its neighbour of the same level; other lines with the next line. Nothing at the list's or the
/// text's end.
[[nodiscard]] std::optional<LineEdit> moveLines(const TextLines &lines, const TextSelection &selection, Direction direction);

/// The lines become items of a list, or cease to be if all are of that kind.
enum class ListKind { Bullets, Numbers };
[[nodiscard]] std::optional<LineEdit> toggleList(const TextLines &lines, const TextSelection &selection, ListKind kind);

} // namespace quillway::text
