// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/focus_mode.h"

#include "core/text/writing/line_shape.h"
#include "ui/editor/spaced_layout.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextDocument>

#include <algorithm>

namespace quillway::ui {

namespace {

constexpr int mostLines = 300; // looked at above and below the caret
constexpr int mostCharacters = 4000; // on either side of it, for its sentence

bool isHeading(const QString &line, const text::LineShape &shape)
{
    qsizetype signs = shape.content;
    while (signs < line.size() && line.at(signs) == u'#')
        ++signs;
    return signs > shape.content && signs - shape.content <= 6 && (signs == line.size() || line.at(signs).isSpace());
}

/// True if the two lines, one below the other, are no part of one paragraph.
bool isBreak(const QString &above, const QString &below)
{
    if (text::isBlankLine(above) || text::isBlankLine(below))
        return true;
    const text::LineShape upper = text::shapeOf(above);
    const text::LineShape lower = text::shapeOf(below);
    return lower.marker || upper.quoteDepth < lower.quoteDepth || isHeading(above, upper) || isHeading(below, lower);
}

TextRange paragraphAt(const QTextBlock &block)
{
    QTextBlock first = block;
    for (int i = 0; i < mostLines && first.previous().isValid() && !isBreak(first.previous().text(), first.text()); ++i)
        first = first.previous();
    QTextBlock last = block;
    for (int i = 0; i < mostLines && last.next().isValid() && !isBreak(last.text(), last.next().text()); ++i)
        last = last.next();
    return { first.position(), last.position() + last.length() - 1 };
}

TextRange sentenceAt(const QTextCursor &cursor, const TextRange &paragraph)
{
    const int from = std::max(paragraph.from, cursor.position() - mostCharacters);
    const int to = std::min(paragraph.to, cursor.position() + mostCharacters);
    QTextCursor part(cursor);
    part.setPosition(from);
    part.setPosition(to, QTextCursor::KeepAnchor);
    QString text = part.selectedText();
    text.replace(QChar::ParagraphSeparator, u' '); // a line's end is no sentence's
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    const auto at = static_cast<qsizetype>(cursor.position() - from);
    finder.setPosition(at);
    // At the very end one is still in the sentence that one has just written.
    const qsizetype begin = finder.isAtBoundary() && at > 0 && at == text.size() ? finder.toPreviousBoundary()
        : finder.isAtBoundary()                                                  ? at
                                                                                 : finder.toPreviousBoundary();
    finder.setPosition(at);
    const qsizetype end = at == text.size() ? at : finder.toNextBoundary();
    return { from + static_cast<int>(std::max<qsizetype>(0, begin)), end < 0 ? to : from + static_cast<int>(end) };
}

} // namespace

TextRange brightRange(const QTextCursor &cursor, Focus focus)
{
    if (focus == Focus::Everything)
        return { 0, cursor.document()->characterCount() };
    TextRange bright = paragraphAt(cursor.block());
    if (focus == Focus::Sentence && bright.to > bright.from)
        bright = sentenceAt(cursor, bright);
    return { std::min(bright.from, cursor.selectionStart()), std::max(bright.to, cursor.selectionEnd()) };
}

void paintVeil(QPainter &painter, const QTextBlock &block, const QPointF &place, const TextRange &bright, const QColor &veil)
{
    const SpacedLayout &layout = SpacedLayout::of(*block.document());
    const bool bothWays = block.text().isRightToLeft()
        || std::ranges::any_of(block.text(), [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
    const double whole = painter.viewport().width();
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const QRectF band = layout.band(line).translated(place);
        const int begin = block.position() + line.textStart();
        const int end = begin + line.textLength();
        const bool touches = bright.from <= end && bright.to >= begin && (bright.from < end || bright.from == bright.to || begin == end);
        if (!touches || (bright.to == begin && bright.from < begin)) {
            painter.fillRect(QRectF(0, band.top(), whole, band.height()), veil);
            continue;
        }
        if (bothWays)
            continue;
        if (bright.from > begin)
            painter.fillRect(QRectF(0, band.top(), place.x() + line.cursorToX(bright.from - block.position()), band.height()), veil);
        if (bright.to < end) {
            const double left = place.x() + line.cursorToX(bright.to - block.position());
            painter.fillRect(QRectF(left, band.top(), whole - left, band.height()), veil);
        }
    }
}

} // namespace quillway::ui
