// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// An integer as YAML and TOML write it (`+7`, `0x1F`, `0o17`); text that no qint64 holds stays text.
QVariant integerVariant(const QString &text)
{
    const bool negative = text.startsWith(u'-');
    const QString digits = text.startsWith(u'+') || negative ? text.sliced(1) : text;
    const bool prefixed = digits.size() > 2 && digits[0] == u'0' && !digits[1].isDigit();
    const int base = !prefixed ? 10 : digits[1] == u'x' ? 16 : digits[1] == u'o' ? 8 : 2;
    bool fits = false;
    const qint64 value = ((negative ? u"-"_s : QString()) + (prefixed ? digits.sliced(2) : digits)).toLongLong(&fits, base);
    return fits ? QVariant(value) : QVariant(text);
}

/// A float as YAML, TOML and JSON write it, with `.inf`, `inf` and `nan` in their spellings.
QVariant floatVariant(const QString &text)
{
    QString plain = text.toLower();
    if (const qsizetype dot = plain.indexOf(u'.'); dot >= 0 && dot + 1 < plain.size() && plain[dot + 1].isLetter() && plain[dot + 1] != u'e')
        plain.remove(dot, 1);
    bool read = false;
    const double value = plain.toDouble(&read);
    return read ? QVariant(value) : QVariant(text);
}

Value scalar(Value::Kind kind, QString text)
{
    Value value;
    value.kind = kind;
    value.text = std::move(text);
    return value;
}

} // namespace

const Value *Value::find(QStringView key) const
{
    const auto found = std::ranges::find(members, key, &Member::key);
    return found == members.cend() ? nullptr : &found->value;
}

Value Value::string(QString text)
{
    return scalar(Kind::String, std::move(text));
}

Value Value::boolean(bool value)
{
    return scalar(Kind::Boolean, value ? u"true"_s : u"false"_s);
}

Value Value::integer(qint64 value)
{
    return scalar(Kind::Integer, QString::number(value));
}

Value Value::dateTime(QString text)
{
    return scalar(Kind::DateTime, std::move(text));
}

Value Value::list(QList<Value> items)
{
    Value value;
    value.kind = Kind::List;
    value.items = std::move(items);
    return value;
}

Value Value::strings(const QStringList &texts)
{
    QList<Value> items;
    items.reserve(texts.size());
    for (const QString &text : texts)
        items.append(string(text));
    return list(std::move(items));
}

Value Value::map(QList<Member> members)
{
    Value value;
    value.kind = Kind::Map;
    value.members = std::move(members);
    return value;
}

QVariant Value::toVariant() const
{
    switch (kind) {
    case Kind::Null: return {};
    case Kind::Boolean: return text == "true"_L1;
    case Kind::Integer: return integerVariant(text);
    case Kind::Float: return floatVariant(text);
    case Kind::DateTime:
    case Kind::String: return text;
    case Kind::List: {
        QVariantList list;
        list.reserve(items.size());
        for (const Value &item : items)
            list.append(item.toVariant());
        return list;
    }
    case Kind::Map: {
        QVariantMap map;
        for (const Member &member : members)
            map.insert(member.key, member.value.toVariant());
        return map;
    }
    }
    Q_UNREACHABLE_RETURN({});
}

bool Value::sameContent(const Value &other) const
{
    if (kind != other.kind)
        return false;
    switch (kind) {
    case Kind::Null: return true;
    case Kind::List: return std::ranges::equal(items, other.items, [](const Value &a, const Value &b) { return a.sameContent(b); });
    case Kind::Map:
        return std::ranges::equal(members, other.members,
                                  [](const Member &a, const Member &b) { return a.key == b.key && a.value.sameContent(b.value); });
    default: return text == other.text;
    }
}

} // namespace quillway::text
