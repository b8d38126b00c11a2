// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/file_links.h"

#include "core/text/markdown.h"
#include "core/text/writing/inline_marks.h"
#include "core/text/writing/sections.h"
#include "core/text/writing/table.h"
#include "core/text/writing/text_block.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

QString written(const FileLink &link)
{
    return (link.isPicture ? u"!["_s : u"["_s) + linkText(link.text) + u"]("_s + linkDestination(link.destination) + u')';
}

/// Where the text of the first link stands, which begins in `line` at `column`.
TextSelection textOf(const FileLink &link, qsizetype writtenSize, int line, qsizetype column)
{
    const qsizetype from = column + (link.isPicture ? 2 : 1);
    const qsizetype behind = column + writtenSize - linkDestination(link.destination).size() - 3;
    return { { line, static_cast<int>(from) }, { line, static_cast<int>(behind) } };
}

} // namespace

std::optional<LineEdit> insertFileLinks(const TextLines &lines, const TextSelection &selection, QList<FileLink> links)
{
    const TextPlace from = selection.from();
    const TextPlace to = selection.to();
    if (links.isEmpty() || from.line < lines.first() || lines.isVerbatim(from.line) || lines.isVerbatim(to.line))
        return {};
    const QString line = lines.line(from.line);
    if (!selection.isEmpty() && from.line == to.line)
        links.first().text = line.sliced(from.column, to.column - from.column).trimmed();
    QStringList texts;
    const bool isInTable = from.line == to.line && tableAt(lines, from.line);
    for (const FileLink &link : std::as_const(links))
        texts.append(isInTable ? escapedCell(written(link)) : written(link));
    const qsizetype firstSize = texts.constFirst().size();
    if (isInTable || texts.size() == 1) {
        LineEdit edit = insertText(lines, selection, texts.join(u' '));
        edit.selection = textOf(links.constFirst(), firstSize, from.line, from.column);
        return edit;
    }
    QStringList block;
    for (const QString &text : std::as_const(texts))
        block << text << QString();
    block.removeLast();
    LineEdit edit = insertBlock(lines, selection, block);
    const TextPlace end = edit.selection.caret;
    const int first = end.line - static_cast<int>(block.size()) + 1;
    edit.selection = textOf(links.constFirst(), firstSize, first, end.column - block.constLast().size());
    return edit;
}

QString headingAbove(const TextLines &lines, int line)
{
    static const QRegularExpression signs(u"^ {0,3}#{1,6}[ \\t]*|[ \\t]+#+[ \\t]*$|[ \\t]*\\{#[^}]*\\}[ \\t]*$"_s);
    while (line >= lines.first() && headingLevel(lines, line) == 0)
        --line;
    return line < lines.first() ? QString() : plainInline(lines.line(line).remove(signs)).trimmed();
}

} // namespace quillway::text
