// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_reader.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/place_tracker.h"
#include "core/text/front_matter/yaml_events.h"
#include "core/text/front_matter/yaml_scalar.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// A value read, with what limits need to know of it.
struct Node {
    Syntax syntax;
    qsizetype size = 1; ///< values in it, aliases unfolded
    int height = 1; ///< levels of nesting
};

/// A list or map that is not closed yet.
struct Open {
    Node node;
    QByteArray anchor;
    std::optional<Syntax> key; ///< of the map's member whose value comes next
    QList<qsizetype> merges; ///< indexes of the members whose key is `<<`
};

Value::Kind kindOfTagged(QByteArrayView tag, QStringView text)
{
    using enum Value::Kind;
    const Value::Kind plain = plainScalarKind(text);
    const auto is = [&](QByteArrayView name) { return tag == name; };
    if (is("tag:yaml.org,2002:float") && (plain == Integer || plain == Float))
        return Float;
    const bool asNamed = (is("tag:yaml.org,2002:null") && plain == Null) || (is("tag:yaml.org,2002:bool") && plain == Boolean)
        || (is("tag:yaml.org,2002:int") && plain == Integer) || (is("tag:yaml.org,2002:timestamp") && plain == DateTime);
    return asNamed ? plain : String;
}

class YamlReader
{
public:
    YamlReader(QByteArrayView text, int firstLine, Detail detail)
        : m_text(text)
        , m_events(text)
        , m_places(text, firstLine)
        , m_detail(detail)
    { }

    Result<ReadText> read();

private:
    void take(const YamlEvent &event);
    void startDocument(const YamlEvent &event);
    void open(const YamlEvent &event, Value::Kind kind);
    void close(const YamlEvent &event);
    void addScalar(const YamlEvent &event);
    void addAlias(const YamlEvent &event);
    void add(Node node, const QByteArray &anchor);
    void addMember(Open &map, Node &node);
    void merge(Open &map);

    qsizetype placeOfFault(const YamlEvents::Fault &fault) const;
    bool expectsKey() const;
    Span spanOfScalar(const YamlEvent &event) const;
    Span spanOfBlockScalar(Span whole) const;
    qsizetype placeOfNothing(qsizetype offered) const;
    void reach(qsizetype offset) { m_reached = std::max(m_reached, offset); }
    void fail(ErrorCode code, qsizetype offset, const QString &detail);

    QByteArrayView m_text;
    YamlEvents m_events;
    PlaceTracker m_places;
    Detail m_detail;
    QList<Open> m_open;
    QHash<QByteArray, Node> m_anchors;
    qsizetype m_unfolded = 0; ///< values that came by aliases
    qsizetype m_reached = 0; ///< the end of the last token
    Span m_lastScalar;
    bool m_hasDocument = false;
    std::optional<Syntax> m_root;
    Diagnostics m_diagnostics;
    std::optional<Error> m_error;
};

void YamlReader::fail(ErrorCode code, qsizetype offset, const QString &detail)
{
    if (!m_error)
        m_error = Error { code, {}, m_places.at(offset), detail };
}

/// True if the next value is a map's key, whose text stays as it is whatever it means.
bool YamlReader::expectsKey() const
{
    return !m_open.isEmpty() && m_open.last().node.syntax.value.kind == Value::Kind::Map && !m_open.last().key;
}

/// Where a value that is not there would stand: behind the `:` or `-` that announces it. libyaml offers that place, but for a key without a colon the next line.
qsizetype YamlReader::placeOfNothing(qsizetype offered) const
{
    return offered > m_reached && isLineEnd(m_text[offered - 1]) ? m_reached : offered;
}

/// A block scalar less the lines behind it that are not its content.
Span YamlReader::spanOfBlockScalar(Span whole) const
{
    const Line header = lineFrom(m_text, whole.begin);
    const bool keepsLines = m_text.sliced(whole.begin, std::min<qsizetype>(3, header.end - whole.begin)).contains('+');
    qsizetype end = std::max(whole.end, header.end);
    while (end > header.end && (isLineEnd(m_text[end - 1]) || isBlank(m_text[end - 1]))) {
        --end;
        if (keepsLines && isLineEnd(m_text[end])) {
            end -= m_text[end] == '\n' && m_text[end - 1] == '\r' ? 1 : 0;
            break;
        }
    }
    return { whole.begin, std::max(end, header.end) };
}

