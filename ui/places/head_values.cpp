// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places/head_values.h"

#include "ui/properties/head_fields.h"

#include <algorithm>

namespace quillway::ui {

using text::KeyEdit;
using text::Value;

QString spellingOf(const Value &root, const QString &key)
{
    if (root.find(key))
        return key;
    const auto found = std::ranges::find_if(root.members,
                                            [&](const Value::Member &member) { return member.key.compare(key, Qt::CaseInsensitive) == 0; });
    return found == root.members.cend() ? key : found->key;
}

const Value *valueOf(const Value &root, const QString &key)
{
    const Value *value = root.find(spellingOf(root, key));
    return value && value->kind != Value::Kind::Null ? value : nullptr;
}

QString scalarText(const Value *value)
{
    return value && value->isScalar() && value->kind != Value::Kind::Null ? value->text : QString();
}

QString textOf(const Value &root, const QString &key)
{
    return scalarText(valueOf(root, key));
}

QList<Value> itemsOf(const Value &root, const QString &key)
{
    const Value *value = valueOf(root, key);
    if (!value)
        return {};
    return value->kind == Value::Kind::List ? value->items : QList { *value };
}

QStringList wordsOf(const Value &root, const QString &key)
{
    const Value *value = valueOf(root, key);
    if (value && value->isScalar())
        return splitTags(value->text);
    QStringList words;
    for (const Value &item : itemsOf(root, key)) {
        if (const QString word = scalarText(&item); !word.isEmpty())
            words.append(word);
    }
    return words;
}

Value withMember(Value map, const QString &scalarKey, const QString &key, std::optional<Value> value)
{
    if (map.kind != Value::Kind::Map) {
        const QString text = scalarText(&map);
        map = Value::map({});
        if (!text.isEmpty())
            map.members.append({ scalarKey, {}, Value::string(text) });
    }
    const QString spelling = spellingOf(map, key);
    const auto place = std::ranges::find(map.members, spelling, &Value::Member::key);
    if (!value) {
        if (place != map.members.end())
            map.members.erase(place);
    } else if (place != map.members.end()) {
        place->value = std::move(*value);
    } else {
        map.members.append({ key, {}, std::move(*value) });
    }
    return map;
}

KeyEdit editOf(const Value &root, const QString &key, const QString &text)
{
    return { spellingOf(root, key), text.isEmpty() ? std::nullopt : std::optional(Value::string(text)) };
}

KeyEdit editOf(const Value &root, const QString &key, const QList<Value> &items)
{
    return { spellingOf(root, key), items.isEmpty() ? std::nullopt : std::optional(Value::list(items)) };
}

KeyEdit editOf(const Value &root, const QString &key, const QStringList &words)
{
    return { spellingOf(root, key), words.isEmpty() ? std::nullopt : std::optional(Value::strings(words)) };
}

bool sameContent(const QList<Value> &a, const QList<Value> &b)
{
    return std::ranges::equal(a, b, [](const Value &one, const Value &other) { return one.sameContent(other); });
}

} // namespace quillway::ui
