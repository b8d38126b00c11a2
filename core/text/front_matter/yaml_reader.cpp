// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_reader.h"

#include "core/text/front_matter/bytes.h"
#include "core/text/front_matter/filled_items.h"
#include "core/text/front_matter/lines.h"
#include "core/text/front_matter/place_tracker.h"
#include "core/text/front_matter/yaml_events.h"
#include "core/text/front_matter/yaml_scalar.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>

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

QByteArrayView textOf(fy_token *token)
{
    size_t size = 0;
    const char *text = token ? fy_token_get_text(token, &size) : nullptr;
    return { text, text ? qsizetype(size) : 0 };
}

/// The text of a scalar in single quotes, piece by piece: fy_token_get_text() of libfyaml 0.8 leaks where several doubled quotes follow each other.
QByteArray textOfSingleQuoted(fy_token *token)
{
    const std::unique_ptr<fy_token_iter, decltype(&fy_token_iter_destroy)> iterator(fy_token_iter_create(token), fy_token_iter_destroy);
    QByteArray text;
    int error = 0;
    const fy_iter_chunk *chunk = nullptr;
    while (iterator && (chunk = fy_token_iter_chunk_next(iterator.get(), chunk, &error)))
        text.append(chunk->str, qsizetype(chunk->len));
    return text;
}

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
    /// All offsets inside are those of `source`'s text, filled items included; places and the spans handed out are those of `original`.
    YamlReader(const FilledItems &source, QByteArrayView original, int firstLine, Detail detail)
        : m_source(source)
        , m_text(source.text())
        , m_events(source.text())
        , m_places(original, firstLine)
        , m_detail(detail)
    { }

    Result<ReadText> read();

    /// Where libfyaml gave up, if it was that which ended read().
    const std::optional<YamlEvents::Fault> &fault() const { return m_events.fault(); }
    /// True if it gave up for want of a value, which it does at an empty item of a list at its key's own indentation.
    bool missesItem() const { return fault() && fault()->words == "did not find expected node content"_L1; }

private:
    void take(fy_event &event);
    void startDocument(fy_event &event);
    void open(fy_event &event, Value::Kind kind);
    void close(fy_event &event);
    void addScalar(fy_event &event);
    void addAlias(fy_event &event);
    void add(Node node, const QByteArray &anchor);
    void addMember(Open &map, Node &node);
    void merge(Open &map);

    Span spanOfScalar(fy_event &event, Style style, Span properties) const;
    Span spanOfBlockScalar(Span content, qsizetype from) const;
    qsizetype placeOfNothing(qsizetype from) const;
    Span propertiesOf(fy_event &event) const;
    void reach(qsizetype offset) { m_reached = std::max(m_reached, offset); }
    void fail(ErrorCode code, qsizetype offset, const QString &detail);
    SourcePosition placeOf(qsizetype offset) { return m_places.at(m_source.original(offset)); }
    bool expectsKey() const;
    void toOriginal(Syntax &syntax) const;

    const FilledItems &m_source;
    QByteArrayView m_text;
    YamlEvents m_events;
    PlaceTracker m_places;
    Detail m_detail;
    QList<Open> m_open;
    QHash<QByteArray, Node> m_anchors;
    qsizetype m_unfolded = 0; ///< values that came by aliases
    qsizetype m_reached = 0; ///< the end of the last token
    bool m_hasDocument = false;
    std::optional<Syntax> m_root;
    Diagnostics m_diagnostics;
    std::optional<Error> m_error;
};

void YamlReader::fail(ErrorCode code, qsizetype offset, const QString &detail)
{
    if (!m_error)
        m_error = Error { code, {}, placeOf(offset), detail };
}

/// True if the next value is a map's key, whose text stays as it is whatever it means.
bool YamlReader::expectsKey() const
{
    return !m_open.isEmpty() && m_open.last().node.syntax.value.kind == Value::Kind::Map && !m_open.last().key;
}

void YamlReader::toOriginal(Syntax &syntax) const
{
    const auto move = [this](Span &span) { span = { m_source.original(span.begin), m_source.original(span.end) }; };
    move(syntax.span);
    move(syntax.properties);
    for (Syntax::Member &member : syntax.members) {
        move(member.key);
        toOriginal(member.node);
    }
}

Span spanOf(fy_token *token)
{
    const fy_mark *begin = token ? fy_token_start_mark(token) : nullptr;
    const fy_mark *end = token ? fy_token_end_mark(token) : nullptr;
    return begin && end ? Span { qsizetype(begin->input_pos), qsizetype(end->input_pos) } : Span {};
}

