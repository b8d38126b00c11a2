// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/head.h"

#include "core/base/utf8.h"
#include "core/text/front_matter/lines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

struct Fence {
    Dialect dialect = Dialect::None;
    char mark = 0; ///< `-` or `+`
};

/// What a line without blanks around it opens; Dialect::None if it is no fence.
Fence openingFence(QByteArrayView line)
{
    if (line == "+++")
        return { Dialect::Toml, '+' };
    if (!line.startsWith("---"))
        return {};
    const QByteArray name = withoutBlanks(line.sliced(3)).toByteArray().toLower();
    if (name.isEmpty() || name == "yaml" || name == "yml")
        return { Dialect::Yaml, '-' };
    if (name == "toml")
        return { Dialect::Toml, '-' };
    if (name == "json")
        return { Dialect::Json, '-' };
    return {};
}

bool closes(QByteArrayView line, Fence fence)
{
    if (fence.mark == '+')
        return line == "+++";
    return line == "---" || (line == "..." && fence.dialect == Dialect::Yaml);
}

qsizetype indentation(QByteArrayView line)
{
    return std::ranges::find_if_not(line, isBlank) - line.begin();
}

/// True if the text from `at`, a `{`, is an object and not a template's `{{`, `{%` or `{:`.
bool beginsObject(QByteArrayView file, qsizetype at)
{
    const Line line = lineFrom(file, at);
    const QByteArrayView rest = withoutBlanks(file.sliced(at + 1, line.end - at - 1));
    return rest.isEmpty() || rest.front() == '"' || rest.front() == '}';
}

constexpr QByteArrayView conflictMarker = "<<<<<<< ";

} // namespace

std::optional<int> mergeConflictLine(QByteArrayView text)
{
    int number = 1;
    for (qsizetype at = 0; at < text.size(); ++number) {
        const Line line = lineFrom(text, at);
        if (text.sliced(line.begin).startsWith(conflictMarker))
            return number;
        at = line.next;
    }
    return std::nullopt;
}

Result<Head> findHead(QByteArrayView file)
{
    Head head;
    head.begin = head.bodyOffset = byteOrderMarkSize(file);
    Line line = lineFrom(file, head.begin);
    const auto textOf = [&](const Line &some) { return withoutBlanks(file.sliced(some.begin, some.end - some.begin)); };
    while (textOf(line).isEmpty() && line.next < file.size()) {
        line = lineFrom(file, line.next);
        ++head.contentLine;
    }
    const QByteArrayView opening = textOf(line);
    const qsizetype indent = indentation(file.sliced(line.begin, line.end - line.begin));

    if (opening.startsWith(conflictMarker) && openingFence(textOf(lineFrom(file, line.next))).dialect != Dialect::None)
        return std::unexpected(Error { ErrorCode::FrontMatterSyntax, {}, { head.contentLine, 1 }, u"merge conflict"_s });
    if (opening.startsWith('{') && beginsObject(file, line.begin + indent)) {
        head.dialect = Dialect::Json;
        head.begin = head.contentBegin = line.begin;
        head.contentEnd = head.bodyOffset = file.size();
        return head;
    }
    const Fence fence = openingFence(opening);
    if (fence.dialect == Dialect::None)
        return Head { .begin = head.bodyOffset, .bodyOffset = head.bodyOffset };

    for (qsizetype at = line.next; at < file.size();) {
        const Line candidate = lineFrom(file, at);
        const QByteArrayView text = file.sliced(candidate.begin, candidate.end - candidate.begin);
        if (closes(withoutBlanks(text), fence) && indentation(text) <= indent)
            return Head { fence.dialect, true, line.begin, line.next, candidate.begin, head.contentLine + 1, candidate.next };
        at = candidate.next;
    }
    if (indent > 0)
        return Head { .begin = head.bodyOffset, .bodyOffset = head.bodyOffset };
    return std::unexpected(
        Error { ErrorCode::FrontMatterUnclosed, {}, { head.contentLine, 1 }, opening.first(3) == "+++" ? u"+++"_s : u"---"_s });
}

} // namespace quillway::text
