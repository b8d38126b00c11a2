// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_writer.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/yaml_scalar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// What may stand in a YAML text as itself: YAML 1.2.2, production 1, less the characters that some readers take for line ends or drop.
bool isPrintable(char32_t c)
{
    return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF);
}

bool isAllPrintable(QStringView text)
{
    const QList<uint> codePoints = text.toUcs4();
    return std::ranges::all_of(codePoints, [](uint c) { return isPrintable(c); });
}

/// Conservative: what is refused here is quoted, which is never wrong.
bool fitsPlain(QStringView text, YamlInlineWriter::Place place)
{
    constexpr QStringView indicators = u"-?:,[]{}#&*!|>'\"%@`";
    if (text.isEmpty() || indicators.contains(text.front()) || text.front() == u' ' || text.back() == u' ' || text.back() == u':')
        return false;
    if (text.contains(u": ") || text.contains(u" #") || looksLikeNoString(text) || !isAllPrintable(text))
        return false;
    constexpr QStringView brackets = u",[]{}";
    return place == YamlInlineWriter::Place::Block || std::ranges::none_of(text, [&](QChar c) { return brackets.contains(c); });
}

QByteArray singleQuoted(const QString &text)
{
    return joined('\'', QString(text).replace(u'\'', "''"_L1).toUtf8(), '\'');
}

QByteArray escaped(char32_t c)
{
    constexpr std::pair<char32_t, const char *> short_[] { { 0, "\\0" },    { '\a', "\\a" }, { '\b', "\\b" }, { '\t', "\\t" },
                                                           { '\n', "\\n" }, { '\v', "\\v" }, { '\f', "\\f" }, { '\r', "\\r" },
                                                           { 0x1B, "\\e" }, { '"', "\\\"" }, { '\\', "\\\\" } };
    for (const auto &[character, text] : short_) {
        if (c == character)
            return text;
    }
    const int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
    return joined('\\', digits == 2 ? 'x' : digits == 4 ? 'u' : 'U', QByteArray::number(uint(c), 16).toUpper().rightJustified(digits, '0'));
}

QByteArray doubleQuoted(const QString &text)
{
    QByteArray result = "\"";
    const QList<uint> codePoints = text.toUcs4();
    for (const uint c : codePoints) {
        if (!isPrintable(c) || c == '"' || c == '\\')
            result += escaped(c);
        else
            result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1).toUtf8();
    }
    return result + '"';
}

QByteArray stringText(const QString &text, Style like, YamlInlineWriter::Place place)
{
    const bool fitsSingle = isAllPrintable(text);
    if (like == Style::SingleQuoted && fitsSingle)
        return singleQuoted(text);
    if (like != Style::DoubleQuoted && like != Style::SingleQuoted && fitsPlain(text, place))
        return text.toUtf8();
    const bool isNicerSingle = (text.contains(u'"') || text.contains(u'\\')) && !text.contains(u'\'');
    return like != Style::DoubleQuoted && fitsSingle && isNicerSingle ? singleQuoted(text) : doubleQuoted(text);
}

/// The text of a number or date as YAML reads it as one; nothing if it does not.
std::optional<QString> scalarText(const Value &value)
{
    QString text = value.text;
    if (value.kind == Value::Kind::Float && (text == "nan"_L1 || text == "inf"_L1))
        text.prepend(u'.');
    else if (value.kind == Value::Kind::Float && (text == "-inf"_L1 || text == "+inf"_L1))
        text.insert(1, u'.');
    return plainScalarKind(text) == value.kind ? std::optional(text) : std::nullopt;
}

QByteArray indentOf(qsizetype column)
{
    return QByteArray(column, ' ');
}

/// A paragraph filled to 80 columns; lines are broken only at single blanks between words, which folding gives back.
QStringList filled(const QString &paragraph, qsizetype width)
{
    QStringList lines;
    qsizetype begin = 0;
    while (paragraph.size() - begin > width) {
        const auto isBreak = [&](qsizetype at) { return paragraph[at] == u' ' && paragraph[at - 1] != u' ' && paragraph[at + 1] != u' '; };
        qsizetype at = begin + width;
        while (at > begin + 1 && !isBreak(at))
            --at;
        if (at <= begin + 1) {
            at = begin + width;
            while (at + 1 < paragraph.size() && !isBreak(at))
                ++at;
        }
        if (at + 1 >= paragraph.size())
            break;
        lines.append(paragraph.sliced(begin, at - begin));
        begin = at + 1;
    }
    return lines << paragraph.sliced(begin);
}

} // namespace

QByteArray YamlInlineWriter::write(const Value &value, Style like) const
{
    const YamlInlineWriter inside(Place::Flow);
    switch (value.kind) {
    case Value::Kind::Null: return "null";
    case Value::Kind::Boolean: return value.text.toUtf8();
    case Value::Kind::Integer:
    case Value::Kind::Float:
    case Value::Kind::DateTime:
        return scalarText(value).transform([](const QString &text) { return text.toUtf8(); }).value_or(doubleQuoted(value.text));
    case Value::Kind::String: return stringText(value.text, like, m_place);
    case Value::Kind::List: {
        QByteArrayList items;
        for (const Value &item : value.items)
            items.append(inside.write(item, Style::Plain));
        return joined('[', items.join(", "), ']');
    }
    case Value::Kind::Map: {
        QByteArrayList members;
        for (const Value::Member &member : value.members)
            members.append(joined(inside.writeKey(member.key, Style::Plain), between(), inside.write(member.value, Style::Plain)));
        return joined('{', members.join(", "), '}');
    }
    }
    Q_UNREACHABLE_RETURN({});
}

