// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/json_reader.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/place_tracker.h"

#include <algorithm>
#include <cctype>
#include <optional>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

class JsonReader
{
public:
    JsonReader(QByteArrayView text, int firstLine, Detail detail)
        : m_text(text)
        , m_places(text, firstLine)
        , m_detail(detail)
    { }

    Result<ReadText> read();

private:
    bool readValue(Syntax &into, int depth);
    bool readCollection(Syntax &into, int depth);
    bool readMember(Syntax &map, int depth);
    bool readItem(Syntax &list, int depth);
    bool readWord(Syntax &into);
    bool readNumber(Syntax &into);
    bool readString(QString &into);
    bool readEscape(QString &into);
    std::optional<char16_t> readCodeUnit();

    void skipSpace();
    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool skip(char c);
    bool skipDigits();
    bool fail(QLatin1StringView expected, ErrorCode code = ErrorCode::FrontMatterSyntax);

    QByteArrayView m_text;
    PlaceTracker m_places;
    Detail m_detail;
    qsizetype m_at = 0;
    Diagnostics m_diagnostics;
    Error m_error;
};

bool JsonReader::fail(QLatin1StringView expected, ErrorCode code)
{
    m_error = Error { code, {}, m_places.at(m_at), expected };
    return false;
}

void JsonReader::skipSpace()
{
    while (m_at < m_text.size() && (isBlank(m_text[m_at]) || isLineEnd(m_text[m_at])))
        ++m_at;
}

bool JsonReader::skip(char c)
{
    if (!isAt(c))
        return false;
    ++m_at;
    return true;
}

bool JsonReader::skipDigits()
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
        ++m_at;
    return m_at > begin;
}

std::optional<char16_t> JsonReader::readCodeUnit()
{
    bool isHex = false;
    const QByteArrayView digits = m_text.sliced(m_at, std::min<qsizetype>(4, m_text.size() - m_at));
    const uint unit = digits.size() == 4 && std::ranges::all_of(digits, [](char c) { return isxdigit(uchar(c)); })
        ? digits.toUInt(&isHex, 16)
        : 0;
    if (!isHex)
        return std::nullopt;
    m_at += 4;
    return char16_t(unit);
}

bool JsonReader::readEscape(QString &into)
{
    constexpr QByteArrayView letters = "\"\\/bfnrt";
    constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
    const qsizetype letter = m_at < m_text.size() ? letters.indexOf(m_text[m_at]) : -1;
    if (letter >= 0) {
        ++m_at;
        into.append(QLatin1Char(meanings[letter]));
        return true;
    }
    if (!skip('u'))
        return fail("expected an escape"_L1);
    const std::optional<char16_t> unit = readCodeUnit();
    if (!unit)
        return fail("expected four hexadecimal digits"_L1);
    if (!QChar::isSurrogate(*unit)) {
        into.append(QChar(*unit));
        return true;
    }
    const qsizetype afterFirst = m_at;
    if (QChar::isHighSurrogate(*unit) && skip('\\') && skip('u')) {
        const std::optional<char16_t> second = readCodeUnit();
        if (second && QChar::isLowSurrogate(*second)) {
            into.append(QChar(*unit)).append(QChar(*second));
            return true;
        }
    }
    m_at = afterFirst;
    into.append(QChar::ReplacementCharacter);
    return true;
}

bool JsonReader::readString(QString &into)
{
    ++m_at;
    while (true) {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\\' && uchar(m_text[m_at]) >= 0x20)
            ++m_at;
        into.append(textFromUtf8(m_text.sliced(begin, m_at - begin)));
        if (skip('"'))
            return true;
        if (!skip('\\'))
            return fail(m_at == m_text.size() || isLineEnd(m_text[m_at]) ? "expected a closing quote"_L1
                                                                         : "control character in a string"_L1);
        if (!readEscape(into))
            return false;
    }
}

