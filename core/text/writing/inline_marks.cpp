// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/inline_marks.h"

#include "core/text/writing/line_shape.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

constexpr qsizetype longestAddress = 8'000;

/// Columns [from, to) of one line.
struct Span {
    qsizetype from = 0;
    qsizetype to = 0;

    [[nodiscard]] qsizetype size() const { return to - from; }
    [[nodiscard]] QStringView in(QStringView line) const { return line.sliced(from, size()); }
};

bool mayEdit(const TextLines &lines, const TextSelection &selection)
{
    return selection.from().line >= lines.first() && !lines.isVerbatim(selection.from().line) && !lines.isVerbatim(selection.to().line);
}

bool isWordPart(QStringView line, qsizetype at)
{
    if (at < 0 || at >= line.size())
        return false;
    const QChar c = line.at(at);
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
        return true;
    const bool joins = c == u'\'' || c == u'’' || c == u'-';
    return joins && at > 0 && at + 1 < line.size() && line.at(at - 1).isLetterOrNumber() && line.at(at + 1).isLetterOrNumber();
}

Span wordAt(QStringView line, qsizetype column)
{
    Span word { column, column };
    while (isWordPart(line, word.from - 1))
        --word.from;
    while (isWordPart(line, word.to))
        ++word.to;
    return word;
}

Span trimmed(QStringView line, Span span)
{
    while (span.size() > 0 && line.at(span.from).isSpace())
        ++span.from;
    while (span.size() > 0 && line.at(span.to - 1).isSpace())
        --span.to;
    return span;
}

qsizetype runBefore(QStringView line, qsizetype at, QChar sign)
{
    qsizetype length = 0;
    while (at - length > 0 && line.at(at - length - 1) == sign)
        ++length;
    return length;
}

qsizetype runBehind(QStringView line, qsizetype at, QChar sign)
{
    qsizetype length = 0;
    while (at + length < line.size() && line.at(at + length) == sign)
        ++length;
    return length;
}

struct MarkSigns {
    QChar sign;
    QChar other; ///< written for the same
    qsizetype length = 1;
};

MarkSigns signsOf(InlineMark mark)
{
    switch (mark) {
    case InlineMark::Emphasis: return { u'*', u'_', 1 };
    case InlineMark::Strong: return { u'*', u'_', 2 };
    case InlineMark::Code: return { u'`', u'`', 1 };
    case InlineMark::Strikethrough: break;
    }
    return { u'~', u'~', 2 };
}

/// True if runs of this length on both sides hold the mark: `***` is emphasis and strong.
bool holds(qsizetype run, InlineMark mark)
{
    if (mark == InlineMark::Emphasis)
        return run == 1 || run == 3;
    return mark == InlineMark::Code ? run == 1 : run >= 2;
}

/// One line on its way to its next form, with the selection's part in it.
struct MarkedLine {
    QString text;
    Span selected;

    void replace(Span span, const QString &with) { text.replace(span.from, span.size(), with); }
};

/// Takes the marks around, or just inside, the selected part away. False if there are none.
bool unmark(MarkedLine &line, InlineMark mark)
{
    const MarkSigns signs = signsOf(mark);
    for (const QChar sign : { signs.sign, signs.other }) {
        const qsizetype around = std::min(runBefore(line.text, line.selected.from, sign), runBehind(line.text, line.selected.to, sign));
        if (holds(around, mark)) {
            line.text.remove(line.selected.to, signs.length);
            line.text.remove(line.selected.from - signs.length, signs.length);
            line.selected = { line.selected.from - signs.length, line.selected.to - signs.length };
            return true;
        }
        const qsizetype inside = std::min(runBehind(line.text, line.selected.from, sign), runBefore(line.text, line.selected.to, sign));
        if (holds(inside, mark) && line.selected.size() > 2 * inside) {
            line.text.remove(line.selected.to - signs.length, signs.length);
            line.text.remove(line.selected.from, signs.length);
            line.selected.to -= 2 * signs.length;
            return true;
        }
    }
    return false;
}

qsizetype longestRun(QStringView text, QChar sign)
{
    qsizetype longest = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype length = runBehind(text, at, sign);
        longest = std::max(longest, length);
        at += length;
    }
    return longest;
}

void mark(MarkedLine &line, InlineMark mark)
{
    const MarkSigns signs = signsOf(mark);
    QString open(signs.length, signs.sign);
    QString close = open;
    if (mark == InlineMark::Code) {
        // A fence longer than those inside, and blanks where one touches it (CommonMark 6.1).
        const QStringView inside = line.selected.in(line.text);
        const qsizetype longest = longestRun(inside, u'`');
        const bool touches = inside.startsWith(u'`') || inside.endsWith(u'`');
        open = close = QString(longest == 1 ? 2 : longest > 1 ? longest + 1 : 1, u'`');
        open += touches ? u" "_s : QString();
        close.prepend(touches ? u" "_s : QString());
    }
    line.text.insert(line.selected.to, close);
    line.text.insert(line.selected.from, open);
    line.selected = { line.selected.from + open.size(), line.selected.to + open.size() };
}

