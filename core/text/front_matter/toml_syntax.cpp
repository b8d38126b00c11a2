// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/toml_syntax.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/toml_depth.h"
#include "core/text/front_matter/toml_reader.h"

namespace quillway::text {

namespace {

/// Walks over a document that is known to be one.
class TomlScanner
{
public:
    TomlScanner(QByteArrayView text, qsizetype at)
        : m_text(text)
        , m_at(at)
    { }

    QList<TomlStatement> statements();
    Syntax value(int depth = 0);

private:
    TomlStatement header();
    TomlStatement keyValue();
    Span key(char end);
    Syntax collection(int depth);
    void skipBlanks();
    void skipSpace();
    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    void skip(char c) { m_at += isAt(c) ? 1 : 0; }
    QStringList pathOf(Span key) const;

    QByteArrayView m_text;
    qsizetype m_at;
};

void TomlScanner::skipBlanks()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
}

/// Blanks, line ends and comments.
void TomlScanner::skipSpace()
{
    while (m_at < m_text.size()) {
        if (m_text[m_at] == '#')
            m_at = lineFrom(m_text, m_at).end;
        else if (isBlank(m_text[m_at]) || isLineEnd(m_text[m_at]))
            ++m_at;
        else
            return;
    }
}

/// The bytes of a key up to `end`, blanks around it left out.
Span TomlScanner::key(char end)
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && !isAt(end) && !isLineEnd(m_text[m_at])) {
        if (isAt('"') || isAt('\''))
            m_at = tomlStringEnd(m_text, m_at);
        else
            ++m_at;
    }
    Span span { begin, m_at };
    while (span.end > span.begin && isBlank(m_text[span.end - 1]))
        --span.end;
    return span;
}

QStringList TomlScanner::pathOf(Span key) const
{
    const Result<Value> read = readToml(joined(key.of(m_text), " = 1"), 1);
    QStringList path;
    for (const Value *map = read ? &*read : nullptr; map && map->members.size() == 1; map = &map->members[0].value)
        path.append(map->members[0].key);
    return path;
}

TomlStatement TomlScanner::header()
{
    TomlStatement statement;
    skip('[');
    statement.kind = isAt('[') ? TomlStatement::Kind::ArrayTable : TomlStatement::Kind::Table;
    skip('[');
    skipBlanks();
    statement.key = key(']');
    skip(']');
    skip(']');
    return statement;
}

TomlStatement TomlScanner::keyValue()
{
    TomlStatement statement;
    statement.key = key('=');
    skip('=');
    skipBlanks();
    statement.value = value().span;
    return statement;
}

QList<TomlStatement> TomlScanner::statements()
{
    QList<TomlStatement> result;
    skipSpace();
    while (m_at < m_text.size()) {
        const qsizetype begin = lineBegin(m_text, m_at);
        TomlStatement statement = isAt('[') ? header() : keyValue();
        statement.path = pathOf(statement.key);
        const Line line = lineFrom(m_text, m_at);
        statement.line = { begin, line.next };
        // Forward in any case, whatever the text was.
        m_at = std::max(line.end, begin + 1);
        result.append(std::move(statement));
        skipSpace();
    }
    return result;
}

Syntax TomlScanner::collection(int depth)
{
    Syntax syntax;
    syntax.span.begin = m_at;
    syntax.style = Style::Flow;
    const bool isMap = isAt('{');
    const char closing = isMap ? '}' : ']';
    syntax.value.kind = isMap ? Value::Kind::Map : Value::Kind::List;
    bool isDotted = false;
    ++m_at;
    for (skipSpace(); m_at < m_text.size() && !isAt(closing); skipSpace()) {
        const qsizetype begin = m_at;
        Syntax::Member member;
        if (isMap) {
            member.key = key('=');
            const QStringList path = pathOf(member.key);
            isDotted = isDotted || path.size() != 1;
            member.name = path.value(0);
            skip('=');
            skipBlanks();
        }
        member.node = value(depth + 1);
        syntax.members.append(std::move(member));
        skipSpace();
        skip(',');
        if (m_at == begin)
            break;
    }
    skip(closing);
    syntax.span.end = m_at;
    if (isDotted) {
        syntax.members.clear();
        syntax.style = Style::Plain;
    }
    return syntax;
}

Syntax TomlScanner::value(int depth)
{
    if ((isAt('[') || isAt('{')) && depth < maximumDepth)
        return collection(depth);
    Syntax syntax;
    syntax.span.begin = m_at;
    if (isAt('"') || isAt('\'')) {
        const char quote = m_text[m_at];
        m_at = tomlStringEnd(m_text, m_at);
        const bool isMultiline = m_at - syntax.span.begin >= 6 && m_text[syntax.span.begin + 1] == quote
            && m_text[syntax.span.begin + 2] == quote;
        if (quote == '"')
            syntax.style = isMultiline ? Style::DoubleMultiline : Style::DoubleQuoted;
        else
            syntax.style = isMultiline ? Style::SingleMultiline : Style::SingleQuoted;
    } else {
        while (m_at < m_text.size() && !QByteArrayView(",]}#\r\n").contains(m_text[m_at]))
            ++m_at;
        while (m_at > syntax.span.begin && isBlank(m_text[m_at - 1]))
            --m_at;
    }
    syntax.span.end = m_at;
    return syntax;
}

void assign(Syntax &syntax, const Value &value)
{
    syntax.value = value;
    if (value.kind == Value::Kind::List && value.items.size() == syntax.members.size()) {
        for (qsizetype index = 0; index < value.items.size(); ++index)
            assign(syntax.members[index].node, value.items[index]);
        return;
    }
    for (Syntax::Member &member : syntax.members) {
        if (const Value *found = value.find(member.name))
            assign(member.node, *found);
    }
}

} // namespace

QList<TomlStatement> tomlStatements(QByteArrayView text)
{
    return TomlScanner(text, 0).statements();
}

Syntax tomlSyntax(QByteArrayView text, Span span)
{
    Syntax syntax = TomlScanner(text, span.begin).value();
    const Result<Value> read = readToml(joined("a = ", span.of(text)), 1);
    if (read && !read->members.isEmpty())
        assign(syntax, read->members[0].value);
    return syntax;
}

} // namespace quillway::text
