// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/text_ground.h"

#include "ui/editor/focus_mode.h"
#include "ui/editor/spaced_layout.h"
#include "ui/editor/text_editor.h"
#include "ui/spelling/spelling_marks.h"

#include <QPainter>

#include <algorithm>

namespace quillway::ui {

namespace {

constexpr double veilStrength = 0.64;
constexpr int lineEndWidth = 6; // pixels, of a selected line's end

void paintSelection(QPainter &painter, const SpacedLayout &layout, const ShownBlock &shown, int from, int to, const QColor &ground)
{
    const QTextBlock &block = shown.block;
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const int begin = block.position() + line.textStart();
        const int end = begin + line.textLength();
        const bool isLast = i + 1 == block.layout()->lineCount();
        if (from > end || to <= begin || (from == end && !isLast))
            continue;
        const QRectF band = layout.band(line).translated(shown.place.topLeft());
        const double left = line.cursorToX(std::max(from, begin) - block.position()) + shown.place.left();
        const double right = to > end && isLast ? line.cursorToX(line.textStart() + line.textLength()) + shown.place.left() + lineEndWidth
                                                : line.cursorToX(std::min(to, end) - block.position()) + shown.place.left();
        painter.fillRect(QRectF(left, band.top(), right - left, band.height()).normalized(), ground);
    }
}

} // namespace

QList<ShownBlock> shownBlocks(const TextEditor &editor, const QRect &part)
{
    QList<ShownBlock> shown;
    const auto &layout = SpacedLayout::of(*editor.document());
    QTextBlock block = editor.topBlock();
    for (QRectF place = editor.placeOf(block); block.isValid() && place.top() <= part.bottom(); block = block.next()) {
        if (!block.isVisible())
            continue;
        place.setHeight(layout.blockBoundingRect(block).height());
        if (place.bottom() >= part.top())
            shown.append({ block, place });
        place.moveTop(place.bottom());
    }
    return shown;
}

QRect caretBand(const TextEditor &editor)
{
    const QTextCursor cursor = editor.textCursor();
    const QTextBlock block = cursor.block();
    const QList<ShownBlock> all = shownBlocks(editor, editor.viewport()->rect());
    const auto shown = std::ranges::find(all, block, &ShownBlock::block);
    const QTextLine line = shown == all.end() ? QTextLine() : block.layout()->lineForTextPosition(cursor.positionInBlock());
    if (!line.isValid())
        return {};
    const QRectF band = SpacedLayout::of(*editor.document()).band(line).translated(shown->place.topLeft());
    return QRectF(0, band.top(), editor.viewport()->width(), band.height()).toAlignedRect();
}

void paintSelection(QPainter &painter, const TextEditor &editor, const QRect &part)
{
    const QTextCursor cursor = editor.textCursor();
    for (const ShownBlock &shown : shownBlocks(editor, part))
        paintSelection(painter, SpacedLayout::of(*editor.document()), shown, cursor.selectionStart(), cursor.selectionEnd(),
                       editor.palette().color(QPalette::Highlight));
}

void paintSpelling(QPainter &painter, const TextEditor &editor, SpellChecker &spelling, const QRect &part)
{
    const int typing = editor.hasFocus() ? editor.textCursor().position() : -1;
    for (const ShownBlock &shown : shownBlocks(editor, part)) {
        if (shown.block.position() >= editor.shown()->bodyPosition())
            paintWaves(painter, shown.block, shown.place.topLeft(), wrongWords(shown.block, spelling, typing));
    }
}

void paintDimmed(QPainter &painter, const TextEditor &editor, Focus focus, const QRect &part)
{
    QColor veil = editor.palette().color(QPalette::Base);
    veil.setAlphaF(veilStrength);
    const TextRange bright = brightRange(editor.textCursor(), focus);
    for (const ShownBlock &shown : shownBlocks(editor, part))
        paintVeil(painter, shown.block, shown.place.topLeft(), bright, veil);
}

} // namespace quillway::ui