bool JsonReader::readNumber(Syntax &into)
{
    const qsizetype begin = m_at;
    into.value.kind = Value::Kind::Integer;
    skip('-');
    if (!skip('0') && !skipDigits())
        return fail("expected a digit"_L1);
    if (skip('.')) {
        into.value.kind = Value::Kind::Float;
        if (!skipDigits())
            return fail("expected a digit"_L1);
    }
    if (skip('e') || skip('E')) {
        into.value.kind = Value::Kind::Float;
        if (!skip('+'))
            skip('-');
        if (!skipDigits())
            return fail("expected a digit"_L1);
    }
    into.value.text = QString::fromLatin1(m_text.sliced(begin, m_at - begin));
    return true;
}

bool JsonReader::readWord(Syntax &into)
{
    const QByteArrayView rest = m_text.sliced(m_at);
    for (const QByteArrayView word : { QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null") }) {
        if (!rest.startsWith(word))
            continue;
        m_at += word.size();
        const SourcePosition position = into.value.position;
        into.value = word == "null" ? Value() : Value::boolean(word == "true");
        into.value.position = position;
        return true;
    }
    return fail("expected a value"_L1);
}

bool JsonReader::readMember(Syntax &map, int depth)
{
    if (!isAt('"'))
        return fail("expected a key in quotes"_L1);
    Syntax::Member member;
    member.key.begin = m_at;
    const SourcePosition place = m_places.at(m_at);
    if (!readString(member.name))
        return false;
    member.key.end = m_at;
    skipSpace();
    if (!skip(':'))
        return fail("expected a colon"_L1);
    skipSpace();
    if (!readValue(member.node, depth))
        return false;
    map.value.members.append({ member.name, place, member.node.value });
    if (m_detail == Detail::Spans)
        map.members.append(std::move(member));
    return true;
}

bool JsonReader::readItem(Syntax &list, int depth)
{
    Syntax item;
    if (!readValue(item, depth))
        return false;
    list.value.items.append(item.value);
    if (m_detail == Detail::Spans)
        list.members.append({ {}, {}, std::move(item) });
    return true;
}

bool JsonReader::readCollection(Syntax &into, int depth)
{
    if (depth == maximumDepth)
        return fail({}, ErrorCode::TooDeep);
    const bool isMap = isAt('{');
    const char closing = isMap ? '}' : ']';
    into.value.kind = isMap ? Value::Kind::Map : Value::Kind::List;
    into.style = Style::Flow;
    ++m_at;
    skipSpace();
    bool isFirst = true;
    while (!skip(closing)) {
        if (!isFirst && !skip(','))
            return fail(isMap ? "expected a comma or }"_L1 : "expected a comma or ]"_L1);
        isFirst = false;
        skipSpace();
        if (!(isMap ? readMember(into, depth + 1) : readItem(into, depth + 1)))
            return false;
        skipSpace();
    }
    dropShadowed(into.value.members, m_diagnostics);
    return true;
}

bool JsonReader::readValue(Syntax &into, int depth)
{
    into.span.begin = m_at;
    into.value.position = m_places.at(m_at);
    bool isRead = false;
    if (isAt('{') || isAt('[')) {
        isRead = readCollection(into, depth);
    } else if (isAt('"')) {
        into.style = Style::DoubleQuoted;
        into.value.kind = Value::Kind::String;
        isRead = readString(into.value.text);
    } else if (m_at < m_text.size() && (m_text[m_at] == '-' || isdigit(uchar(m_text[m_at])))) {
        isRead = readNumber(into);
    } else {
        isRead = readWord(into);
    }
    into.span.end = m_at;
    return isRead;
}

Result<ReadText> JsonReader::read()
{
    ReadText read;
    skipSpace();
    if (!isAt('{'))
        fail("expected {"_L1);
    else if (readValue(read.root, 0))
        return ReadText { std::move(read.root), std::move(m_diagnostics), m_at };
    return std::unexpected(m_error);
}

} // namespace

Result<ReadText> readJson(QByteArrayView text, int firstLine, Detail detail)
{
    return JsonReader(text, firstLine, detail).read();
}

} // namespace quillway::text