Span YamlReader::spanOfScalar(const YamlEvent &event) const
{
    if (event.style == Style::Literal || event.style == Style::Folded)
        return spanOfBlockScalar(event.span);
    if (!event.span.isEmpty() || !event.properties.isEmpty())
        return event.span;
    const qsizetype place = placeOfNothing(event.span.begin);
    return { place, place };
}

void YamlReader::addScalar(const YamlEvent &event)
{
    Node node;
    Syntax &syntax = node.syntax;
    syntax.style = event.style;
    syntax.properties = event.properties;
    syntax.span = spanOfScalar(event);
    reach(std::max(syntax.span.end, syntax.properties.end));
    m_lastScalar = syntax.span;

    Value &value = syntax.value;
    value.text = textFromUtf8(event.text);
    if (!event.tag.isEmpty())
        value.kind = kindOfTagged(event.tag, value.text);
    else
        value.kind = syntax.style == Style::Plain ? plainScalarKind(value.text) : Value::Kind::String;
    if (value.kind == Value::Kind::Null && !expectsKey())
        value.text.clear();
    else if (value.kind == Value::Kind::Boolean && !expectsKey())
        value = Value::boolean(isTrue(value.text));
    value.position = m_places.at(syntax.span.begin);
    add(std::move(node), event.anchor);
}

void YamlReader::addAlias(const YamlEvent &event)
{
    reach(event.span.end);
    const auto anchor = m_anchors.constFind(event.anchor);
    if (anchor == m_anchors.cend())
        return fail(ErrorCode::FrontMatterSyntax, event.span.begin, u"unknown alias *%1"_s.arg(QString::fromUtf8(event.anchor)));
    // Ten lines of aliases to aliases can stand for billions of values, which whoever walks over them would meet.
    constexpr qsizetype mostUnfolded = 100'000;
    m_unfolded += anchor->size;
    if (m_unfolded > std::max(mostUnfolded, m_text.size()))
        return fail(ErrorCode::TooDeep, event.span.begin, u"aliases"_s);

    Node node = *anchor;
    node.syntax.style = Style::Alias;
    node.syntax.span = event.span;
    node.syntax.properties = {};
    node.syntax.members.clear();
    node.syntax.value.position = m_places.at(event.span.begin);
    add(std::move(node), {});
}

void YamlReader::open(const YamlEvent &event, Value::Kind kind)
{
    if (m_open.size() >= maximumDepth)
        return fail(ErrorCode::TooDeep, event.span.begin, {});
    Open opened;
    Syntax &syntax = opened.node.syntax;
    syntax.value.kind = kind;
    syntax.style = event.style;
    syntax.properties = event.properties;
    syntax.span = event.span;
    syntax.value.position = m_places.at(syntax.span.begin);
    reach(std::max(syntax.span.end, syntax.properties.end));
    opened.anchor = event.anchor;
    m_open.append(std::move(opened));
}

void YamlReader::close(const YamlEvent &event)
{
    Open closed = m_open.takeLast();
    Syntax &syntax = closed.node.syntax;
    // A block ends with its last content; so does the map that `[key: value]` has without braces.
    if (syntax.style == Style::Flow && !event.span.isEmpty())
        reach(event.span.end);
    syntax.span.end = m_reached;
    if (!closed.merges.isEmpty())
        merge(closed);
    dropShadowed(syntax.value.members, m_diagnostics);
    add(std::move(closed.node), closed.anchor);
}

void YamlReader::addMember(Open &map, Node &node)
{
    if (!map.key) {
        if (!node.syntax.value.isScalar())
            return fail(ErrorCode::FrontMatterSyntax, node.syntax.span.begin, u"a key that is a list or a map"_s);
        map.key = std::move(node.syntax);
        return;
    }
    const Syntax &key = *map.key;
    if (key.style == Style::Plain && key.value.text == "<<"_L1)
        map.merges.append(map.node.syntax.value.members.size());
    const QString name = key.value.text;
    map.node.syntax.value.members.append({ name, key.value.position, node.syntax.value });
    if (m_detail == Detail::Spans) {
        const qsizetype begin = key.properties.isEmpty() ? key.span.begin : std::min(key.span.begin, key.properties.begin);
        map.node.syntax.members.append({ name, { begin, key.span.end }, std::move(node.syntax) });
    }
    map.key.reset();
}

