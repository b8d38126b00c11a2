// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_file.h"

#include "core/base/utf8.h"

namespace quillway::model {

Error inFile(Error error, const SitePath &file)
{
    error.file = file.toString();
    return error;
}

Result<ContentFile> readContentFile(const SitePath &file, const QByteArray &bytes)
{
    if (const auto offset = firstInvalidUtf8(bytes))
        return std::unexpected(inFile({ ErrorCode::NotUtf8, {}, positionAt(bytes, *offset), {} }, file));
    auto head = text::parseFrontMatter(bytes);
    if (!head)
        return std::unexpected(inFile(head.error(), file));
    const auto body = text::ParsedMarkdown::parse(bytes.sliced(head->bodyOffset));
    ContentFile content {
        .file = file, .bytes = bytes, .head = std::move(*head), .bodyLine = 1, .body = *body, .facts = text::readText(*body), .diagnostics = {}
    };
    content.bodyLine = positionAt(bytes, content.head.bodyOffset).line;
    for (const Diagnostic &diagnostic : std::as_const(content.head.diagnostics))
        content.diagnostics.append({ diagnostic.severity, inFile(diagnostic.error, file) });
    return content;
}

} // namespace quillway::model