LineEdit oneLine(int number, const QString &line, const TextSelection &selection)
{
    return { number, 1, { line }, selection };
}

/// Without anything selected.
std::optional<LineEdit> toggleAtCaret(const QString &line, const TextPlace &caret, InlineMark kind)
{
    const MarkSigns signs = signsOf(kind);
    const QString marks(signs.length, signs.sign);
    const Span word = wordAt(line, caret.column);
    const qsizetype before = runBefore(line, caret.column, signs.sign);
    const qsizetype behind = runBehind(line, caret.column, signs.sign);
    if (word.size() == 0 && holds(std::min(before, behind), kind)) {
        QString without = line;
        without.remove(caret.column - signs.length, 2 * signs.length);
        return oneLine(caret.line, without, TextSelection::at(caret.line, caret.column - signs.length));
    }
    if (before == 0 && holds(behind, kind) && QStringView(line).first(caret.column).contains(marks))
        return oneLine(caret.line, line, TextSelection::at(caret.line, caret.column + signs.length));
    MarkedLine marked { line, word };
    if (word.size() == 0 || !unmark(marked, kind))
        mark(marked, kind);
    return oneLine(caret.line, marked.text, TextSelection::at(caret.line, marked.selected.from + caret.column - word.from));
}

/// The parts of the selected lines that marks can stand around.
QList<MarkedLine> selectedParts(const TextLines &lines, const TextSelection &selection)
{
    QList<MarkedLine> parts;
    for (int number = selection.from().line; number <= selection.to().line; ++number) {
        const QString line = lines.line(number);
        const qsizetype from = number == selection.from().line ? selection.from().column : 0;
        const qsizetype to = number == selection.to().line ? selection.to().column : line.size();
        const qsizetype content = shapeOf(line).content;
        parts.append(
            { line, trimmed(line, { std::min(std::max(from, selection.from().line == selection.to().line ? from : content), to), to }) });
    }
    return parts;
}

LineEdit editOf(const QList<MarkedLine> &parts, const TextSelection &selection)
{
    LineEdit edit { selection.from().line, static_cast<int>(parts.size()), {}, {} };
    for (const MarkedLine &part : parts)
        edit.lines.append(part.text);
    const TextPlace from { selection.from().line, static_cast<int>(parts.constFirst().selected.from) };
    const TextPlace to { selection.to().line, static_cast<int>(parts.constLast().selected.to) };
    edit.selection = selection.caret < selection.anchor ? TextSelection { to, from } : TextSelection { from, to };
    return edit;
}

bool holdsVerbatim(const TextLines &lines, const TextSelection &selection)
{
    for (int number = selection.from().line; number <= selection.to().line; ++number) {
        if (lines.isVerbatim(number))
            return true;
    }
    return false;
}

QString closing(QChar typed)
{
    return typed == u'[' ? u"]"_s : typed == u'(' ? u")"_s : QString(typed);
}

struct Link {
    Span whole;
    Span text;
};

/// The link that the columns [from, to) are in.
std::optional<Link> linkAround(QStringView line, Span at)
{
    for (qsizetype open = line.lastIndexOf(u'[', at.from); open >= 0; open = open > 0 ? line.lastIndexOf(u'[', open - 1) : -1) {
        const qsizetype middle = line.indexOf(u"](", open);
        const qsizetype end = middle < 0 ? -1 : line.indexOf(u')', middle);
        if (end < 0)
            return {};
        if (end + 1 >= at.to)
            return Link { { open > 0 && line.at(open - 1) == u'!' ? open - 1 : open, end + 1 }, { open + 1, middle } };
    }
    return {};
}

} // namespace

std::optional<LineEdit> toggleMark(const TextLines &lines, const TextSelection &selection, InlineMark kind)
{
    if (!mayEdit(lines, selection))
        return {};
    if (selection.isEmpty())
        return toggleAtCaret(lines.line(selection.caret.line), selection.caret, kind);
    if (holdsVerbatim(lines, selection))
        return {};
    QList<MarkedLine> parts = selectedParts(lines, selection);
    QList<MarkedLine> unmarked = parts;
    bool allMarked = true;
    for (MarkedLine &part : unmarked)
        allMarked = (part.selected.size() == 0 || unmark(part, kind)) && allMarked;
    if (allMarked)
        return editOf(unmarked, selection);
    for (MarkedLine &part : parts) {
        MarkedLine tried = part;
        if (part.selected.size() > 0 && !unmark(tried, kind))
            mark(part, kind);
    }
    return editOf(parts, selection);
}

