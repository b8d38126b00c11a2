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

/// A section's lines without the blank ones at its end, and how many those are.
struct SectionText {
    QStringList lines;
    int blankLines = 0;
};

SectionText textOf(const TextLines &lines, const TextSection &section)
{
    SectionText text;
    for (int line = section.first; line < section.end; ++line)
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
    const SectionText first = textOf(lines, lower);
    SectionText second = textOf(lines, upper);
    // Text directly above an underlined heading would become a part of it.
    if (levelBySigns(second.lines.constFirst()) == 0)
        second.blankLines = std::max(1, second.blankLines);
    // The blank lines stay where they are: those between the two, and those behind both.
    QStringList made = first.lines;
    for (int i = 0; i < second.blankLines; ++i)
        made.append(QString());
    const int secondLine = upper.first + static_cast<int>(made.size());
    made += second.lines;
    for (int i = 0; i < first.blankLines; ++i)
        made.append(QString());
    const int moved = (direction == Direction::Up ? upper.first : secondLine) - section->first;
    const auto place = [&](TextPlace at) {
        at.line += moved;
        return at;
    };
    return LineEdit { upper.first, lower.end - upper.first, made, { place(selection.anchor), place(selection.caret) }, {} };
}

} // namespace quillway::text
