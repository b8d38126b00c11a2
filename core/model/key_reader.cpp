// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/key_reader.h"

#include "core/model/near_name.h"

#include <QStringTokenizer>

#include <algorithm>

namespace quillway::model {

using namespace Qt::StringLiterals;
using text::Value;

namespace {

const Value &emptyMap()
{
    static const Value map = Value::map({});
    return map;
}

bool isEmpty(const Value &value)
{
    return value.kind == Value::Kind::Null || (value.kind == Value::Kind::String && value.text.trimmed().isEmpty());
}

enum class Emptiness { WithValue, Any };

const Value::Member *findMember(const Value &map, QStringView name, Qt::CaseSensitivity sensitivity, Emptiness emptiness)
{
    const Value::Member *found = nullptr;
    for (const Value::Member &member : map.members) {
        if (name.compare(member.key, sensitivity) == 0 && (emptiness == Emptiness::Any || !isEmpty(member.value)))
            found = &member;
    }
    return found;
}

} // namespace

std::optional<bool> parseBoolean(const Value &value)
{
    const auto isOneOf = [&](std::initializer_list<QLatin1StringView> words) {
        return std::ranges::any_of(words,
                                   [&](QLatin1StringView word) { return value.text.trimmed().compare(word, Qt::CaseInsensitive) == 0; });
    };
    if (!value.isScalar())
        return std::nullopt;
    if (isOneOf({ "true"_L1, "yes"_L1, "on"_L1, "1"_L1 }))
        return true;
    if (isOneOf({ "false"_L1, "no"_L1, "off"_L1, "0"_L1 }))
        return false;
    return std::nullopt;
}

const Value::Member *findKey(const Value &map, std::span<const QStringView> names)
{
    for (const auto emptiness : { Emptiness::WithValue, Emptiness::Any }) {
        for (const auto sensitivity : { Qt::CaseSensitive, Qt::CaseInsensitive }) {
            for (const QStringView name : names) {
                if (const Value::Member *member = findMember(map, name, sensitivity, emptiness))
                    return member;
            }
        }
    }
    return nullptr;
}

KeyReader::KeyReader(const Value &map, const SitePath &file, Diagnostics &diagnostics, Texts texts, const QString &name)
    : m_map(map.kind == Value::Kind::Map ? &map : &emptyMap())
    , m_file(file)
    , m_diagnostics(&diagnostics)
    , m_texts(texts)
    , m_name(name)
{
    if (map.kind != Value::Kind::Map && !isEmpty(map))
        report(Severity::Error, ErrorCode::WrongType, map.position, name + " should be a table of keys"_L1);
}

const Value *KeyReader::take(std::span<const QStringView> names)
{
    m_known += names.front().toString();
    const Value::Member *member = findKey(*m_map, names);
    if (!member)
        return nullptr;
    m_taken.insert(member);
    return isEmpty(member->value) ? nullptr : &member->value;
}

std::optional<QString> KeyReader::text(std::span<const QStringView> names)
{
    const Value *value = take(names);
    return value ? textOf(*value, names.front()) : std::nullopt;
}

std::optional<bool> KeyReader::boolean(QStringView name)
{
    const Value *value = take(name);
    if (!value)
        return std::nullopt;
    const bool plain = m_texts == Texts::StringsOnly && value->kind != Value::Kind::Boolean;
    const auto result = plain ? std::nullopt : parseBoolean(*value);
    if (!result)
        wrongType(*value, name, u"true or false");
    return result;
}

std::optional<int> KeyReader::integer(QStringView name, int least)
{
    const Value *value = take(name);
    if (!value)
        return std::nullopt;
    if (value->kind != Value::Kind::Integer) {
        wrongType(*value, name, u"a whole number");
        return std::nullopt;
    }
    bool fits = false;
    const int number = value->text.toInt(&fits);
    if (fits && number >= least)
        return number;
    badValue(*value, name, fits ? u"at least %1"_s.arg(least) : u"a smaller number"_s);
    return std::nullopt;
}

std::optional<QStringList> KeyReader::texts(QStringView name)
{
    const Value *value = take(name);
    if (!value)
        return std::nullopt;
    if (value->kind == Value::Kind::Map) {
        wrongType(*value, name, u"a list of texts");
        return std::nullopt;
    }
    QStringList result;
    for (const Value *item : items(name)) {
        if (const auto text = textOf(*item, name))
            result += *text;
    }
    return result;
}

std::optional<QStringList> KeyReader::words(std::span<const QStringView> names)
{
    const Value *value = take(names);
    if (!value)
        return std::nullopt;
    QStringList result;
    if (value->kind == Value::Kind::List) {
        for (const Value &item : value->items) {
            if (const auto word = isEmpty(item) ? std::nullopt : textOf(item, names.front()))
                result += *word;
        }
    } else if (!value->isScalar()) {
        wrongType(*value, names.front(), u"a list of texts");
    } else if (const auto text = textOf(*value, names.front())) {
        for (const QStringView word : QStringTokenizer(*text, u',', Qt::SkipEmptyParts)) {
            if (!word.trimmed().isEmpty())
                result += word.trimmed().toString();
        }
    }
    return result;
}

QList<const Value *> KeyReader::items(QStringView name)
{
    const Value *value = take(name);
    if (!value)
        return {};
    if (value->kind != Value::Kind::List)
        return { value };
    QList<const Value *> items;
    for (const Value &item : value->items) {
        if (!isEmpty(item))
            items.append(&item);
    }
    return items;
}

std::optional<QString> KeyReader::textOf(const Value &value, QStringView name)
{
    if (!value.isScalar() || (m_texts == Texts::StringsOnly && value.kind != Value::Kind::String)) {
        wrongType(value, name, u"a text");
        return std::nullopt;
    }
    const QString text = value.text.trimmed();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

void KeyReader::wrongType(const Value &value, QStringView name, QStringView wanted)
{
    report(Severity::Error, ErrorCode::WrongType, value.position, u"%1 should be %2"_s.arg(fullName(name), wanted));
}

void KeyReader::badValue(const Value &value, QStringView name, QStringView why)
{
    report(Severity::Error, ErrorCode::BadValue, value.position, u"%1 should be %2"_s.arg(fullName(name), why));
}

void KeyReader::report(Severity severity, ErrorCode code, SourcePosition position, const QString &detail)
{
    m_diagnostics->append({ severity, { code, m_file.toString(), position, detail } });
}

Value KeyReader::rest() const
{
    QList<Value::Member> members;
    for (const Value::Member &member : m_map->members) {
        if (!m_taken.contains(&member))
            members.append(member);
    }
    return Value::map(std::move(members));
}

void KeyReader::reportRest()
{
    for (const Value::Member &member : m_map->members) {
        if (m_taken.contains(&member))
            continue;
        const auto near = nearName(member.key, m_known);
        const QString name = fullName(member.key);
        report(Severity::Warning, ErrorCode::UnknownKey, member.keyPosition, near ? saidWithNear(name, fullName(*near)) : name);
    }
}

QString KeyReader::fullName(QStringView name) const
{
    return m_name.isEmpty() ? name.toString() : u"%1.%2"_s.arg(m_name, name);
}

} // namespace quillway::model
