// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QPainter;
class QStyleOptionViewItem;

namespace quillway::ui {

/// The font of a row's second line and of remarks: nine tenths of `font`.
[[nodiscard]] QFont smallFont(const QFont &font);

/// The ground of a row of a list: selected (with an accent at its edge while its window is active), under the mouse, and the frame of the row that the keyboard is at.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option);

} // namespace quillway::ui
