// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/editor.h"

#include "core/base/utf8.h"
#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/flow_editor.h"
#include "core/text/front_matter/json_writer.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/reader.h"
#include "core/text/front_matter/toml_editor.h"
#include "core/text/front_matter/toml_writer.h"
#include "core/text/front_matter/yaml_editor.h"
#include "core/text/front_matter/yaml_writer.h"

#include <algorithm>

namespace quillway::text {

namespace {

/// A head with what is needed to edit it.
struct OpenHead {
    const QByteArray &file;
    Head head;
    ReadText read;

    QByteArrayView content() const { return head.content(file); }
    const Value &root() const { return read.root.value; }
};

/// `text` as UTF-8 can hold it: half a surrogate pair becomes U+FFFD.
QString withoutHalfPairs(const QString &text)
{
    return text.isValidUtf16() ? text : textFromUtf8(text.toUtf8());
}

Value validated(const Value &value)
{
    Value result = value;
    result.text = withoutHalfPairs(value.text);
    std::ranges::transform(value.items, result.items.begin(), validated);
    std::ranges::transform(value.members, result.members.begin(), [](const Value::Member &member) {
        return Value::Member { withoutHalfPairs(member.key), member.keyPosition, validated(member.value) };
    });
    return result;
}

Value asDialect(Dialect dialect, const Value &value)
{
    switch (dialect) {
    case Dialect::Toml: return asToml(value);
    case Dialect::Json: return asJson(value);
    default: return asYaml(value);
    }
}

/// Equal content. The members of TOML's tables have no order of their own: what is under a header comes after what is not.
bool readsAs(Dialect dialect, const Value &read, const Value &wanted)
{
    if (dialect != Dialect::Toml || read.kind != wanted.kind || read.isScalar())
        return read.sameContent(wanted);
    const auto same = [dialect](const Value &a, const Value &b) { return readsAs(dialect, a, b); };
    if (read.kind == Value::Kind::List)
        return std::ranges::equal(read.items, wanted.items, same);
    return read.members.size() == wanted.members.size() && std::ranges::all_of(read.members, [&](const Value::Member &member) {
               const Value *other = wanted.find(member.key);
               return other && same(member.value, *other);
           });
}

bool hasAlias(const Syntax &node)
{
    return node.style == Style::Alias
        || std::ranges::any_of(node.members, [](const Syntax::Member &member) { return hasAlias(member.node); });
}

/// True if a member of the root may change with an anchor or a merge key elsewhere.
bool followsOthers(const Syntax &root, const QString &key)
{
    const auto isMerge = [](const Syntax::Member &member) { return member.name == QLatin1StringView("<<"); };
    const auto refers = [&](const Syntax::Member &member) { return member.name == key && hasAlias(member.node); };
    const auto isOwn = [&](const Syntax::Member &member) { return member.name == key; };
    return std::ranges::any_of(root.members, refers)
        || (std::ranges::any_of(root.members, isMerge) && std::ranges::none_of(root.members, isOwn));
}

/// True if `edited` holds the new value, and everything else as it was.
bool isAsWanted(const OpenHead &old, const QByteArray &edited, const KeyEdit &edit)
{
    const Result<FrontMatter> now = parseFrontMatter(edited);
    const Dialect dialect = old.head.dialect == Dialect::None ? Dialect::Yaml : old.head.dialect;
    if (!now || now->dialect != dialect)
        return false;
    if (QByteArrayView(edited).sliced(now->bodyOffset) != QByteArrayView(old.file).sliced(old.head.bodyOffset))
        return false;
    const Value *value = now->root.find(edit.key);
    if (edit.value ? !value || !readsAs(dialect, *value, asDialect(dialect, *edit.value)) : value != nullptr)
        return false;
    qsizetype others = 0;
    for (const Value::Member &member : old.root().members) {
        if (member.key == edit.key)
            continue;
        ++others;
        const Value *other = now->root.find(member.key);
        if (other && other->sameContent(member.value))
            continue;
        if (!followsOthers(old.read.root, member.key))
            return false;
    }
    const qsizetype expected = others + (edit.value ? 1 : 0);
    return now->root.members.size() == expected || followsOthers(old.read.root, {});
}

/// The members that the root's bytes have, doubled ones once, after the edit; what merge keys bring in is not among them.
QList<Value::Member> editedMembers(const Syntax &root, const KeyEdit &edit)
{
    QList<Value::Member> members;
    for (const Syntax::Member &member : root.members)
        members.append({ member.name, {}, member.node.value });
    Diagnostics ignored;
    dropShadowed(members, ignored);
    const auto at = std::ranges::find(members, edit.key, &Value::Member::key);
    if (edit.value && at != members.end())
        at->value = *edit.value;
    else if (edit.value)
        members.append({ edit.key, {}, *edit.value });
    else if (at != members.end())
        members.erase(at);
    return members;
}

QByteArray editedContent(const OpenHead &open, const KeyEdit &edit, Effort effort)
{
    const QByteArrayView content = open.content();
    const QByteArrayView lineEnd = firstLineEnd(QByteArrayView(open.file).sliced(open.head.begin));
    if (open.head.dialect == Dialect::Toml)
        return editToml(content, lineEnd, edit.key, edit.value, effort);
    const Syntax &root = open.read.root;
    const QList<Value::Member> members = editedMembers(root, edit);
    if (open.head.dialect == Dialect::Json) {
        const JsonWriter writer;
        const QByteArray object = FlowEditor(content, writer).edited(root, Value::map(members));
        return joined(content.first(root.span.begin), object, content.sliced(root.span.end));
    }
    const QByteArrayView opening = QByteArrayView(open.file).sliced(open.head.begin);
    const qsizetype column = std::ranges::find_if_not(opening, isBlank) - opening.begin();
    return editYaml(content, lineEnd, root, members, column, effort);
}

QByteArray edited(const OpenHead &open, const KeyEdit &edit, Effort effort)
{
    const QByteArrayView file = open.file;
    if (open.head.dialect != Dialect::None) {
        return joined(file.first(open.head.contentBegin), editedContent(open, edit, effort), file.sliced(open.head.contentEnd));
    }
    QByteArray head = renderFrontMatter(Dialect::Yaml, Value::map({ { edit.key, {}, *edit.value } }));
    if (const QByteArrayView lineEnd = firstLineEnd(file); lineEnd != "\n")
        head.replace('\n', lineEnd);
    return joined(file.first(open.head.bodyOffset), head, file.sliced(open.head.bodyOffset));
}

} // namespace

Result<QByteArray> editKey(const QByteArray &file, const KeyEdit &given)
{
    const KeyEdit edit { withoutHalfPairs(given.key), given.value.transform(validated) };
    if (const std::optional<qsizetype> invalid = firstInvalidUtf8(file))
        return std::unexpected(Error { ErrorCode::NotUtf8, {}, positionAt(file, *invalid), {} });
    Result<Head> head = findHead(file);
    if (!head)
        return std::unexpected(head.error());
    Result<ReadText> read = readHead(file, *head, Detail::Spans);
    if (!read)
        return std::unexpected(read.error());
    const OpenHead open { file, *head, std::move(*read) };

    const Value *old = open.root().find(edit.key);
    if (!old && !edit.value)
        return file;
    if (old && edit.value && old->sameContent(asDialect(head->dialect, *edit.value)))
        return file;
    for (const Effort effort : { Effort::InPlace, Effort::Anew }) {
        QByteArray result = edited(open, edit, effort);
        if (isAsWanted(open, result, edit))
            return result;
    }
    return std::unexpected(Error { ErrorCode::Internal, {}, old ? old->position : SourcePosition {}, edit.key });
}

} // namespace quillway::text
