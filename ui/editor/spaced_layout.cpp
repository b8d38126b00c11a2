// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/spaced_layout.h"

#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

namespace quillway::ui {

namespace {

constexpr double spacing = 1.38; // a band's height in lines' heights

double roomAbove(const QTextLine &line)
{
    return std::floor(line.height() * (spacing - 1) / 2);
}

double bandHeight(const QTextLine &line)
{
    return std::ceil(line.height() * spacing);
}

} // namespace

QRectF SpacedLayout::band(const QTextLine &line)
{
    return { line.x(), line.y() - roomAbove(line), line.width(), bandHeight(line) };
}

QRectF SpacedLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (!block.isValid() || !block.isVisible() || block.layout()->lineCount() == 0)
        return rect;
    const QTextLayout *layout = block.layout();
    if (layout->lineAt(0).y() == 0) { // as the plain layout leaves it
        double y = 0;
        for (int i = 0; i < layout->lineCount(); ++i) {
            QTextLine line = layout->lineAt(i);
            line.setPosition({ line.x(), y + roomAbove(line) });
            y += bandHeight(line);
        }
    }
    rect.setBottom(band(layout->lineAt(layout->lineCount() - 1)).bottom() + (block.next().isValid() ? 0 : document()->documentMargin()));
    return rect;
}

} // namespace quillway::ui
