// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/toml_editor.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/flow_editor.h"
#include "core/text/front_matter/line_chunks.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/splices.h"
#include "core/text/front_matter/toml_reader.h"
#include "core/text/front_matter/toml_syntax.h"
#include "core/text/front_matter/toml_writer.h"

#include <QSet>

#include <algorithm>

namespace quillway::text {

namespace {

using Kind = TomlStatement::Kind;

/// The value at `path` below `map`; null if there is none.
const Value *findAt(const Value &map, const QStringList &path)
{
    const Value *value = &map;
    for (const QString &key : path)
        value = value && value->kind == Value::Kind::Map ? value->find(key) : nullptr;
    return value;
}

bool startsWith(const QStringList &path, const QStringList &begin)
{
    return path.size() >= begin.size() && std::equal(begin.begin(), begin.end(), path.begin());
}

class TomlEditor
{
public:
    TomlEditor(QByteArrayView text, QByteArrayView lineEnd)
        : m_text(text)
        , m_lineEnd(lineEnd)
        , m_writer(lineEnd)
        , m_flow(text, m_writer)
        , m_statements(tomlStatements(text))
    {
        findSections();
    }

    QByteArray edited(const QString &key, const std::optional<Value> &value, Effort effort);

private:
    using Indexes = QList<qsizetype>;

    void findSections();
    QStringList fullPath(qsizetype index) const;
    Indexes statementsOf(const QString &key) const;
    qsizetype sectionEnd(qsizetype header) const;
    qsizetype placeOfPlain() const;

    QByteArray line(const QString &key, const Value &value, QByteArrayView indent = {}) const;
    QByteArray withoutStatements(const Indexes &statements) const;
    void remove(Splices &splices, const Indexes &statements) const;
    void insertPlain(Splices &splices, const QString &key, const Value &value) const;
    void appendTable(Splices &splices, const QString &key, const Value &value) const;
    QByteArray writtenAnew(const Indexes &old, const QString &key, const Value &value, Effort effort) const;

    bool editTable(Splices &splices, const Indexes &statements, const QStringList &base, const Value &map) const;
    bool insertMissing(Splices &splices, const Indexes &statements, const QStringList &table, const Value &map) const;
    bool insertInto(Splices &splices, const Indexes &statements, const QStringList &table, const Value::Member &member) const;
    std::optional<QByteArray> withTables(const Indexes &statements, const QString &key, const Value &list) const;
    QByteArray editedChunk(const Indexes &statements, Span chunk, const QString &key, const Value &table) const;

