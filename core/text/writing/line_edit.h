// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <compare>

namespace quillway::text {

/// A place in a text being edited: line from 0, column in UTF-16 units from 0.
struct TextPlace {
    int line = 0;
    int column = 0;

    auto operator<=>(const TextPlace &) const = default;
};

struct TextSelection {
    TextPlace anchor;
    TextPlace caret;

    [[nodiscard]] const TextPlace &from() const { return std::min(anchor, caret); }
    [[nodiscard]] const TextPlace &to() const { return std::max(anchor, caret); }
    [[nodiscard]] bool isEmpty() const { return anchor == caret; }
    /// The last line that has something selected in it: not the one at whose start the selection ends.
    [[nodiscard]] int lastLine() const { return to().column == 0 && to().line > from().line ? to().line - 1 : to().line; }
    bool operator==(const TextSelection &) const = default;

    [[nodiscard]] static TextSelection at(int line, qsizetype column)
    {
        const TextPlace place { line, static_cast<int>(column) };
        return { place, place };
    }
};

/// The lines [first, first + count) become `lines`.
struct LineChange {
    int first = 0;
    int count = 0;
    QStringList lines;
};

/// One step of writing: the lines [first, first + count) become `lines`, then `selection` holds. With nothing replaced the selection alone changes.
struct LineEdit {
    int first = 0;
    int count = 0;
    QStringList lines;
    TextSelection selection; ///< in the text as it is then
    QList<LineChange> below = {}; ///< further ones, ascending; their lines as they were before any change
};

/// The lines of a text as it is being edited. Looked at one by one around the caret, never as a whole: a post may have a million of them.
class TextLines
{
public:
    virtual ~TextLines() = default;

    [[nodiscard]] virtual int first() const = 0; ///< the first one that may be edited: the body's
    [[nodiscard]] virtual int count() const = 0; ///< of the whole text, those before first() too
    /// Precondition: 0 <= number < count().
    [[nodiscard]] virtual QString line(int number) const = 0;
    /// True for lines whose characters are no Markdown: front matter, and fenced code with its fences.
    [[nodiscard]] virtual bool isVerbatim(int number) const = 0;
};

} // namespace quillway::text
