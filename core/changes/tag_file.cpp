// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/tag_file.h"

#include "core/model/addresses.h"
#include "core/text/front_matter.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::changes {

using model::tagKey;
using text::KeyEdit;
using text::Value;

namespace {

/// The keys that stand for the tag, as they are written.
QStringList writtenAs(const Value &root, const QString &key)
{
    QStringList names;
    for (const Value::Member &member : root.members) {
        if (tagKey(member.key) == key)
            names.append(member.key);
    }
    return names;
}

QStringList textsOf(const Value &table, QStringView key)
{
    const Value *value = table.find(key);
    if (!value)
        return {};
    if (value->isScalar())
        return { value->text };
    QStringList texts;
    for (const Value &item : value->items)
        texts.append(item.text);
    return texts;
}

/// `table` with what only `other` has.
Value filledFrom(Value table, const Value &other)
{
    for (const Value::Member &member : other.members) {
        if (!table.find(member.key))
            table.members.append(member);
    }
    return table;
}

/// Without a table of its own for it, the aliases go first.
Value withAliases(Value table, const QStringList &aliases)
{
    const auto place = std::ranges::find(table.members, u"aliases"_s, &Value::Member::key);
    if (place == table.members.end()) {
        if (!aliases.isEmpty())
            table.members.append({ u"aliases"_s, {}, Value::strings(aliases) });
    } else if (textsOf(table, u"aliases") != aliases) {
        place->value = Value::strings(aliases);
    }
    return table;
}

} // namespace

QString aliasOf(const model::Tag &tag)
{
    const QString address = model::tagAddress(tag);
    const bool isSaidByName = !tag.name.contains(u'/') && model::tagAliasAddress(tag.name, QUrl()) == address;
    return isSaidByName ? tag.name : address;
}

Result<QByteArray> withTagsJoined(const QByteArray &document, const QStringList &keys, const QString &name, const QStringList &aliases)
{
    QByteArray text = document;
    Result<Value> root = text::parseToml(text);
    if (!root)
        return std::unexpected(root.error());
    QStringList names; // of the tables that go into one
    for (const QString &key : keys)
        names += writtenAs(*root, key);
    QStringList own = writtenAs(*root, tagKey(name));
    names.removeIf([&](const QString &other) { return own.contains(other); });
    if (own.isEmpty() && !names.isEmpty()) { // the first becomes it, with its comments
        auto renamed = text::renameTomlKey(text, names.constFirst(), name);
        if (!renamed)
            return renamed;
        text = *renamed;
        own.append(name);
        names.removeFirst();
        root = text::parseToml(text);
        if (!root)
            return std::unexpected(root.error());
    }
    const QString ownName = own.isEmpty() ? name : own.constFirst();
    const Value *ownTable = root->find(ownName);
    Value table = ownTable ? *ownTable : Value::map({});
    QStringList all = textsOf(table, u"aliases");
    for (const QString &other : std::as_const(names)) {
        table = filledFrom(table, *root->find(other));
        all += textsOf(*root->find(other), u"aliases");
    }
    all += aliases;
    all.removeDuplicates();
    all.removeIf([&](const QString &alias) { return model::tagAliasAddress(alias, QUrl()) == model::tagAliasAddress(name, QUrl()); });
    table = withAliases(table, all);
    QList<KeyEdit> edits;
    for (const QString &other : std::as_const(names))
        edits.append({ other, std::nullopt });
    if (!table.members.isEmpty() || ownTable)
        edits.append({ ownName, table });
    return text::editTomlDocument(text, edits);
}

Result<QByteArray> withoutTag(const QByteArray &document, const QString &key)
{
    const Result<Value> root = text::parseToml(document);
    if (!root)
        return std::unexpected(root.error());
    QList<KeyEdit> edits;
    for (const QString &name : writtenAs(*root, key))
        edits.append({ name, std::nullopt });
    return text::editTomlDocument(document, edits);
}

} // namespace quillway::changes
