// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aids/paste.h"

#include "core/text/writing/html_to_markdown.h"
#include "core/text/writing/inline_marks.h"
#include "core/text/writing/table.h"
#include "core/text/writing/text_block.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace quillway::ui {

namespace {

bool isVerbatim(const text::TextLines &lines, const text::TextSelection &selection)
{
    return selection.from().line < lines.first() || lines.isVerbatim(selection.from().line) || lines.isVerbatim(selection.to().line);
}

/// Rich text that says more than the plain text beside it. Editors of code give theirs colours, which is no reason to take it apart.
std::optional<text::PastedMarkdown> richText(const QMimeData &data)
{
    if (!data.hasHtml() || data.hasFormat(u"vscode-editor-data"_s))
        return {};
    auto markdown = text::markdownFromHtml(data.html().toUtf8());
    return markdown && (markdown->hasMarkup || !data.hasText()) ? markdown : std::nullopt;
}

} // namespace

std::optional<text::LineEdit> editForPaste(const QMimeData &data, const text::TextLines &lines, const text::TextSelection &selection)
{
    if (isVerbatim(lines, selection))
        return {};
    const QString plain = data.text();
    if (auto link = text::linkSelection(lines, selection, plain))
        return link;
    const bool isInTable = selection.from().line == selection.to().line && text::tableAt(lines, selection.caret.line);
    const auto rich = richText(data);
    if (isInTable)
        return text::insertText(lines, selection, text::escapedCell(rich && rich->isInline ? rich->lines.constFirst() : plain));
    if (const auto table = text::tableFromTabs(plain))
        return text::insertBlock(lines, selection, text::render(*table));
    if (!rich)
        return {};
    return rich->isInline ? text::insertText(lines, selection, rich->lines.constFirst()) : text::insertBlock(lines, selection, rich->lines);
}

} // namespace quillway::ui
