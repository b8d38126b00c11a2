// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/toml_document.h"

#include "core/base/utf8.h"

namespace quillway::changes {

/// The document between fences is a head; a fence of its own (in a string of several lines) is found out by reading it.
Result<QByteArray> editToml(const QByteArray &document, const QList<text::KeyEdit> &edits)
{
    const qsizetype mark = byteOrderMarkSize(document);
    const QByteArray content = document.sliced(mark);
    const QByteArray lineEnd = content.contains("\r\n") ? "\r\n" : "\n";
    const bool isClosed = content.isEmpty() || content.endsWith('\n');
    const QByteArray opening = "+++" + lineEnd;
    const QByteArray closing = (isClosed ? QByteArray() : lineEnd) + "+++" + lineEnd;
    const auto head = text::parseFrontMatter(opening + content + closing);
    if (!head)
        return std::unexpected(head.error());
    if (head->bodyOffset != opening.size() + content.size() + closing.size())
        return std::unexpected(Error { ErrorCode::Internal, {}, {}, QStringLiteral("+++") });
    return text::editFrontMatter(opening + content + closing, edits).transform([&](const QByteArray &edited) {
        return document.first(mark) + edited.sliced(opening.size()).chopped(closing.size());
    });
}

} // namespace quillway::changes
