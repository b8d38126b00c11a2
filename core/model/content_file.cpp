// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_file.h"

#include "core/base/utf8.h"
#include "core/model/key_reader.h"

#include <span>

namespace quillway::model {

Error inFile(Error error, const SitePath &file)
{
    error.file = file.toString();
    return error;
}

text::Formulas formulasIn(const text::Value &head)
{
    constexpr QStringView name = u"math";
    const text::Value::Member *math = findKey(head, std::span(&name, 1));
    return math != nullptr && parseBoolean(math->value).value_or(false) ? text::Formulas::AreRead : text::Formulas::AreText;
}

Result<ContentFile> readContentFile(const SitePath &file, const QByteArray &bytes)
{
    if (const auto offset = firstInvalidUtf8(bytes))
        return std::unexpected(inFile({ ErrorCode::NotUtf8, {}, positionAt(bytes, *offset), {} }, file));
    auto head = text::parseFrontMatter(bytes);
    if (!head)
        return std::unexpected(inFile(head.error(), file));
    const auto body = text::ParsedMarkdown::parse(bytes.sliced(head->bodyOffset), formulasIn(head->root));
    ContentFile content {
        .file = file, .bytes = bytes, .head = std::move(*head), .bodyLine = 1, .body = *body, .facts = text::readText(*body), .diagnostics = {}
    };
    content.bodyLine = positionAt(bytes, content.head.bodyOffset).line;
    for (const Diagnostic &diagnostic : std::as_const(content.head.diagnostics))
        content.diagnostics.append({ diagnostic.severity, inFile(diagnostic.error, file) });
    return content;
}

} // namespace quillway::model
