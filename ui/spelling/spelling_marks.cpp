// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spelling_marks.h"

#include "ui/editor/text_highlighter.h"
#include "ui/spelling/spell_checker.h"
#include "ui/style/appearance.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace quillway::ui {

namespace {

/// `don’t` is `don't` in dictionaries.
QString spelledOut(QStringView word)
{
    return word.toString().replace(QChar(0x2019), u'\'');
}

void paintWave(QPainter &painter, double left, double right, double y)
{
    constexpr double step = 2.5;
    constexpr double height = 1.6;
    QPainterPath wave(QPointF(left, y));
    double x = left;
    for (int i = 1; x < right; ++i) {
        x = std::min(right, x + step);
        wave.lineTo(x, y + (i % 2 == 1 ? height : 0));
    }
    painter.drawPath(wave);
}

} // namespace

QList<LinePart> wrongWords(const QTextBlock &block, SpellChecker &spelling, int typing)
{
    const QString text = block.text();
    QList<LinePart> wrong;
    for (const LinePart &word : wordsToCheck(block)) {
        const int end = block.position() + static_cast<int>(word.begin + word.length);
        if (typing == end)
            continue;
        if (spelling.isWrong(spelledOut(QStringView(text).sliced(word.begin, word.length))).value_or(false))
            wrong.append(word);
    }
    return wrong;
}

void paintWaves(QPainter &painter, const QTextBlock &block, const QPointF &topLeft, const QList<LinePart> &words)
{
    if (words.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(coloursFor(isDark()).error, 1));
    painter.setBrush(Qt::NoBrush);
    const QTextLayout &layout = *block.layout();
    for (const LinePart &word : words) {
        const int begin = static_cast<int>(word.begin);
        const int end = static_cast<int>(word.begin + word.length);
        const QTextLine first = layout.lineForTextPosition(begin);
        const QTextLine last = layout.lineForTextPosition(end - 1);
        if (!first.isValid() || !last.isValid())
            continue;
        for (int i = first.lineNumber(); i <= last.lineNumber(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const double from = line.cursorToX(std::max(begin, line.textStart()));
            const double to = line.cursorToX(std::min(end, line.textStart() + line.textLength()));
            paintWave(painter, topLeft.x() + std::min(from, to), topLeft.x() + std::max(from, to),
                      topLeft.y() + line.y() + line.ascent() + 2);
        }
    }
    painter.restore();
}

} // namespace quillway::ui
