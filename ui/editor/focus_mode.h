// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/writing_mode.h"

#include <QTextCursor>

class QColor;
class QPainter;
class QPointF;

namespace quillway::ui {

/// Positions in a document, from … to without the last.
struct TextRange {
    int from = 0;
    int to = 0;

    bool operator==(const TextRange &) const = default;
};

/// What stays bright: the paragraph that the caret is in (lines up to a blank one; a heading, a list's item and a quote stand for themselves), or its sentence
/// (Unicode Standard Annex 29), and all that is selected. The whole text for Focus::Everything. Looks at no more than a few hundred lines and some
/// thousand characters around the caret, whatever the text.
[[nodiscard]] TextRange brightRange(const QTextCursor &cursor, Focus focus);

/// Lays `veil` over what is not in `bright` of a block that is drawn at `place`. Where letters run both ways, whole lines stay bright.
void paintVeil(QPainter &painter, const QTextBlock &block, const QPointF &place, const TextRange &bright, const QColor &veil);

} // namespace quillway::ui
