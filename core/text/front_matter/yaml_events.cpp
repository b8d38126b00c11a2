// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_events.h"

#include "core/text/front_matter/lines.h"

#include <yaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

QByteArray bytesOf(const yaml_char_t *text)
{
    return QByteArray(reinterpret_cast<const char *>(text));
}

Style styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE: return Style::Folded;
    default: return Style::Plain;
    }
}

/// What libyaml says of its event, but for the places; nothing for events that say nothing.
std::optional<YamlEvent> contentOf(const yaml_event_t &event)
{
    using enum YamlEvent::Kind;
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT: return YamlEvent();
    case YAML_ALIAS_EVENT: {
        YamlEvent alias;
        alias.kind = Alias;
        alias.style = Style::Alias;
        alias.anchor = bytesOf(event.data.alias.anchor);
        return alias;
    }
    case YAML_SCALAR_EVENT: {
        const auto &data = event.data.scalar;
        YamlEvent scalar;
        scalar.kind = Scalar;
        scalar.style = styleOf(data.style);
        scalar.anchor = bytesOf(data.anchor);
        scalar.tag = bytesOf(data.tag);
        scalar.text = QByteArray(reinterpret_cast<const char *>(data.value), qsizetype(data.length));
        return scalar;
    }
    case YAML_SEQUENCE_START_EVENT: {
        const auto &data = event.data.sequence_start;
        YamlEvent start;
        start.kind = ListStart;
        start.style = data.style == YAML_FLOW_SEQUENCE_STYLE ? Style::Flow : Style::Block;
        start.anchor = bytesOf(data.anchor);
        start.tag = bytesOf(data.tag);
        return start;
    }
    case YAML_MAPPING_START_EVENT: {
        const auto &data = event.data.mapping_start;
        YamlEvent start;
        start.kind = MapStart;
        start.style = data.style == YAML_FLOW_MAPPING_STYLE ? Style::Flow : Style::Block;
        start.anchor = bytesOf(data.anchor);
        start.tag = bytesOf(data.tag);
        return start;
    }
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: {
        YamlEvent end;
        end.kind = event.type == YAML_MAPPING_END_EVENT ? MapEnd : ListEnd;
        return end;
    }
    default: return std::nullopt;
    }
}

} // namespace

struct YamlEvents::Parser {
    yaml_parser_t yaml {};

    Parser() { isReady = yaml_parser_initialize(&yaml); }
    ~Parser() { yaml_parser_delete(&yaml); }
    Q_DISABLE_COPY_MOVE(Parser)

    bool isReady = false;
};

YamlEvents::YamlEvents(QByteArrayView text)
    : m_text(text)
    , m_parser(std::make_unique<Parser>())
{
    if (!m_parser->isReady) {
        m_fault = Fault { 0, u"out of memory"_s };
        return;
    }
    yaml_parser_set_encoding(&m_parser->yaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&m_parser->yaml, reinterpret_cast<const unsigned char *>(text.data()), size_t(text.size()));
}

YamlEvents::~YamlEvents() = default;

/// The byte of a character counted from 0, as libyaml counts. Events come in order: it is a short way from the last one.
qsizetype YamlEvents::byteAt(size_t character)
{
    const auto isInside = [this](qsizetype at) { return at < m_text.size() && (uchar(m_text[at]) & 0xC0) == 0x80; };
    for (; m_character < character && m_byte < m_text.size(); ++m_character) {
        do
            ++m_byte;
        while (isInside(m_byte));
    }
    for (; m_character > character && m_byte > 0; --m_character) {
        do
            --m_byte;
        while (isInside(m_byte));
    }
    return m_byte;
}

/// The anchor and the tag that stand at `begin`, with what is between them.
Span YamlEvents::propertiesAt(qsizetype begin) const
{
    Span properties { begin, begin };
    for (qsizetype at = begin; at < m_text.size() && (m_text[at] == '&' || m_text[at] == '!');) {
        const QByteArrayView ends = m_text[at] == '&' ? " \t\r\n,[]{}:?%@`"
            : m_text.sliced(at).startsWith("!<")      ? "> \t\r\n"
                                                      : " \t\r\n,[]{}";
        while (at < m_text.size() && !ends.contains(m_text[at]))
            ++at;
        properties.end = at = at < m_text.size() && m_text[at] == '>' ? at + 1 : at;
        while (at < m_text.size() && (isBlank(m_text[at]) || isLineEnd(m_text[at]) || m_text[at] == '#'))
            at = m_text[at] == '#' ? lineFrom(m_text, at).next : at + 1;
    }
    return properties;
}

/// Tells an event's properties, which libyaml counts to it, from its content.
void YamlEvents::place(YamlEvent &event, Span whole) const
{
    event.span = whole;
    if (event.kind == YamlEvent::Kind::Alias || (event.anchor.isEmpty() && event.tag.isEmpty())) {
        if (event.style == Style::Block)
            event.span.end = event.span.begin;
        return;
    }
    event.properties = propertiesAt(whole.begin);
    qsizetype at = event.properties.end;
    while (at < whole.end && (isBlank(m_text[at]) || isLineEnd(m_text[at]) || m_text[at] == '#'))
        at = m_text[at] == '#' ? lineFrom(m_text, at).next : at + 1;
    event.span.begin = std::min(at, whole.end);
    const bool isMissing = event.kind == YamlEvent::Kind::Scalar && event.style == Style::Plain && event.text.isEmpty();
    if (isMissing)
        event.span = { event.properties.end, event.properties.end };
    else if (event.style == Style::Block)
        event.span.end = event.span.begin;
}

YamlEvents::Fault YamlEvents::currentFault()
{
    const yaml_parser_t &yaml = m_parser->yaml;
    const QString words = yaml.problem ? QString::fromUtf8(yaml.problem) : u"unreadable"_s;
    if (yaml.error == YAML_READER_ERROR)
        return { qsizetype(yaml.problem_offset), words };
    // Of a quote or bracket that is never closed, its begin says more than the text's end.
    const qsizetype at = byteAt(yaml.problem_mark.index);
    return { yaml.context && at >= m_text.size() ? byteAt(yaml.context_mark.index) : at, words };
}

std::optional<YamlEvent> YamlEvents::next()
{
    while (!m_fault && !m_ended) {
        yaml_event_t raw {};
        if (!yaml_parser_parse(&m_parser->yaml, &raw)) {
            m_fault = currentFault();
            break;
        }
        m_ended = raw.type == YAML_STREAM_END_EVENT;
        std::optional<YamlEvent> event = contentOf(raw);
        if (event) {
            const qsizetype begin = byteAt(raw.start_mark.index);
            place(*event, { begin, byteAt(raw.end_mark.index) });
        }
        yaml_event_delete(&raw);
        if (event)
            return event;
    }
    return std::nullopt;
}

} // namespace quillway::text
