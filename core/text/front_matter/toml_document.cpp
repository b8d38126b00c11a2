// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter.h"
#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/splices.h"
#include "core/text/front_matter/toml_depth.h"
#include "core/text/front_matter/toml_syntax.h"
#include "core/text/front_matter/toml_writer.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr QByteArrayView fence = "+++";
constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

/// The bytes of the first part of a dotted key.
Span firstPart(QByteArrayView text, Span key)
{
    if (text[key.begin] == '"' || text[key.begin] == '\'')
        return { key.begin, tomlStringEnd(text, key.begin) };
    qsizetype end = key.begin;
    while (end < key.end && text[end] != '.' && !isBlank(text[end]))
        ++end;
    return { key.begin, end };
}

QByteArray renamed(QByteArrayView text, const QString &from, const QString &to)
{
    Splices splices;
    bool isAboveTables = true;
    for (const TomlStatement &statement : tomlStatements(text)) {
        isAboveTables = isAboveTables && statement.kind == TomlStatement::Kind::KeyValue;
        if (statement.path.value(0) == from && (isAboveTables || statement.kind != TomlStatement::Kind::KeyValue))
            splices.replace(firstPart(text, statement.key), TomlWriter("\n").writeKey(to, Style::Plain));
    }
    return splices.applied(text);
}

} // namespace

Result<QByteArray> editTomlDocument(const QByteArray &document, const QList<KeyEdit> &edits)
{
    const QByteArrayView mark = QByteArrayView(document).first(document.startsWith(byteOrderMark) ? byteOrderMark.size() : 0);
    const QByteArrayView text = QByteArrayView(document).sliced(mark.size());
    const QByteArrayView lineEnd = firstLineEnd(text);
    const bool isOpen = !text.isEmpty() && !isLineEnd(text.back()); // its last line
    const QByteArray before = joined(fence, lineEnd);
    const QByteArray after = joined(fence, lineEnd);
    return editFrontMatter(joined(before, text, isOpen ? lineEnd : QByteArrayView(), after), edits).transform([&](const QByteArray &edited) {
        QByteArrayView content = QByteArrayView(edited).sliced(before.size()).chopped(after.size());
        // What stood first has taken the blank lines behind it along.
        while (!content.isEmpty() && isLineEnd(content.front()) && !text.isEmpty() && !isLineEnd(text.front()))
            content.slice(1);
        // The last line stays open if it is still the same one.
        const QByteArrayView last = text.sliced(lineBegin(text, text.size()));
        if (isOpen && content.endsWith(joined(last, lineEnd)))
            content.chop(lineEnd.size());
        return joined(mark, content);
    });
}

Result<QByteArray> renameTomlKey(const QByteArray &document, const QString &from, const QString &to)
{
    Result<Value> old = parseToml(document);
    if (!old || !old->find(from) || from == to)
        return old.transform([&](const Value &) { return document; });
    if (old->find(to))
        return std::unexpected(Error { ErrorCode::AlreadyExists, {}, old->find(to)->position, to });
    std::ranges::find(old->members, from, &Value::Member::key)->key = to;
    const QByteArrayView text = QByteArrayView(document).sliced(document.startsWith(byteOrderMark) ? byteOrderMark.size() : 0);
    QByteArray result = joined(QByteArrayView(document).first(document.size() - text.size()), renamed(text, from, to));
    const Result<Value> now = parseToml(result);
    if (now && now->sameContent(*old))
        return result;
    return std::unexpected(Error { ErrorCode::Internal, {}, {}, from });
}

} // namespace quillway::text