QByteArray YamlInlineWriter::writeKey(const QString &key, Style like) const
{
    return stringText(key, like, Place::Flow);
}

std::optional<YamlBlockScalar> yamlBlockScalar(const QString &text, Style style, qsizetype indent, QByteArrayView lineEnd)
{
    QStringList lines = text.split(u'\n');
    qsizetype ends = 0; // of lines at the text's end
    while (lines.size() > 1 && lines.last().isEmpty()) {
        lines.removeLast();
        ++ends;
    }
    const auto isSpace = [](const QString &line) { return line.trimmed().isEmpty(); };
    const auto startsWithBlank = [](const QString &line) { return line.startsWith(u' ') || line.startsWith(u'\t'); };
    if (isSpace(lines.first()) || isSpace(lines.last()) || startsWithBlank(lines.first()))
        return std::nullopt;
    if (!std::ranges::all_of(lines, [](QString line) { return isAllPrintable(line.replace(u'\t', u' ')); }))
        return std::nullopt;
    if (style == Style::Folded) {
        if (std::ranges::any_of(lines, startsWithBlank))
            return std::nullopt;
        constexpr qsizetype width = 80;
        QStringList folded;
        for (const QString &line : std::as_const(lines)) {
            if (!folded.isEmpty())
                folded.append(QString());
            folded += line.isEmpty() ? QStringList() : filled(line, std::max<qsizetype>(width - indent, 20));
        }
        lines = folded;
    }
    YamlBlockScalar result;
    result.header = joined(style == Style::Folded ? '>' : '|',
                           ends == 0       ? QByteArrayView("-")
                               : ends == 1 ? QByteArrayView()
                                           : QByteArrayView("+"));
    for (const QString &line : std::as_const(lines))
        result.lines += line.isEmpty() ? lineEnd.toByteArray() : joined(indentOf(indent), line.toUtf8(), lineEnd);
    for (qsizetype extra = 1; extra < ends; ++extra)
        result.lines += lineEnd;
    return result;
}

/// Lists of maps have a line for each of these; others are written on one line while that is short.
bool YamlBlockWriter::isBlockList(const Value &list) const
{
    constexpr qsizetype longest = 80; // characters
    if (list.items.isEmpty() || m_layout.prefersBlockLists)
        return !list.items.isEmpty();
    qsizetype length = 0;
    for (const Value &item : list.items) {
        if (!item.isScalar() || item.text.contains(u'\n'))
            return true;
        length += item.text.size() + 2;
    }
    return length > longest;
}

QByteArray YamlBlockWriter::writeItem(const Value &value, qsizetype column, Style like) const
{
    constexpr qsizetype dash = 2; // columns
    if (value.kind == Value::Kind::Map && !value.members.isEmpty() && like != Style::Flow)
        return joined("- ", writeMembers(value, column + dash));
    if (value.kind == Value::Kind::String && value.text.contains(u'\n'))
        return joined('-', writeBehindKey(value, column));
    const YamlInlineWriter writer(YamlInlineWriter::Place::Block);
    return joined("- ", writer.write(value, like), m_lineEnd);
}

QByteArray YamlBlockWriter::writeItems(const Value &list, qsizetype column) const
{
    QByteArray result;
    for (const Value &item : list.items)
        result += joined(indentOf(column), writeItem(item, column, Style::Plain));
    return result;
}

QByteArray YamlBlockWriter::writeMembers(const Value &map, qsizetype column) const
{
    QByteArray result;
    for (const Value::Member &member : map.members)
        result += joined(result.isEmpty() ? QByteArray() : indentOf(column), writeMember(member.key, member.value, column));
    return result;
}

QByteArray YamlBlockWriter::writeBehindKey(const Value &value, qsizetype column) const
{
    if (value.kind == Value::Kind::List && isBlockList(value))
        return joined(m_lineEnd, writeItems(value, column + m_layout.listStep));
    if (value.kind == Value::Kind::Map && !value.members.isEmpty())
        return joined(m_lineEnd, indentOf(column + m_layout.step), writeMembers(value, column + m_layout.step));
    if (value.kind == Value::Kind::String && value.text.contains(u'\n')) {
        if (const std::optional<YamlBlockScalar> scalar = yamlBlockScalar(value.text, Style::Literal, column + m_layout.step, m_lineEnd))
            return joined(' ', scalar->header, m_lineEnd, scalar->lines);
    }
    return joined(' ', YamlInlineWriter(YamlInlineWriter::Place::Block).write(value, Style::Plain), m_lineEnd);
}

QByteArray YamlBlockWriter::writeMember(const QString &key, const Value &value, qsizetype column) const
{
    const QByteArray name = YamlInlineWriter(YamlInlineWriter::Place::Block).writeKey(key, Style::Plain);
    return joined(name, ':', writeBehindKey(value, column));
}

Value asYaml(const Value &value)
{
    Value result = value;
    switch (value.kind) {
    case Value::Kind::Integer:
    case Value::Kind::Float:
    case Value::Kind::DateTime:
        if (const std::optional<QString> text = scalarText(value))
            result.text = *text;
        else
            result.kind = Value::Kind::String;
        return result;
    default:
        std::ranges::transform(value.items, result.items.begin(), asYaml);
        std::ranges::transform(value.members, result.members.begin(), [](const Value::Member &member) {
            return Value::Member { member.key, member.keyPosition, asYaml(member.value) };
        });
        return result;
    }
}

} // namespace quillway::text
