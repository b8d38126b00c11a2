// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"

#include "core/base/utf8.h"
#include "core/text/front_matter/reader.h"
#include "core/text/front_matter/toml_reader.h"

namespace quillway::text {

namespace {

Result<void> requireUtf8(QByteArrayView bytes)
{
    const std::optional<qsizetype> invalid = firstInvalidUtf8(bytes);
    if (!invalid)
        return {};
    return std::unexpected(Error { ErrorCode::NotUtf8, {}, positionAt(bytes, *invalid), {} });
}

} // namespace

Result<FrontMatter> parseFrontMatter(const QByteArray &file)
{
    if (const Result<void> isText = requireUtf8(file); !isText)
        return std::unexpected(isText.error());
    Result<Head> head = findHead(file);
    if (!head)
        return std::unexpected(head.error());
    return readHead(file, *head, Detail::Values).transform([&](ReadText &&read) {
        return FrontMatter { head->dialect, std::move(read.root.value), head->bodyOffset, std::move(read.diagnostics) };
    });
}

Result<Value> parseToml(const QByteArray &document)
{
    if (const Result<void> isText = requireUtf8(document); !isText)
        return std::unexpected(isText.error());
    return readToml(QByteArrayView(document).sliced(byteOrderMarkSize(document)), 1);
}

} // namespace quillway::text
