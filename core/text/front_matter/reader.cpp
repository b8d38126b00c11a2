// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/reader.h"

#include "core/text/front_matter/json_reader.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/place_tracker.h"
#include "core/text/front_matter/toml_reader.h"
#include "core/text/front_matter/yaml_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// What follows an object: nothing between fences, and without fences the body, which begins on the next line or, for not to lose
/// anything, at once.
Result<void> endObject(QByteArrayView file, Head &head, qsizetype end)
{
    const qsizetype objectEnd = head.contentBegin + end;
    if (head.fenced) {
        const QByteArrayView rest = file.sliced(objectEnd, head.contentEnd - objectEnd);
        const auto other = std::ranges::find_if_not(rest, [](char c) { return isBlank(c) || isLineEnd(c); });
        if (other == rest.end())
            return {};
        PlaceTracker places(head.content(file), head.contentLine);
        return std::unexpected(
            Error { ErrorCode::FrontMatterSyntax, {}, places.at(end + (other - rest.begin())), u"text after the object"_s });
    }
    const Line line = lineFrom(file, objectEnd);
    head.contentEnd = objectEnd;
    head.bodyOffset = withoutBlanks(file.sliced(objectEnd, line.end - objectEnd)).isEmpty() ? line.next : objectEnd;
    return {};
}

Result<ReadText> readContent(QByteArrayView file, Head &head, Detail detail)
{
    const QByteArrayView content = head.content(file);
    switch (head.dialect) {
    case Dialect::Yaml: return readYaml(content, head.contentLine, detail);
    case Dialect::Toml:
        return readToml(content, head.contentLine).transform([&](Value &&root) {
            ReadText read;
            read.root.value = std::move(root);
            read.root.style = Style::Block;
            read.end = content.size();
            return read;
        });
    case Dialect::Json: {
        Result<ReadText> read = readJson(content, head.contentLine, detail);
        return !read ? read : endObject(file, head, read->end).transform([&] { return std::move(*read); });
    }
    case Dialect::None: break;
    }
    ReadText nothing;
    nothing.root.value = Value::map({});
    return nothing;
}

} // namespace

Result<ReadText> readHead(QByteArrayView file, Head &head, Detail detail)
{
    // Beyond this it is no head that a person wrote.
    constexpr qsizetype largest = 64LL * 1024 * 1024; // bytes
    if (head.fenced && head.contentEnd - head.contentBegin > largest)
        return std::unexpected(Error { ErrorCode::TooDeep, {}, { head.contentLine, 1 }, u"size"_s });
    Result<ReadText> read = readContent(file, head, detail);
    if (!read && read.error().code == ErrorCode::FrontMatterSyntax) {
        if (const std::optional<int> line = mergeConflictLine(head.content(file)))
            return std::unexpected(Error { ErrorCode::FrontMatterSyntax, {}, { head.contentLine + *line - 1, 1 }, u"merge conflict"_s });
    }
    return read;
}

} // namespace quillway::text
