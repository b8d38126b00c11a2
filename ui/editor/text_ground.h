// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/writing_mode.h"

#include <QList>
#include <QRect>
#include <QTextBlock>

class QPainter;

namespace quillway::ui {

class SpellChecker;
class TextEditor;

// What the editor draws below and above the letters of its text. All in the viewport's coordinates; `part` is what is painted.

struct ShownBlock {
    QTextBlock block;
    QRectF place;
};

/// The blocks that can be seen in `part`, from top to bottom; laid out.
[[nodiscard]] QList<ShownBlock> shownBlocks(const TextEditor &editor, const QRect &part);

/// Across the whole width, the line that the caret is in; empty where that is out of sight. Goes by what is visible: the place of a line far away is found by
/// laying out all text in between.
[[nodiscard]] QRect caretBand(const TextEditor &editor);

/// The ground of what is selected: the text's own drawing leaves the room between lines blank.
void paintSelection(QPainter &painter, const TextEditor &editor, const QRect &part);

/// Waves below the words of the body that are spelled wrong.
void paintSpelling(QPainter &painter, const TextEditor &editor, SpellChecker &spelling, const QRect &part);

/// A veil over all but the paragraph or sentence that one is at.
void paintDimmed(QPainter &painter, const TextEditor &editor, Focus focus, const QRect &part);

} // namespace quillway::ui
