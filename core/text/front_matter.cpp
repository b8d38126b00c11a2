// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"

#include "core/base/utf8.h"
#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/editor.h"
#include "core/text/front_matter/json_writer.h"
#include "core/text/front_matter/reader.h"
#include "core/text/front_matter/toml_reader.h"
#include "core/text/front_matter/toml_writer.h"
#include "core/text/front_matter/yaml_writer.h"

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

Result<QByteArray> editFrontMatter(const QByteArray &file, const QList<KeyEdit> &edits)
{
    Result<QByteArray> result = file;
    for (const KeyEdit &edit : edits) {
        result = editKey(*result, edit);
        if (!result)
            break;
    }
    return result;
}

QByteArray renderFrontMatter(Dialect dialect, const Value &root)
{
    switch (dialect) {
    case Dialect::Yaml: return joined("---\n", YamlBlockWriter({}, "\n").writeMembers(root, 0), "---\n");
    case Dialect::Toml: return joined("+++\n", renderToml(root), "+++\n");
    case Dialect::Json: return renderJson(root);
    case Dialect::None: break;
    }
    return {};
}

Result<Value> parseToml(const QByteArray &document)
{
    if (const Result<void> isText = requireUtf8(document); !isText)
        return std::unexpected(isText.error());
    return readToml(QByteArrayView(document).sliced(byteOrderMarkSize(document)), 1);
}

} // namespace quillway::text
