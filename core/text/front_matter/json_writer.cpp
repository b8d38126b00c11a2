// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/json_writer.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/json_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray result = "\"";
    for (const char c : text.toUtf8()) {
        constexpr QByteArrayView special = "\"\\\b\f\n\r\t";
        constexpr QByteArrayView letters = "\"\\bfnrt";
        if (const qsizetype index = special.indexOf(c); index >= 0)
            result.append('\\').append(letters[index]);
        else if (uchar(c) < 0x20)
            result.append("\\u00").append(QByteArray::number(c, 16).rightJustified(2, '0'));
        else
            result.append(c);
    }
    return result + '"';
}

/// True if the text of a number is one in JSON too.
bool isJsonNumber(const Value &value)
{
    const Result<ReadText> read = readJson(joined("{\"a\":", value.text.toUtf8(), '}'), 1, Detail::Values);
    return read && read->root.value.members.size() == 1 && read->root.value.members[0].value.sameContent(value);
}

} // namespace

QByteArray JsonWriter::write(const Value &value, Style) const
{
    switch (value.kind) {
    case Value::Kind::Null: return "null";
    case Value::Kind::Boolean: return value.text.toUtf8();
    case Value::Kind::Integer:
    case Value::Kind::Float: return isJsonNumber(value) ? value.text.toUtf8() : quoted(value.text);
    case Value::Kind::DateTime:
    case Value::Kind::String: return quoted(value.text);
    case Value::Kind::List: {
        QByteArrayList items;
        for (const Value &item : value.items)
            items.append(write(item, Style::Plain));
        return joined('[', items.join(", "), ']');
    }
    case Value::Kind::Map: {
        QByteArrayList members;
        for (const Value::Member &member : value.members)
            members.append(joined(quoted(member.key), between(), write(member.value, Style::Plain)));
        return joined('{', members.join(", "), '}');
    }
    }
    Q_UNREACHABLE_RETURN({});
}

QByteArray JsonWriter::writeKey(const QString &key, Style) const
{
    return quoted(key);
}

QByteArray renderJson(const Value &root)
{
    const JsonWriter writer;
    if (root.members.isEmpty())
        return "{\n}\n";
    QByteArrayList members;
    for (const Value::Member &member : root.members)
        members.append(joined("  ", writer.writeKey(member.key, Style::Plain), writer.between(), writer.write(member.value, Style::Plain)));
    return joined("{\n", members.join(",\n"), "\n}\n");
}

Value asJson(const Value &value)
{
    Value result = value;
    const bool isNumber = value.kind == Value::Kind::Integer || value.kind == Value::Kind::Float;
    if (value.kind == Value::Kind::DateTime || (isNumber && !isJsonNumber(value)))
        result.kind = Value::Kind::String;
    std::ranges::transform(value.items, result.items.begin(), asJson);
    std::ranges::transform(value.members, result.members.begin(), [](const Value::Member &member) {
        return Value::Member { member.key, member.keyPosition, asJson(member.value) };
    });
    return result;
}

} // namespace quillway::text