/// The anchor (with its `&`) and the tag of a value, as one span; empty if it has neither.
Span YamlReader::propertiesOf(fy_event &event) const
{
    Span properties;
    if (fy_token *anchor = fy_event_get_anchor_token(&event)) {
        properties = spanOf(anchor);
        --properties.begin;
    }
    if (fy_token *tag = fy_event_get_tag_token(&event)) {
        const Span span = spanOf(tag);
        properties = properties.isEmpty() ? span : Span { std::min(span.begin, properties.begin), std::max(span.end, properties.end) };
    }
    return properties;
}

/// Where a value that is not there would stand: behind the `:` or `-` that announces it.
qsizetype YamlReader::placeOfNothing(qsizetype from) const
{
    qsizetype at = from;
    while (at < m_text.size() && isBlank(m_text[at]))
        ++at;
    return at < m_text.size() && (m_text[at] == ':' || m_text[at] == '-') ? at + 1 : from;
}

/// A block scalar from its `|` or `>`, which libfyaml does not report: it is the first of these after `from`, with only indicators, blanks and comments between.
Span YamlReader::spanOfBlockScalar(Span content, qsizetype from) const
{
    qsizetype begin = from;
    while (begin < content.begin && m_text[begin] != '|' && m_text[begin] != '>')
        begin = m_text[begin] == '#' ? lineFrom(m_text, begin).next : begin + 1;
    const Line header = lineFrom(m_text, begin);
    const bool keepsLines = m_text.sliced(begin, std::min<qsizetype>(3, header.end - begin)).contains('+');
    qsizetype end = std::max(content.end, header.end);
    while (end > header.end && (isLineEnd(m_text[end - 1]) || isBlank(m_text[end - 1]))) {
        --end;
        if (keepsLines && isLineEnd(m_text[end])) {
            end -= m_text[end] == '\n' && m_text[end - 1] == '\r' ? 1 : 0;
            break;
        }
    }
    return { begin, end };
}

Span YamlReader::spanOfScalar(fy_event &event, Style style, Span properties) const
{
    const Span token = spanOf(event.scalar.value);
    const qsizetype from = std::max(m_reached, properties.end);
    switch (style) {
    case Style::SingleQuoted:
    case Style::DoubleQuoted: return { token.begin - 1, token.end + 1 };
    case Style::Literal:
    case Style::Folded: return spanOfBlockScalar(token, from);
    default: break;
    }
    if (!token.isEmpty())
        return token;
    if (!properties.isEmpty())
        return { properties.end, properties.end };
    const qsizetype place = placeOfNothing(std::max(m_reached, token.begin));
    return { place, place };
}

Style styleOf(fy_event &event)
{
    switch (fy_token_scalar_style(event.scalar.value)) {
    case FYSS_SINGLE_QUOTED: return Style::SingleQuoted;
    case FYSS_DOUBLE_QUOTED: return Style::DoubleQuoted;
    case FYSS_LITERAL: return Style::Literal;
    case FYSS_FOLDED: return Style::Folded;
    default: return Style::Plain;
    }
}

void YamlReader::addScalar(fy_event &event)
{
    Node node;
    Syntax &syntax = node.syntax;
    syntax.style = styleOf(event);
    syntax.properties = propertiesOf(event);
    syntax.span = spanOfScalar(event, syntax.style, syntax.properties);
    reach(std::max(syntax.span.end, syntax.properties.end));

    Value &value = syntax.value;
    if (syntax.style == Style::SingleQuoted)
        value.text = textFromUtf8(textOfSingleQuoted(event.scalar.value));
    else
        value.text = textFromUtf8(textOf(event.scalar.value));
    if (fy_token *tag = fy_event_get_tag_token(&event))
        value.kind = kindOfTagged(textOf(tag), value.text);
    else
        value.kind = syntax.style == Style::Plain ? plainScalarKind(value.text) : Value::Kind::String;
    if (value.kind == Value::Kind::Null && !expectsKey())
        value.text.clear();
    else if (value.kind == Value::Kind::Boolean && !expectsKey())
        value = Value::boolean(isTrue(value.text));
    value.position = placeOf(syntax.span.begin);
    add(std::move(node), textOf(fy_event_get_anchor_token(&event)).toByteArray());
}

