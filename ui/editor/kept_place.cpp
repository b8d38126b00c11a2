// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/kept_place.h"

#include "ui/editor/text_editor.h"

#include <QScrollBar>
#include <QTextBlock>

#include <cmath>

namespace quillway::ui {

namespace {

/// The scroll bar counts lines, which may be of different heights: a few steps lead there.
void bringCaretTo(TextEditor &editor, int top)
{
    const int line = std::max(1, editor.fontMetrics().lineSpacing());
    for (int step = 0; step < 4; ++step) {
        const int off = editor.cursorRect().top() - top;
        const int lines = static_cast<int>(std::lround(double(off) / line));
        if (lines == 0)
            return;
        const int before = editor.verticalScrollBar()->value();
        editor.verticalScrollBar()->setValue(before + lines);
        if (editor.verticalScrollBar()->value() == before)
            return;
    }
}

} // namespace

KeptPlace keepPlace(TextEditor &editor)
{
    const QTextCursor cursor = editor.textCursor();
    const QRect caret = editor.cursorRect();
    const double top = editor.pointAt(0);
    const QTextBlock topBlock = editor.document()->findBlockByNumber(static_cast<int>(top) - 1);
    return { .position = cursor.position(),
             .anchor = cursor.anchor(),
             .isCaretSeen = editor.viewport()->rect().intersects(caret),
             .caretTop = caret.top(),
             .topPosition = topBlock.isValid() ? topBlock.position() : 0,
             .topPart = top - std::floor(top) };
}

void restorePlace(TextEditor &editor, const KeptPlace &place, const QList<text::TextChange> &changes, QStringView before)
{
    const int last = editor.document()->characterCount() - 1;
    const auto next = [&](int position) { return std::min(static_cast<int>(text::placeAfter(changes, before, position)), last); };
    QTextCursor cursor = editor.textCursor();
    if (cursor.anchor() != next(place.anchor) || cursor.position() != next(place.position)) {
        cursor.setPosition(next(place.anchor));
        cursor.setPosition(next(place.position), QTextCursor::KeepAnchor);
        editor.setTextCursor(cursor);
    }
    if (place.isCaretSeen)
        return bringCaretTo(editor, place.caretTop);
    const QTextBlock top = editor.document()->findBlock(next(place.topPosition));
    editor.scrollTo(top.blockNumber() + 1 + place.topPart, 0);
}

} // namespace quillway::ui
