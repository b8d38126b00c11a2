// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/writing/lists.h"

#include <QList>
#include <QString>

#include <optional>

namespace quillway::ui {

/// A heading of the text that is shown.
struct OutlineHeading {
    int level = 1; ///< 1 … 6
    QString text; ///< plain; may be empty
    int position = 0; ///< in the document: where its line begins
    bool isNested = false; ///< in a quote or a list: it can be gone to, but it is above no section

    friend bool operator==(const OutlineHeading &, const OutlineHeading &) = default;
};

/// The headings of a text, in its order.
using Outline = QList<OutlineHeading>;

/// Reads the outline of the Markdown behind `bodyPosition` in a document's raw text. In proportion to its length: for worker threads.
[[nodiscard]] Outline readOutline(QString rawText, int bodyPosition);

/// Takes the headings along with an edit of the document, as QTextDocument::contentsChange() tells it.
void followEdit(Outline &outline, int position, int removed, int added);

/// The last heading at or before a position; -1 if there is none.
[[nodiscard]] qsizetype headingAt(const Outline &outline, int position);

// A section is a heading, by its number, and all that is under it.

/// The number of the heading behind the section; the outline's size if that is the last one.
[[nodiscard]] qsizetype sectionEnd(const Outline &outline, qsizetype section);

/// Before which heading (or the outline's size) the section can be put, nearest to `wanted`: one that is not deeper than its own, so that it takes up nothing
/// that was another's. Nothing where the section would stay as it is, or is none.
[[nodiscard]] std::optional<qsizetype> placeFor(const Outline &outline, qsizetype section, qsizetype wanted);

/// The same for one step past a neighbour of its level under the same heading.
[[nodiscard]] std::optional<qsizetype> nextPlace(const Outline &outline, qsizetype section, text::Direction direction);

} // namespace quillway::ui
