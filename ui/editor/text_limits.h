// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace quillway::ui {

/// What a text widget can hold and still take keys without a wait. It lays a line out as a whole for every key in it (a fifth of a second for the longest
/// that is let through; 5 MB take half a minute), and the whole text is gone through in every pause.
inline constexpr qsizetype longestEditedLine = 250'000; ///< UTF-16 units; pictures as data URLs are this long
inline constexpr qsizetype largestEditedText = 8'000'000; ///< UTF-16 units, sixty novels

/// Nothing if the text can be edited; else TooDeep, with the place of the first line that is too long, without one if all of it is.
[[nodiscard]] std::optional<Error> tooLongToEdit(QStringView text);
/// What the user is told about a text that is shown only.
[[nodiscard]] QString describeTooLong(const Error &reason);

/// Why a text is not to be put into one of `present` characters, for the user; nothing if it may.
[[nodiscard]] std::optional<QString> whyNotInserted(QStringView text, qsizetype present);

/// The text with long lines broken into short ones, to be looked at. Characters stay whole.
[[nodiscard]] QString inShortLines(QStringView text);

} // namespace quillway::ui
