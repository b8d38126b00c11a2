// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/sections.h"

#include "core/text/writing/line_shape.h"

namespace quillway::text {

namespace {

constexpr int deepest = 6;

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

int headingLevel(const TextLines &lines, int line)
{
    const QString text = lines.line(line);
    if (!text.trimmed().startsWith(u'#') || lines.isVerbatim(line))
        return 0;
    const LineShape shape = shapeOf(text);
    if (shape.quoteDepth > 0 || shape.indent > 3)
        return 0;
    int level = 0;
    while (shape.indentEnd + level < text.size() && text.at(shape.indentEnd + level) == u'#')
        ++level;
    const qsizetype behind = shape.indentEnd + level;
    const bool isHeading = level <= deepest && (behind == text.size() || text.at(behind) == u' ' || text.at(behind) == u'\t');
    return isHeading ? level : 0;
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
    const SectionText second = textOf(lines, upper);
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
