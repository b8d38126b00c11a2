// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/text_block.h"

#include "core/text/writing/line_shape.h"

namespace quillway::text {

namespace {

bool hasTextBefore(const TextLines &lines, int line)
{
    if (line <= lines.first())
        return false;
    const QString before = lines.line(line - 1);
    return !isBlankLine(QStringView(before).sliced(shapeOf(before).quoteEnd));
}

QString withoutTrailingBlanks(QString line)
{
    while (line.endsWith(u' ') || line.endsWith(u'\t'))
        line.chop(1);
    return line;
}

} // namespace

LineEdit insertBlock(const TextLines &lines, const TextSelection &selection, const QStringList &block)
{
    const int first = selection.from().line;
    const QString head = lines.line(first).first(selection.from().column);
    const QString tail = lines.line(selection.to().line).sliced(selection.to().column);
    const LineShape shape = shapeOf(head);
    const QString prefix = head.first(shape.quoteEnd) + blanks(shape.contentColumn);
    const QString blank = withoutTrailingBlanks(prefix);
    const bool hasHead = !isBlankLine(QStringView(head).sliced(shape.content));
    QStringList made;
    if (hasHead)
        made << withoutTrailingBlanks(head) << blank;
    else if (!shape.marker && hasTextBefore(lines, first))
        made << blank;
    for (const QString &line : block)
        made.append(!hasHead && shape.marker && &line == &block.constFirst() ? head + line : withoutTrailingBlanks(prefix + line));
    const auto caret = TextSelection::at(first + static_cast<int>(made.size()) - 1, made.constLast().size());
    const int below = selection.to().line + 1;
    if (!isBlankLine(tail))
        made << blank << prefix + tail.trimmed();
    else if (below < lines.count() && !isBlankLine(lines.line(below)))
        made << blank;
    return { first, selection.to().line - first + 1, made, caret };
}

LineEdit insertText(const TextLines &lines, const TextSelection &selection, const QString &text)
{
    const int first = selection.from().line;
    const QString tail = lines.line(selection.to().line).sliced(selection.to().column);
    QStringList made = (lines.line(first).first(selection.from().column) + text).split(u'\n');
    const auto caret = TextSelection::at(first + static_cast<int>(made.size()) - 1, made.constLast().size());
    made.last() += tail;
    return { first, selection.to().line - first + 1, made, caret };
}

} // namespace quillway::text
