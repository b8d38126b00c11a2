// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/sections.h"

#include "core/text/writing/line_shape.h"

namespace quillway::text {

namespace {

constexpr int deepest = 6;
constexpr int deepestIndent = 3; // columns: more is code
constexpr int mostHeadingLines = 50; // of an underlined one

/// By `#` signs.
int levelBySigns(const QString &text)
{
    if (!text.trimmed().startsWith(u'#'))
        return 0;
    const LineShape shape = shapeOf(text);
    if (shape.quoteDepth > 0 || shape.indent > deepestIndent)
        return 0;
    int level = 0;
    while (shape.indentEnd + level < text.size() && text.at(shape.indentEnd + level) == u'#')
        ++level;
    const qsizetype behind = shape.indentEnd + level;
    const bool isHeading = level <= deepest && (behind == text.size() || text.at(behind) == u' ' || text.at(behind) == u'\t');
    return isHeading ? level : 0;
}

/// By what the line underlines: `===` the first, `---` the second level.
int levelByUnderline(const QString &text)
{
    const QString signs = text.trimmed();
    if (signs.isEmpty() || (signs.front() != u'=' && signs.front() != u'-') || signs.count(signs.front()) != signs.size())
        return 0;
    const LineShape shape = shapeOf(text);
    return shape.quoteDepth > 0 || shape.indent > deepestIndent ? 0 : signs.front() == u'=' ? 1 : 2;
}

/// True for a line that begins a paragraph of the text itself, of no quote or list, or goes on with one.
bool isParagraphText(const QString &text)
{
    if (isBlankLine(text) || levelBySigns(text) > 0 || isRule(text) || text.trimmed().startsWith(u'<'))
        return false;
    const LineShape shape = shapeOf(text);
    return shape.quoteDepth == 0 && !shape.marker && shape.indent <= deepestIndent;
}

bool isUnderline(const TextLines &lines, int line)
{
    return levelByUnderline(lines.line(line)) > 0 && line > lines.first() && isParagraphText(lines.line(line - 1));
}

/// True if the text of a paragraph that the line is in may go on below it: also that of a quote or an item.
bool continuesIn(const TextLines &lines, int line)
{
    const QString text = lines.line(line);
    return !isBlankLine(text) && !lines.isVerbatim(line) && levelBySigns(text) == 0 && !isRule(text) && !isUnderline(lines, line);
}

/// Lines without the blank ones at their end, and how many those are.
struct SectionText {
    QStringList lines;
    int blankLines = 0;
};

SectionText textOf(const TextLines &lines, int first, int end)
{
    SectionText text;
    for (int line = first; line < end; ++line)
        text.lines.append(lines.line(line));
    while (!text.lines.isEmpty() && isBlankLine(text.lines.constLast())) {
        text.lines.removeLast();
        ++text.blankLines;
    }
    return text;
}

std::optional<TextSection> neighbourOf(const TextLines &lines, const TextSection &section, Direction direction)
{
    if (direction == Direction::Down)
        return section.end < lines.count() && headingLevel(lines, section.end) == section.level ? sectionAt(lines, section.end)
                                                                                                : std::nullopt;
    for (int line = section.first - 1; line >= lines.first(); --line) {
        const int level = headingLevel(lines, line);
        if (level > 0 && level <= section.level)
            return level == section.level ? std::optional(TextSection { line, section.first, level }) : std::nullopt;
    }
    return {};
}

} // namespace

HeadingLines headingLines(const TextLines &lines, int line)
{
    const QString text = lines.line(line);
    if (lines.isVerbatim(line))
        return {};
    if (const int level = levelBySigns(text))
        return { level, line + 1 };
    if (!isParagraphText(text) || (line > lines.first() && continuesIn(lines, line - 1)))
        return {};
    const int end = std::min(lines.count(), line + mostHeadingLines);
    for (int next = line + 1; next < end && !lines.isVerbatim(next); ++next) {
        const QString below = lines.line(next);
        if (const int level = levelByUnderline(below))
            return { level, next + 1 };
        if (!isParagraphText(below))
            break;
    }
    return {};
}

int headingLevel(const TextLines &lines, int line)
{
    return headingLines(lines, line).level;
}

std::optional<TextSection> sectionAt(const TextLines &lines, int line)
{
    while (line >= lines.first() && headingLevel(lines, line) == 0)
        --line;
    if (line < lines.first())
        return {};
    TextSection section { line, line + 1, headingLevel(lines, line) };
    for (; section.end < lines.count(); ++section.end) {
        const int level = headingLevel(lines, section.end);
        if (level > 0 && level <= section.level)
            break;
    }
    return section;
}

std::optional<LineEdit> moveSection(const TextLines &lines, const TextSelection &selection, Direction direction)
{
    const auto section = selection.from().line < lines.first() ? std::nullopt : sectionAt(lines, selection.from().line);
    const auto neighbour = section ? neighbourOf(lines, *section, direction) : std::nullopt;
    if (!neighbour || selection.to().line >= section->end)
        return {};
    const TextSection &upper = direction == Direction::Up ? *neighbour : *section;
    const TextSection &lower = direction == Direction::Up ? *section : *neighbour;
    return exchangeSections(lines, { upper.first, lower.first, lower.end }, selection);
}

std::optional<LineEdit> exchangeSections(const TextLines &lines, const AdjacentSections &sections, const TextSelection &selection)
{
    const auto [first, middle, end] = sections;
    if (first < lines.first() || first >= middle || middle >= end || end > lines.count())
        return {};
    const SectionText lower = textOf(lines, middle, end);
    SectionText upper = textOf(lines, first, middle);
    if (lower.lines.isEmpty() || upper.lines.isEmpty())
        return {};
    // Text directly above an underlined heading would become a part of it.
    if (levelBySigns(upper.lines.constFirst()) == 0)
        upper.blankLines = std::max(1, upper.blankLines);
    const bool needsRoom = levelBySigns(lower.lines.constFirst()) == 0 && first > lines.first() && !isBlankLine(lines.line(first - 1));
    // The blank lines stay where they are: those between the two, and those behind both.
    QStringList made(needsRoom ? 1 : 0);
    const int lowerLine = first + static_cast<int>(made.size());
    made += lower.lines;
    made += QStringList(upper.blankLines);
    const int upperLine = first + static_cast<int>(made.size());
    made += upper.lines;
    made += QStringList(lower.blankLines);
    const auto place = [&](TextPlace at) {
        if (at.line >= first && at.line < end)
            at.line += at.line >= middle ? lowerLine - middle : upperLine - first;
        return at;
    };
    return LineEdit { first, end - first, made, { place(selection.anchor), place(selection.caret) }, {} };
}

} // namespace quillway::text
