// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/completion_place.h"

#include "core/text/writing/code_fence.h"
#include "core/text/writing/inline_marks.h"
#include "core/text/writing/line_shape.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr qsizetype longest = 200;

/// Behind the fence that the line opens, with the name begun there.
std::optional<CompletionPlace> languagePlace(const TextLines &lines, const TextPlace &caret)
{
    const QString line = lines.line(caret.line);
    const bool isBehindCode = caret.line > lines.first() && lines.isVerbatim(caret.line - 1) && lines.isVerbatim(caret.line);
    if (isBehindCode || caret.column != line.size() || !readFence({}, line).open)
        return {};
    qsizetype from = shapeOf(line).markerEnd;
    while (from < line.size() && (line.at(from) == u'`' || line.at(from) == u'~'))
        ++from;
    const QString typed = line.sliced(from);
    const bool isName = std::ranges::none_of(typed, [](QChar c) { return c.isSpace() || c == u'{'; });
    if (typed.isEmpty() || !isName || typed.size() > longest)
        return {};
    return CompletionPlace { CompletionPlace::Kind::Language, caret.line, static_cast<int>(from), caret.column, typed };
}

/// Behind the `[!` with which a quote's line begins, with the kind begun there.
std::optional<CompletionPlace> alertPlace(const TextLines &lines, const TextPlace &caret)
{
    const QString line = lines.line(caret.line);
    const LineShape shape = shapeOf(line);
    const qsizetype from = shape.indentEnd + 2;
    if (shape.quoteDepth == 0 || caret.column < from || !QStringView(line).sliced(shape.indentEnd).startsWith(u"[!"))
        return {};
    const QString typed = line.sliced(from, caret.column - from);
    const bool isLast = QStringView(line).sliced(caret.column).trimmed().isEmpty()
        || QStringView(line).sliced(caret.column).trimmed() == u"]";
    if (!isLast || !std::ranges::all_of(typed, [](QChar c) { return c.isLetter(); }))
        return {};
    return CompletionPlace { CompletionPlace::Kind::Alert, caret.line, static_cast<int>(from), caret.column, typed };
}

LineEdit replaced(const TextLines &lines, const CompletionPlace &place, const QString &with, qsizetype behind)
{
    QString line = lines.line(place.line);
    line.replace(place.from, place.to - place.from + behind, with);
    return { place.line, 1, { line }, TextSelection::at(place.line, place.from + with.size()) };
}

} // namespace

std::optional<CompletionPlace> completionPlace(const TextLines &lines, const TextSelection &selection)
{
    const TextPlace &caret = selection.caret;
    if (!selection.isEmpty() || caret.line < lines.first())
        return {};
    if (auto language = languagePlace(lines, caret))
        return language;
    if (auto alert = lines.isVerbatim(caret.line) ? std::nullopt : alertPlace(lines, caret))
        return alert;
    const QString line = lines.line(caret.line);
    const QStringView before = QStringView(line).first(caret.column);
    const qsizetype page = before.lastIndexOf(u"[[");
    const qsizetype destination = before.lastIndexOf(u"](");
    const qsizetype sign = std::max(page, destination);
    if (sign < 0 || caret.column - sign > longest || lines.isVerbatim(caret.line) || before.first(sign).count(u'`') % 2 != 0)
        return {};
    const QString typed = before.sliced(sign + 2).toString();
    if (page > destination) {
        if (typed.contains(u']') || typed.contains(u'['))
            return {};
        return CompletionPlace { CompletionPlace::Kind::Page, caret.line, static_cast<int>(sign), caret.column, typed };
    }
    if (typed.contains(u')') || typed.contains(u'"'))
        return {};
    return CompletionPlace { CompletionPlace::Kind::Destination, caret.line, static_cast<int>(sign + 2), caret.column, typed };
}

LineEdit completePage(const TextLines &lines, const CompletionPlace &place, const QString &title, const QString &destination)
{
    const QString line = lines.line(place.line);
    const qsizetype behind = QStringView(line).sliced(place.to).startsWith(u"]]") ? 2 : 0;
    return replaced(lines, place, u'[' + linkText(title) + u"]("_s + linkDestination(destination) + u')', behind);
}

LineEdit completeDestination(const TextLines &lines, const CompletionPlace &place, const QString &destination)
{
    const QString line = lines.line(place.line);
    const qsizetype behind = QStringView(line).sliced(place.to).startsWith(u')') ? 1 : 0;
    return replaced(lines, place, linkDestination(destination) + u')', behind);
}

LineEdit completeAlert(const TextLines &lines, const CompletionPlace &place, const QString &kind)
{
    const QString line = lines.line(place.line);
    const QString prefix = line.first(place.from - 2);
    return { place.line, 1, { line.first(place.from) + kind + u']', prefix }, TextSelection::at(place.line + 1, prefix.size()) };
}

LineEdit completeLanguage(const TextLines &lines, const CompletionPlace &place, const QString &name)
{
    return replaced(lines, place, name, 0);
}

} // namespace quillway::text
