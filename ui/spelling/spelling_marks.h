// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spelling/checked_words.h"

#include <QTextBlock>

class QPainter;

namespace quillway::ui {

class SpellChecker;

/// The words of a paragraph that are spelled wrong as far as is known, without the one that the caret at `typing` (position in the document; -1 for none) is
/// still writing.
[[nodiscard]] QList<LinePart> wrongWords(const QTextBlock &block, SpellChecker &spelling, int typing = -1);

/// Draws a wave below `words` of a paragraph whose layout stands at `topLeft`.
void paintWaves(QPainter &painter, const QTextBlock &block, const QPointF &topLeft, const QList<LinePart> &words);

} // namespace quillway::ui
