// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/line_edit.h"

#include <QString>

#include <optional>

namespace quillway::text {

/// What can be completed at the caret.
struct CompletionPlace {
    enum class Kind {
        Page, ///< behind `[[`
        Destination, ///< behind `](`
        Language, ///< behind a fence that opens a code block
        Alert, ///< behind the `[!` that begins a quote
    };
    Kind kind = Kind::Page;
    int line = 0;
    int from = 0; ///< column: of the `[[`, else of what was typed
    int to = 0; ///< the caret's
    QString typed;

    friend bool operator==(const CompletionPlace &, const CompletionPlace &) = default;
};

/// Nothing in code (between backticks too), in front matter, over a selection, and further than 200 characters behind the signs.
[[nodiscard]] std::optional<CompletionPlace> completionPlace(const TextLines &lines, const TextSelection &selection);

/// `[title](destination)` in the place of `[[` and what was typed, closing brackets behind it included.
[[nodiscard]] LineEdit completePage(const TextLines &lines, const CompletionPlace &place, const QString &title, const QString &destination);
/// The destination, closed by `)` if it is not.
[[nodiscard]] LineEdit completeDestination(const TextLines &lines, const CompletionPlace &place, const QString &destination);
/// The kind of the alert, with a line below it to write on.
[[nodiscard]] LineEdit completeAlert(const TextLines &lines, const CompletionPlace &place, const QString &kind);
[[nodiscard]] LineEdit completeLanguage(const TextLines &lines, const CompletionPlace &place, const QString &name);

} // namespace quillway::text
