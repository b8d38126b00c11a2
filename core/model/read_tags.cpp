// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/content_file.h"
#include "core/model/key_reader.h"
#include "core/model/readers.h"

namespace quillway::model {

using namespace Qt::StringLiterals;
using text::Value;

Result<Parsed<QHash<QString, TagInfo>>> readTags(const QByteArray &bytes)
{
    const SitePath file = SitePath::literal(u"tags.toml");
    const auto root = text::parseToml(bytes);
    if (!root)
        return std::unexpected(inFile(root.error(), file));
    Parsed<QHash<QString, TagInfo>> parsed;
    for (const Value::Member &member : root->members) {
        KeyReader keys(member.value, file, parsed.diagnostics, KeyReader::Texts::StringsOnly, member.key);
        TagInfo info;
        info.title = keys.text(u"title").value_or(QString());
        info.description = keys.text(u"description").value_or(QString());
        info.descriptionPosition = keys.positionOf(u"description");
        info.aliases = keys.texts(u"aliases").value_or(QStringList());
        keys.reportRest();
        const QString key = tagKey(member.key);
        if (parsed.value.contains(key))
            keys.report(Severity::Warning, ErrorCode::FrontMatterDuplicateKey, member.keyPosition, member.key);
        parsed.value.insert(key, info);
    }
    return parsed;
}

} // namespace quillway::model