    QByteArrayView m_text;
    QByteArrayView m_lineEnd;
    TomlWriter m_writer;
    FlowEditor m_flow;
    QList<TomlStatement> m_statements;
    Indexes m_section; ///< for each statement the header it stands under (a header: itself), -1 above all
};

void TomlEditor::findSections()
{
    qsizetype header = -1;
    for (qsizetype index = 0; index < m_statements.size(); ++index) {
        if (m_statements[index].kind != Kind::KeyValue)
            header = index;
        m_section.append(header);
    }
}

QStringList TomlEditor::fullPath(qsizetype index) const
{
    const TomlStatement &statement = m_statements[index];
    if (statement.kind != Kind::KeyValue || m_section[index] < 0)
        return statement.path;
    return m_statements[m_section[index]].path + statement.path;
}

TomlEditor::Indexes TomlEditor::statementsOf(const QString &key) const
{
    Indexes result;
    for (qsizetype index = 0; index < m_statements.size(); ++index) {
        if (fullPath(index).value(0) == key)
            result.append(index);
    }
    return result;
}

/// The end of the last statement under a header.
qsizetype TomlEditor::sectionEnd(qsizetype header) const
{
    qsizetype last = header;
    while (last + 1 < m_statements.size() && m_section[last + 1] == header)
        ++last;
    return m_statements[last].line.end;
}

QByteArray TomlEditor::line(const QString &key, const Value &value, QByteArrayView indent) const
{
    return joined(indent, m_writer.writeKey(key, Style::Plain), m_writer.between(), m_writer.write(value, Style::Plain), m_lineEnd);
}

void TomlEditor::remove(Splices &splices, const Indexes &statements) const
{
    const QSet<qsizetype> going(statements.begin(), statements.end());
    for (const qsizetype index : statements) {
        const TomlStatement &statement = m_statements[index];
        Span span = statement.line;
        if (statement.kind != Kind::KeyValue) {
            span.end = sectionEnd(index);
            // The blank line that set it off goes with it, if what follows is set off too.
            const bool isSetOff = span.end == m_text.size() || isLineEnd(m_text[span.end]);
            while (isSetOff && span.begin > 0 && lineBegin(m_text, span.begin - 1) == span.begin - 1)
                --span.begin;
        } else if (m_section[index] >= 0 && going.contains(m_section[index])) {
            continue;
        }
        splices.remove(span);
    }
}

/// Where a new plain key goes: behind the last one above all headers, or above the first header and the comment on it.
qsizetype TomlEditor::placeOfPlain() const
{
    const auto header = std::ranges::find_if(m_section, [](qsizetype section) { return section >= 0; });
    if (header == m_section.end() && m_statements.isEmpty())
        return m_text.size();
    if (header != m_section.begin())
        return m_statements[header - m_section.begin() - 1].line.end;
    qsizetype place = m_statements.first().line.begin;
    while (place > 0) {
        const qsizetype previousEnd = place - (place > 1 && m_text[place - 1] == '\n' && m_text[place - 2] == '\r' ? 2 : 1);
        const qsizetype previous = lineBegin(m_text, previousEnd);
        if (!withoutBlanks(m_text.sliced(previous, previousEnd - previous)).startsWith('#'))
            break;
        place = previous;
    }
    return place;
}

void TomlEditor::insertPlain(Splices &splices, const QString &key, const Value &value) const
{
    const bool isFirst = !m_section.isEmpty() && m_section.first() >= 0;
    QByteArrayView indent;
    if (!m_section.isEmpty() && !isFirst) {
        const qsizetype begin = m_statements.first().line.begin;
        indent = m_text.sliced(begin, m_statements.first().key.begin - begin);
    }
    splices.insert(placeOfPlain(), joined(line(key, value, indent), isFirst ? m_lineEnd : QByteArrayView()));
}

void TomlEditor::appendTable(Splices &splices, const QString &key, const Value &value) const
{
    const bool isSetOff = withoutBlanks(m_text).isEmpty()
        || (m_text.size() > 1 && lineBegin(m_text, m_text.size() - 1) == m_text.size() - 1);
    splices.insert(m_text.size(), joined(isSetOff ? QByteArrayView() : m_lineEnd, m_writer.writeTables(key, value)));
}

/// A member put into the table at `table` (a full path): under its header, or beside its dotted keys. False if neither is there.
bool TomlEditor::insertInto(Splices &splices, const Indexes &statements, const QStringList &table, const Value::Member &member) const
{
    std::optional<qsizetype> last;
    for (const qsizetype index : statements) {
        const TomlStatement &statement = m_statements[index];
        const qsizetype section = m_section[index];
        const bool isUnderHeader = section >= 0 && m_statements[section].path == table;
        const bool isDotted = statement.kind == Kind::KeyValue && startsWith(fullPath(index), table)
            && (section < 0 || m_statements[section].path.size() < table.size());
        if (isUnderHeader || isDotted)
            last = index;
    }
    if (!last)
        return false;
    const TomlStatement &neighbour = m_statements[*last];
    const qsizetype depth = m_section[*last] < 0 ? 0 : m_statements[m_section[*last]].path.size();
    QByteArray text =
        m_text.sliced(neighbour.line.begin, std::max(neighbour.key.begin, neighbour.line.begin) - neighbour.line.begin).toByteArray();
    text.truncate(std::ranges::find_if_not(text, isBlank) - text.begin());
    for (const QString &part : table.sliced(depth))
        text += joined(m_writer.writeKey(part, Style::Plain), '.');
    splices.insert(neighbour.line.end, text + line(member.key, member.value));
    return true;
}

bool TomlEditor::insertMissing(Splices &splices, const Indexes &statements, const QStringList &table, const Value &map) const
{
    for (const Value::Member &member : map.members) {
        const QStringList path = table + QStringList { member.key };
        const auto isAt = [&](qsizetype index) { return m_statements[index].kind == Kind::KeyValue && fullPath(index) == path; };
        if (std::ranges::any_of(statements, isAt))
            continue;
        const bool isTableThere = std::ranges::any_of(statements, [&](qsizetype index) { return startsWith(fullPath(index), path); });
        if (isTableThere && member.value.kind != Value::Kind::Map)
            return false;
        const bool isInserted = isTableThere ? insertMissing(splices, statements, path, member.value)
                                             : insertInto(splices, statements, table, member);
        if (!isInserted)
            return false;
    }
    return true;
}

/// Makes `statements`, all those of the table at `base`, say what `map` holds; false where that cannot be done statement by statement.
bool TomlEditor::editTable(Splices &splices, const Indexes &statements, const QStringList &base, const Value &map) const
{
    // Statement by statement costs their square; a table of that size is written anew.
    constexpr qsizetype most = 2000;
    if (statements.size() > most)
        return false;
    Indexes going;
    for (const qsizetype index : statements) {
        const TomlStatement &statement = m_statements[index];
        const QStringList path = fullPath(index);
        const Value *value = findAt(map, path.sliced(base.size()));
        if (statement.kind == Kind::ArrayTable && path != base)
            return false;
        if (statement.kind != Kind::KeyValue) {
            if (!value || value->kind != Value::Kind::Map)
                going.append(index);
        } else if (!value) {
            going.append(index);
        } else {
            splices.replace(statement.value, m_flow.edited(tomlSyntax(m_text, statement.value), *value));
        }
    }
    remove(splices, going);
    return insertMissing(splices, statements, base, map);
}

QByteArray TomlEditor::editedChunk(const Indexes &statements, Span chunk, const QString &key, const Value &table) const
{
    Splices splices;
    if (!editTable(splices, statements, { key }, table))
        return m_writer.writeTables(key, Value::list({ table }));
    const QByteArray whole = splices.applied(m_text);
    return whole.sliced(chunk.begin, chunk.size() + whole.size() - m_text.size());
}

/// The document with the tables of `[[key]]` put together anew for `list`; nothing if they do not stand together.
std::optional<QByteArray> TomlEditor::withTables(const Indexes &statements, const QString &key, const Value &list) const
{
    const Result<Value> root = readToml(m_text, 1);
    const Value *old = root ? root->find(key) : nullptr;
    const bool isTogether = statements.last() - statements.first() + 1 == statements.size();
    const TomlStatement &first = m_statements[statements.first()];
    if (!old || !isTogether || first.kind != Kind::ArrayTable || first.path.size() != 1)
        return std::nullopt;
    Syntax syntax;
    QList<Indexes> parts;
    for (const qsizetype index : statements) {
        const TomlStatement &statement = m_statements[index];
        if (statement.kind == Kind::ArrayTable && statement.path.size() == 1) {
            parts.append(Indexes());
            syntax.members.append(Syntax::Member());
            syntax.members.last().node.span = statement.line;
        }
        parts.last().append(index);
        syntax.members.last().node.span.end = statement.line.end;
    }
    if (old->items.size() != parts.size())
        return std::nullopt;
    QList<LineChunk> chunks;
    for (qsizetype index = 0; index < parts.size(); ++index) {
        Syntax &node = syntax.members[index].node;
        node.value = old->items[index];
        const qsizetype before = index == 0 ? node.span.begin : syntax.members[index - 1].node.span.end;
        chunks.append({ m_text.sliced(before, node.span.begin - before), node.span.of(m_text) });
    }
    const QList<PlannedChild> plan = planList(syntax, list.items);
    QList<QByteArray> texts;
    for (const PlannedChild &planned : plan) {
        if (!planned.old)
            texts.append(m_writer.writeTables(key, Value::list({ *planned.value })));
        else if (planned.value)
            texts.append(editedChunk(parts[*planned.old], syntax.members[*planned.old].node.span, key, *planned.value));
        else
            texts.append(chunks[*planned.old].text.toByteArray());
    }
    Splices splices;
    splices.replace({ syntax.members.first().node.span.begin, syntax.members.last().node.span.end },
                    composeChunks(chunks, plan, texts, m_lineEnd));
    return splices.applied(m_text);
}

QByteArray TomlEditor::writtenAnew(const Indexes &old, const QString &key, const Value &value, Effort effort) const
{
    Splices splices;
    remove(splices, old);
    const bool hasHeader = std::ranges::any_of(old, [this](qsizetype index) { return m_statements[index].kind != Kind::KeyValue; });
    const bool wantsHeader = effort == Effort::InPlace && isTable(value) && (hasHeader || old.isEmpty());
    if (wantsHeader && hasHeader)
        splices.insert(m_statements[old.last()].line.end, m_writer.writeTables(key, value));
    else if (wantsHeader)
        appendTable(splices, key, value);
    else if (!old.isEmpty() && m_section[old.first()] < 0)
        splices.insert(m_statements[old.first()].line.begin, line(key, value));
    else
        insertPlain(splices, key, value);
    return splices.applied(m_text);
}

QByteArray TomlEditor::edited(const QString &key, const std::optional<Value> &value, Effort effort)
{
    const Indexes old = statementsOf(key);
    Splices splices;
    if (!value) {
        remove(splices, old);
        return splices.applied(m_text);
    }
    if (old.isEmpty() || effort == Effort::Anew)
        return writtenAnew(old, key, *value, effort);
    if (m_statements[old.first()].kind == Kind::KeyValue && fullPath(old.first()).size() == 1) {
        const Span span = m_statements[old.first()].value;
        splices.replace(span, m_flow.edited(tomlSyntax(m_text, span), *value));
        return splices.applied(m_text);
    }
    const bool isList = std::ranges::any_of(
        old, [this](qsizetype index) { return m_statements[index].kind == Kind::ArrayTable && m_statements[index].path.size() == 1; });
    if (value->kind == Value::Kind::Map && !isList && editTable(splices, old, { key }, *value))
        return splices.applied(m_text);
    if (isList && isTable(*value) && value->kind == Value::Kind::List) {
        if (const std::optional<QByteArray> text = withTables(old, key, *value))
            return *text;
    }
    return writtenAnew(old, key, *value, effort);
}

} // namespace

QByteArray editToml(QByteArrayView text, QByteArrayView lineEnd, const QString &key, const std::optional<Value> &value, Effort effort)
{
    return TomlEditor(text, lineEnd).edited(key, value, effort);
}

} // namespace quillway::text