void YamlReader::add(Node node, const QByteArray &anchor)
{
    if (node.height > maximumDepth)
        return fail(ErrorCode::TooDeep, node.syntax.span.begin, u"aliases"_s);
    if (!anchor.isEmpty())
        m_anchors.insert(anchor, node);
    if (m_open.isEmpty()) {
        m_root = std::move(node.syntax);
        return;
    }
    Open &parent = m_open.last();
    parent.node.size += node.size;
    parent.node.height = std::max(parent.node.height, node.height + 1);
    if (parent.node.syntax.value.kind == Value::Kind::Map)
        return addMember(parent, node);
    parent.node.syntax.value.items.append(node.syntax.value);
    if (m_detail == Detail::Spans)
        parent.node.syntax.members.append({ {}, {}, std::move(node.syntax) });
}

/// Puts what merge keys stand for (https://yaml.org/type/merge.html) behind the map's own members, which count for more.
void YamlReader::merge(Open &map)
{
    QList<Value::Member> &members = map.node.syntax.value.members;
    QSet<QString> keys;
    for (const Value::Member &member : std::as_const(members))
        keys.insert(member.key);
    QList<Value::Member> merged;
    const auto take = [&](const Value &from) {
        for (const Value::Member &member : from.members) {
            if (!keys.contains(member.key)) {
                keys.insert(member.key);
                merged.append(member);
            }
        }
    };
    for (const qsizetype index : map.merges) {
        const Value source = members[index].value;
        if (source.kind == Value::Kind::Map)
            take(source);
        for (const Value &item : source.items)
            take(item);
    }
    for (auto index = map.merges.crbegin(); index != map.merges.crend(); ++index) {
        const Value &source = members[*index].value;
        const auto isMap = [](const Value &item) { return item.kind == Value::Kind::Map; };
        if (isMap(source) || (!source.items.isEmpty() && std::ranges::all_of(source.items, isMap)))
            members.remove(*index);
    }
    members.append(merged);
}

void YamlReader::startDocument(const YamlEvent &event)
{
    if (std::exchange(m_hasDocument, true))
        fail(ErrorCode::FrontMatterSyntax, event.span.begin, u"a second document"_s);
}

void YamlReader::take(const YamlEvent &event)
{
    using enum YamlEvent::Kind;
    switch (event.kind) {
    case DocumentStart: return startDocument(event);
    case MapStart: return open(event, Value::Kind::Map);
    case ListStart: return open(event, Value::Kind::List);
    case MapEnd:
    case ListEnd: return close(event);
    case Scalar: return addScalar(event);
    case Alias: return addAlias(event);
    }
}

/// A line without the blank behind its colon (`tags:[a]`) makes the next line's colon the fault; the fault is in that line.
qsizetype YamlReader::placeOfFault(const YamlEvents::Fault &fault) const
{
    const QByteArrayView before = m_text.sliced(lineBegin(m_text, m_lastScalar.begin),
                                                m_lastScalar.begin - lineBegin(m_text, m_lastScalar.begin));
    const bool isOverLines = std::ranges::any_of(m_lastScalar.of(m_text), isLineEnd);
    return fault.offset == m_lastScalar.end && isOverLines && withoutBlanks(before).isEmpty() ? m_lastScalar.begin : fault.offset;
}

Result<ReadText> YamlReader::read()
{
    while (const std::optional<YamlEvent> event = m_events.next()) {
        take(*event);
        if (m_error)
            return std::unexpected(*m_error);
    }
    if (const std::optional<YamlEvents::Fault> &fault = m_events.fault()) {
        fail(ErrorCode::FrontMatterSyntax, placeOfFault(*fault), fault->words);
        return std::unexpected(*m_error);
    }
    if (!m_root || (m_root->value.kind == Value::Kind::Null && m_root->span.isEmpty())) {
        m_root.emplace();
        m_root->value = Value::map({});
        m_root->style = Style::Block;
    } else if (m_root->value.kind != Value::Kind::Map) {
        fail(ErrorCode::FrontMatterSyntax, m_root->span.begin, u"no keys"_s);
        return std::unexpected(*m_error);
    }
    return ReadText { std::move(*m_root), std::move(m_diagnostics), m_text.size() };
}

} // namespace

Result<ReadText> readYaml(QByteArrayView text, int firstLine, Detail detail)
{
    return YamlReader(text, firstLine, detail).read();
}

} // namespace quillway::text
