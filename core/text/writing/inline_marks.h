// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <optional>

namespace quillway::text {

enum class InlineMark { Emphasis, Strong, Code, Strikethrough };

/// Sets what is selected, else the word at the caret, in marks (`*`, `**`, a backtick, `~~`), or takes them away if they are there. Marks stand at the text's
/// edges, not at blanks, and on each line of their own. Without a word the caret comes between two new marks; directly before a closing mark it steps over it.
[[nodiscard]] std::optional<LineEdit> toggleMark(const TextLines &lines, const TextSelection &selection, InlineMark mark);

/// A character typed over a selection (`*`, `_`, a backtick, `~`, `[`, `(`, `"`) stands on both sides of it. Nothing for other characters, or without one.
[[nodiscard]] std::optional<LineEdit> wrapSelection(const TextLines &lines, const TextSelection &selection, QChar typed);

/// What is selected, else the word, becomes a link's text, or its address if it is one, with the caret where the other belongs. A link at the caret becomes
/// its text again.
[[nodiscard]] std::optional<LineEdit> toggleLink(const TextLines &lines, const TextSelection &selection);

/// What is selected, in one line, becomes a link to `pasted`, if that is one address and the selection is none.
[[nodiscard]] std::optional<LineEdit> linkSelection(const TextLines &lines, const TextSelection &selection, QStringView pasted);

/// True for one absolute http, https or mailto address and nothing else.
[[nodiscard]] bool isAddress(QStringView text);
/// A text as it can stand in a link's brackets: brackets that do not match get a backslash.
[[nodiscard]] QString linkText(QStringView text);
/// A destination as links are written (CommonMark 0.31.2, 6.3): in angle brackets where it would end too early.
[[nodiscard]] QString linkDestination(QStringView address);

} // namespace quillway::text
