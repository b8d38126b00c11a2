// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/writing/folds.h"

#include "core/text/writing/code_fence.h"
#include "core/text/writing/line_shape.h"
#include "core/text/writing/sections.h"

#include <algorithm>

namespace quillway::text {

namespace {

/// The blank lines at the end stay: they part what is folded from what follows.
std::optional<Fold> foldOf(const TextLines &lines, int head, int first, int end)
{
    while (end > first && isBlankLine(lines.line(end - 1)))
        --end;
    return end > first ? std::optional(Fold { head, first, end - 1 }) : std::nullopt;
}

/// The code block that the line is of, by its fences; its last line is the text's if it is never closed.
std::optional<Fold> codeAround(const TextLines &lines, int line, int body)
{
    if (line < body || !lines.isVerbatim(line))
        return {};
    int from = line;
    while (from > body && lines.isVerbatim(from - 1))
        --from;
    std::optional<CodeFence> open;
    int opening = from;
    for (int number = from; number < lines.count() && lines.isVerbatim(number); ++number) {
        const bool wasOpen = open.has_value();
        open = readFence(open, lines.line(number)).open;
        if (!wasOpen)
            opening = number;
        if (!open && number >= line)
            return number > opening ? std::optional(Fold { opening, opening + 1, number }) : std::nullopt;
    }
    int last = opening;
    while (last + 1 < lines.count() && lines.isVerbatim(last + 1))
        ++last;
    return line <= last && last > opening ? std::optional(Fold { opening, opening + 1, last }) : std::nullopt;
}

bool hasFence(const QString &line)
{
    return line.contains(QStringView(u"```")) || line.contains(QStringView(u"~~~"));
}

} // namespace

bool mayFold(const TextLines &lines, int line, int body)
{
    if (line < body)
        return false;
    if (!lines.isVerbatim(line))
        return headingLevel(lines, line) > 0;
    if (!hasFence(lines.line(line)))
        return false;
    const auto code = codeAround(lines, line, body);
    return code && code->head == line;
}

std::optional<Fold> foldAt(const TextLines &lines, int line, int body)
{
    if (line < body)
        return {};
    if (lines.isVerbatim(line)) {
        const auto code = codeAround(lines, line, body);
        return code && code->head == line ? code : std::nullopt;
    }
    const HeadingLines heading = headingLines(lines, line);
    const auto section = heading.level > 0 ? sectionAt(lines, line) : std::nullopt;
    return section ? foldOf(lines, heading.end - 1, heading.end, section->end) : std::nullopt;
}

QList<Fold> foldsAround(const TextLines &lines, int line, int body)
{
    QList<Fold> folds;
    if (const auto code = codeAround(lines, line, body))
        folds.append(*code);
    int level = 7;
    for (int number = line; number >= std::max(body, lines.first()) && level > 1; --number) {
        const int here = headingLevel(lines, number);
        if (here == 0 || here >= level)
            continue;
        level = here;
        const auto fold = foldAt(lines, number, body);
        if (fold && (fold->contains(line) || line <= fold->head))
            folds.append(*fold);
    }
    return folds;
}

QList<Fold> allSectionFolds(const TextLines &lines, int body)
{
    struct Open {
        int level;
        qsizetype fold;
    };
    QList<Fold> folds;
    QList<Open> open;
    const auto closeTo = [&](int level, int end) {
        while (!open.isEmpty() && open.constLast().level >= level)
            folds[open.takeLast().fold].last = end - 1;
    };
    for (int line = std::max(body, lines.first()); line < lines.count(); ++line) {
        const HeadingLines heading = headingLines(lines, line);
        if (heading.level == 0)
            continue;
        closeTo(heading.level, line);
        open.append({ heading.level, folds.size() });
        folds.append({ heading.end - 1, heading.end, heading.end - 1 });
        line = heading.end - 1;
    }
    closeTo(1, lines.count());
    QList<Fold> kept;
    for (const Fold &fold : std::as_const(folds)) {
        if (const auto trimmed = foldOf(lines, fold.head, fold.first, fold.last + 1))
            kept.append(*trimmed);
    }
    return kept;
}

} // namespace quillway::text
