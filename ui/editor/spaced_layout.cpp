// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/spaced_layout.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace quillway::ui {

SpacedLayout &SpacedLayout::of(const QTextDocument &document)
{
    return *static_cast<SpacedLayout *>(document.documentLayout());
}

void SpacedLayout::setLineHeight(double lineHeight)
{
    lineHeight = std::max(1.0, lineHeight);
    if (lineHeight == m_lineHeight)
        return;
    m_lineHeight = lineHeight;
    documentChanged(0, 0, document()->characterCount());
}

double SpacedLayout::roomAbove(const QTextLine &line) const
{
    return std::floor(line.height() * (m_lineHeight - 1) / 2);
}

double SpacedLayout::bandHeight(const QTextLine &line) const
{
    return std::ceil(line.height() * m_lineHeight);
}

QRectF SpacedLayout::band(const QTextLine &line) const
{
    return { line.x(), line.y() - roomAbove(line), line.width(), bandHeight(line) };
}

/// False as the plain layout leaves it: each line at the foot of the one above.
bool SpacedLayout::isSpaced(const QTextLayout &layout) const
{
    const QTextLine first = layout.lineAt(0);
    if (first.y() != roomAbove(first))
        return false;
    return layout.lineCount() == 1 || layout.lineAt(1).y() - first.y() >= bandHeight(first);
}

/// A paragraph whose first letter runs from right to left stands at the right. QPlainTextDocumentLayout leaves every one at the left; the second flag, which
/// nobody asks for, says that it was looked at.
void SpacedLayout::alignLines(const QTextBlock &block)
{
    QTextOption option = block.layout()->textOption();
    if (option.alignment() & Qt::AlignAbsolute)
        return;
    option.setAlignment((block.textDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    block.layout()->setTextOption(option);
}

QRectF SpacedLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (!block.isValid() || !block.isVisible() || block.layout()->lineCount() == 0)
        return rect;
    alignLines(block);
    const QTextLayout *layout = block.layout();
    if (!isSpaced(*layout)) {
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
