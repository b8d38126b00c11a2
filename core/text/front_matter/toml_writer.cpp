// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/toml_writer.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/toml_reader.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

bool isControl(char c)
{
    return uchar(c) < 0x20 || uchar(c) == 0x7F;
}

QByteArray escaped(char c)
{
    constexpr QByteArrayView special = "\"\\\b\f\n\r\t";
    constexpr QByteArrayView letters = "\"\\bfnrt";
    if (const qsizetype index = special.indexOf(c); index >= 0)
        return joined('\\', letters[index]);
    return joined("\\u00", QByteArray::number(uchar(c), 16).rightJustified(2, '0'));
}

QByteArray basic(QByteArrayView text)
{
    QByteArray result = "\"";
    for (const char c : text) {
        if (isControl(c) || c == '"' || c == '\\')
            result += escaped(c);
        else
            result += c;
    }
    return result + '"';
}

QByteArray multilineBasic(QByteArrayView text, QByteArrayView lineEnd)
{
    QByteArray result = joined(R"(""")", lineEnd);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool couldClose = c == '"' && (at + 1 == text.size() || text[at + 1] == '"');
        if (c == '\n')
            result += lineEnd;
        else if (c != '\t' && (isControl(c) || c == '\\' || couldClose))
            result += escaped(c);
        else
            result += c;
    }
    return result + R"(""")";
}

bool fitsLiteral(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\'' || (isControl(c) && c != '\t'); });
}

bool fitsMultilineLiteral(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return isControl(c) && c != '\t' && c != '\n'; }) && !text.contains("''")
        && !text.endsWith('\'');
}

/// True if one of the lines of a text would, between the quotes, close the head it stands in.
bool hasFence(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const Line line = lineFrom(text, at);
        const QByteArrayView content = withoutBlanks(text.sliced(line.begin, line.end - line.begin));
        if (content == "+++" || content == "---")
            return true;
        at = line.next;
    }
    return false;
}

QByteArray stringText(const QString &string, Style like, QByteArrayView lineEnd)
{
    const QByteArray text = string.toUtf8();
    if (like == Style::SingleQuoted && fitsLiteral(text))
        return joined('\'', text, '\'');
    if (hasFence(text))
        return basic(text);
    if (like == Style::SingleMultiline && fitsMultilineLiteral(text))
        return joined("'''", lineEnd, QByteArray(text).replace('\n', lineEnd), "'''");
    const bool hasLines = text.contains('\n') && !text.trimmed().isEmpty();
    if (hasLines || like == Style::DoubleMultiline || like == Style::SingleMultiline)
        return multilineBasic(text, lineEnd);
    return basic(text);
}

/// What TOML makes of the text of a number or date; nothing if it is none, or of another kind.
std::optional<Value> readScalar(const Value &value)
{
    const QByteArray text = value.text.toUtf8();
    const bool isOneScalar = !text.isEmpty()
        && std::ranges::all_of(text, [](char c) { return isalnum(uchar(c)) || QByteArrayView("+-.:_ ").contains(c); });
    if (!isOneScalar)
        return std::nullopt;
    const Result<Value> read = readToml(joined("a = ", text), 1);
    if (!read || read->members[0].value.kind != value.kind)
        return std::nullopt;
    return read->members[0].value;
}

bool isBareKey(QByteArrayView key)
{
    return !key.isEmpty() && std::ranges::all_of(key, [](char c) { return isalnum(uchar(c)) || c == '_' || c == '-'; });
}

} // namespace

QByteArray TomlWriter::write(const Value &value, Style like) const
{
    switch (value.kind) {
    case Value::Kind::Null: return R"("")";
    case Value::Kind::Boolean: return value.text.toUtf8();
    case Value::Kind::Integer:
    case Value::Kind::Float:
    case Value::Kind::DateTime: return readScalar(value) ? value.text.toUtf8() : basic(value.text.toUtf8());
    case Value::Kind::String: return stringText(value.text, like, m_lineEnd);
    case Value::Kind::List: {
        QByteArrayList items;
        for (const Value &item : value.items)
            items.append(write(item, Style::Plain));
        return joined('[', items.join(", "), ']');
    }
    case Value::Kind::Map: {
        QByteArrayList members;
        for (const Value::Member &member : value.members)
            members.append(joined(writeKey(member.key, Style::Plain), between(), write(member.value, Style::Plain)));
        return members.isEmpty() ? "{}"_ba : joined("{ ", members.join(", "), " }");
    }
    }
    Q_UNREACHABLE_RETURN({});
}

QByteArray TomlWriter::writeKey(const QString &key, Style like) const
{
    const QByteArray text = key.toUtf8();
    if (like == Style::SingleQuoted && fitsLiteral(text))
        return joined('\'', text, '\'');
    return isBareKey(text) && like != Style::DoubleQuoted ? text : basic(text);
}

QByteArray TomlWriter::writeMembers(const Value &map) const
{
    QByteArray lines;
    for (const Value::Member &member : map.members)
        lines += joined(writeKey(member.key, Style::Plain), between(), write(member.value, Style::Plain), m_lineEnd);
    return lines;
}

QByteArray TomlWriter::writeTables(const QString &key, const Value &value) const
{
    const QByteArray name = writeKey(key, Style::Plain);
    if (value.kind == Value::Kind::Map)
        return joined('[', name, ']', m_lineEnd, writeMembers(value));
    QByteArrayList tables;
    for (const Value &item : value.items)
        tables.append(joined("[[", name, "]]", m_lineEnd, writeMembers(item)));
    return tables.join(m_lineEnd);
}

bool isTable(const Value &value)
{
    if (value.kind == Value::Kind::Map)
        return true;
    return !value.items.isEmpty() && std::ranges::all_of(value.items, [](const Value &item) { return item.kind == Value::Kind::Map; });
}

QByteArray renderToml(const Value &root)
{
    const TomlWriter writer("\n");
    QByteArray plain;
    QByteArray tables;
    for (const Value::Member &member : root.members) {
        if (isTable(member.value))
            tables += joined('\n', writer.writeTables(member.key, member.value));
        else
            plain += joined(writer.writeKey(member.key, Style::Plain), writer.between(), writer.write(member.value, Style::Plain), '\n');
    }
    return plain.isEmpty() ? tables.sliced(tables.isEmpty() ? 0 : 1) : plain + tables;
}

Value asToml(const Value &value)
{
    Value result = value;
    switch (value.kind) {
    case Value::Kind::Null: return Value::string({});
    case Value::Kind::Integer:
    case Value::Kind::Float:
    case Value::Kind::DateTime: return readScalar(value).value_or(Value::string(value.text));
    default:
        std::ranges::transform(value.items, result.items.begin(), asToml);
        std::ranges::transform(value.members, result.members.begin(), [](const Value::Member &member) {
            return Value::Member { member.key, member.keyPosition, asToml(member.value) };
        });
        return result;
    }
}

} // namespace quillway::text
