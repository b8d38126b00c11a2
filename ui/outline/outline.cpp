// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline/outline.h"

#include "core/text/markdown.h"

#include <algorithm>
#include <cstdlib>

namespace quillway::ui {

namespace {

/// True if nothing of the section in front of that heading is deeper than it: what is put there takes up no heading of another.
bool mayStandBefore(const Outline &outline, qsizetype place, int level)
{
    return place == outline.size() || (!outline.at(place).isNested && outline.at(place).level <= level);
}

} // namespace

Outline readOutline(QString rawText, int bodyPosition)
{
    rawText.replace(QChar::ParagraphSeparator, u'\n');
    const QStringView body = QStringView(rawText).sliced(std::min(qsizetype(bodyPosition), rawText.size()));
    Outline outline;
    qsizetype begin = 0;
    int line = 1;
    for (const text::Heading &heading : text::readText(body.toUtf8()).outline) {
        for (; line < heading.line; ++line)
            begin = body.indexOf(u'\n', begin) + 1;
        outline.append({ heading.level, heading.text, bodyPosition + static_cast<int>(begin), heading.isNested });
    }
    return outline;
}

void followEdit(Outline &outline, int position, int removed, int added)
{
    for (OutlineHeading &heading : outline) {
        if (heading.position > position)
            heading.position = heading.position >= position + removed ? heading.position + added - removed : position;
    }
}

qsizetype headingAt(const Outline &outline, int position)
{
    return std::ranges::upper_bound(outline, position, {}, &OutlineHeading::position) - outline.begin() - 1;
}

qsizetype sectionEnd(const Outline &outline, qsizetype section)
{
    qsizetype end = section + 1;
    while (end < outline.size() && !mayStandBefore(outline, end, outline.at(section).level))
        ++end;
    return end;
}

std::optional<qsizetype> placeFor(const Outline &outline, qsizetype section, qsizetype wanted)
{
    if (section < 0 || section >= outline.size() || outline.at(section).isNested)
        return {};
    std::optional<qsizetype> nearest;
    for (qsizetype place = 0; place <= outline.size(); ++place) {
        const bool isNearer = !nearest || std::abs(place - wanted) < std::abs(*nearest - wanted);
        if (isNearer && mayStandBefore(outline, place, outline.at(section).level))
            nearest = place;
    }
    return nearest == section || nearest == sectionEnd(outline, section) ? std::nullopt : nearest;
}

std::optional<qsizetype> nextPlace(const Outline &outline, qsizetype section, text::Direction direction)
{
    if (section < 0 || section >= outline.size() || outline.at(section).isNested)
        return {};
    const int level = outline.at(section).level;
    if (direction == text::Direction::Down) {
        const qsizetype next = sectionEnd(outline, section);
        const bool isNeighbour = next < outline.size() && outline.at(next).level == level;
        return isNeighbour ? std::optional(sectionEnd(outline, next)) : std::nullopt;
    }
    for (qsizetype above = section - 1; above >= 0; --above) {
        if (mayStandBefore(outline, above, level))
            return outline.at(above).level == level ? std::optional(above) : std::nullopt;
    }
    return {};
}

} // namespace quillway::ui