std::optional<LineEdit> wrapSelection(const TextLines &lines, const TextSelection &selection, QChar typed)
{
    if (selection.isEmpty() || !u"*_`~[(\""_s.contains(typed) || !mayEdit(lines, selection) || holdsVerbatim(lines, selection))
        return {};
    const bool isPair = u"[(\""_s.contains(typed);
    QList<MarkedLine> parts = selectedParts(lines, selection);
    if (std::ranges::all_of(parts, [](const MarkedLine &part) { return part.selected.size() == 0; }))
        return {};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        MarkedLine &part = parts[i];
        if (part.selected.size() == 0)
            continue;
        if (!isPair || i + 1 == parts.size())
            part.text.insert(part.selected.to, closing(typed));
        if (!isPair || i == 0) {
            part.text.insert(part.selected.from, typed);
            part.selected = { part.selected.from + 1, part.selected.to + 1 };
        }
    }
    return editOf(parts, selection);
}

std::optional<LineEdit> toggleLink(const TextLines &lines, const TextSelection &selection)
{
    if (!mayEdit(lines, selection) || selection.from().line != selection.to().line)
        return {};
    const int number = selection.caret.line;
    QString line = lines.line(number);
    Span span { selection.from().column, selection.to().column };
    if (const auto link = linkAround(line, span)) {
        const QString text = link->text.in(line).toString();
        line.replace(link->whole.from, link->whole.size(), text);
        const auto moved = [&](const TextPlace &place) {
            return TextPlace {
                number, static_cast<int>(link->whole.from + std::clamp(place.column - link->text.from, qsizetype(0), link->text.size()))
            };
        };
        return oneLine(number, line, { moved(selection.anchor), moved(selection.caret) });
    }
    span = selection.isEmpty() ? wordAt(line, selection.caret.column) : trimmed(line, span);
    const QString text = span.in(line).toString();
    if (isAddress(text)) {
        const QString destination = linkDestination(text);
        line.replace(span.from, span.size(), u"[]("_s + destination + u')');
        return oneLine(number, line, TextSelection::at(number, span.from + 1));
    }
    const QString shown = linkText(text);
    line.replace(span.from, span.size(), u'[' + shown + u"]()"_s);
    const qsizetype caret = text.isEmpty() ? span.from + 1 : span.from + shown.size() + 3;
    return oneLine(number, line, TextSelection::at(number, caret));
}

std::optional<LineEdit> linkSelection(const TextLines &lines, const TextSelection &selection, QStringView pasted)
{
    if (selection.isEmpty() || selection.from().line != selection.to().line || !mayEdit(lines, selection) || !isAddress(pasted.trimmed()))
        return {};
    QString line = lines.line(selection.caret.line);
    const Span span = trimmed(line, { selection.from().column, selection.to().column });
    const QStringView text = span.in(line);
    if (text.isEmpty() || isAddress(text))
        return {};
    const QString link = u'[' + linkText(text) + u"]("_s + linkDestination(pasted.trimmed()) + u')';
    line.replace(span.from, span.size(), link);
    return oneLine(selection.caret.line, line, TextSelection::at(selection.caret.line, span.from + link.size()));
}

bool isAddress(QStringView text)
{
    const auto isForbidden = [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; };
    if (text.size() > longestAddress || std::ranges::any_of(text, isForbidden))
        return false;
    const QUrl url(text.toString(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid())
        return false;
    return scheme == u"mailto" ? !url.path().isEmpty() : (scheme == u"http" || scheme == u"https") && !url.host().isEmpty();
}

QString linkText(QStringView text)
{
    QString escaped = text.toString();
    int depth = 0;
    bool balanced = true;
    for (const QChar c : text) {
        depth += c == u'[' ? 1 : c == u']' ? -1 : 0;
        balanced = balanced && depth >= 0;
    }
    return balanced && depth == 0 ? escaped : escaped.replace(u'[', u"\\["_s).replace(u']', u"\\]"_s);
}

QString linkDestination(QStringView address)
{
    int depth = 0;
    bool needsBrackets = address.isEmpty() || address.startsWith(u'<');
    for (const QChar c : address) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        needsBrackets = needsBrackets || depth < 0 || c.isSpace();
    }
    if (!needsBrackets && depth == 0)
        return address.toString();
    return u'<' + address.toString().replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s).replace(u'\n', u"%0A"_s) + u'>';
}

} // namespace quillway::text