void YamlReader::addAlias(fy_event &event)
{
    const Span token = spanOf(event.alias.anchor);
    const QByteArrayView name = textOf(event.alias.anchor);
    reach(token.end);
    const auto anchor = m_anchors.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (anchor == m_anchors.cend())
        return fail(ErrorCode::FrontMatterSyntax, token.begin - 1, u"unknown alias *%1"_s.arg(QString::fromUtf8(name)));
    // Ten lines of aliases to aliases can stand for billions of values, which whoever walks over them would meet.
    constexpr qsizetype mostUnfolded = 100'000;
    m_unfolded += anchor->size;
    if (m_unfolded > std::max(mostUnfolded, m_text.size()))
        return fail(ErrorCode::TooDeep, token.begin - 1, u"aliases"_s);

    Node node = *anchor;
    node.syntax.style = Style::Alias;
    node.syntax.span = { token.begin - 1, token.end };
    node.syntax.properties = {};
    node.syntax.members.clear();
    node.syntax.value.position = placeOf(token.begin - 1);
    add(std::move(node), {});
}

void YamlReader::open(fy_event &event, Value::Kind kind)
{
    Open opened;
    Syntax &syntax = opened.node.syntax;
    syntax.value.kind = kind;
    syntax.style = fy_event_get_node_style(&event) == FYNS_FLOW ? Style::Flow : Style::Block;
    syntax.properties = propertiesOf(event);
    syntax.span = spanOf(fy_event_get_token(&event));
    syntax.value.position = placeOf(syntax.span.begin);
    reach(std::max(syntax.span.end, syntax.properties.end));
    if (m_open.size() >= maximumDepth)
        return fail(ErrorCode::TooDeep, syntax.span.begin, {});
    opened.anchor = textOf(fy_event_get_anchor_token(&event)).toByteArray();
    m_open.append(std::move(opened));
}

void YamlReader::close(fy_event &event)
{
    Open closed = m_open.takeLast();
    const Span end = spanOf(fy_event_get_token(&event));
    Syntax &syntax = closed.node.syntax;
    // A block ends with its last content; so does the map that `[key: value]` has without braces.
    if (syntax.style == Style::Flow && !end.isEmpty())
        reach(end.end);
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
    Syntax &key = *map.key;
    // The map of `[key: value]` has no bytes of its own: libfyaml reports it at the colon.
    map.node.syntax.span.begin = std::min(map.node.syntax.span.begin, key.span.begin);
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

void YamlReader::startDocument(fy_event &event)
{
    if (std::exchange(m_hasDocument, true))
        fail(ErrorCode::FrontMatterSyntax, spanOf(fy_event_get_token(&event)).begin, u"a second document"_s);
}

void YamlReader::take(fy_event &event)
{
    switch (event.type) {
    case FYET_DOCUMENT_START: return startDocument(event);
    case FYET_MAPPING_START: return open(event, Value::Kind::Map);
    case FYET_SEQUENCE_START: return open(event, Value::Kind::List);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END: return close(event);
    case FYET_SCALAR: return addScalar(event);
    case FYET_ALIAS: return addAlias(event);
    default: return;
    }
}

Result<ReadText> YamlReader::read()
{
    while (const YamlEvents::Event event = m_events.next()) {
        take(*event);
        if (m_error)
            return std::unexpected(*m_error);
    }
    if (fault()) {
        fail(ErrorCode::FrontMatterSyntax, fault()->offset, fault()->words);
        return std::unexpected(*m_error);
    }
    if (!m_root) {
        m_root.emplace();
        m_root->value = Value::map({});
        m_root->style = Style::Block;
    } else if (m_root->value.kind == Value::Kind::Null && m_root->span.isEmpty()) {
        m_root->value.kind = Value::Kind::Map;
        m_root->style = Style::Block;
    } else if (m_root->value.kind != Value::Kind::Map) {
        fail(ErrorCode::FrontMatterSyntax, m_root->span.begin, u"no keys"_s);
        return std::unexpected(*m_error);
    }
    if (m_source.isFilled())
        toOriginal(*m_root);
    return ReadText { std::move(*m_root), std::move(m_diagnostics), m_source.original(m_text.size()) };
}

} // namespace

Result<ReadText> readYaml(QByteArrayView text, int firstLine, Detail detail)
{
    FilledItems source(text);
    constexpr qsizetype mostReadAgain = 16 * 1024 * 1024; // bytes
    for (qsizetype readAgain = 0;; readAgain += text.size()) {
        YamlReader reader(source, text, firstLine, detail);
        Result<ReadText> read = reader.read();
        if (read || readAgain > mostReadAgain || !reader.missesItem() || !source.fillBefore(reader.fault()->offset))
            return read;
    }
}

} // namespace quillway::text
