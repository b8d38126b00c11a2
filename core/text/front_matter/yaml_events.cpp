// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/front_matter/yaml_events.h"

#include "core/text/front_matter/lines.h"

using namespace Qt::StringLiterals;

namespace quillway::text {

namespace {

/// What libfyaml must not be given: control characters (YAML 1.2.2, section 5.1), of which a NUL ends its input, and directives, which
/// end the document silently.
std::optional<YamlEvents::Fault> unreadable(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = uchar(text[at]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
            return YamlEvents::Fault { at, u"control character"_s };
        if (c == '%' && (at == 0 || isLineEnd(text[at - 1])))
            return YamlEvents::Fault { at, u"directive"_s };
    }
    return std::nullopt;
}

} // namespace

YamlEvents::YamlEvents(QByteArrayView text)
    : m_text(text)
    , m_fault(unreadable(text))
{
    if (m_fault)
        return;
    fy_diag_cfg messages {};
    fy_diag_cfg_default(&messages);
    messages.fp = nullptr;
    messages.output_fn = [](fy_diag *, void *, const char *, size_t) { };
    messages.level = FYET_WARNING;
    m_diag.reset(fy_diag_create(&messages));
    fy_diag_set_collect_errors(m_diag.get(), true);

    fy_parse_cfg config {};
    // Brackets may close at the line's begin, as most other parsers let them.
    config.flags = fy_parse_cfg_flags(FYPCF_QUIET | FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE | FYPCF_SLOPPY_FLOW_INDENTATION);
    config.diag = m_diag.get();
    m_parser.reset(fy_parser_create(&config));
    if (!m_parser || fy_parser_set_string(m_parser.get(), text.data(), size_t(text.size())) != 0)
        m_fault = Fault { 0, u"out of memory"_s };
}

YamlEvents::Event YamlEvents::next()
{
    if (m_fault || m_ended)
        return {};
    Event event(fy_parser_parse(m_parser.get()), EventDeleter { m_parser.get() });
    if (!event || event->type == FYET_STREAM_END) {
        m_ended = true;
        findFault(event.get());
    }
    return m_fault ? Event() : std::move(event);
}

void YamlEvents::findFault(const fy_event *event)
{
    void *iterator = nullptr;
    if (const fy_diag_error *error = fy_diag_errors_iterate(m_diag.get(), &iterator)) {
        const fy_mark *mark = error->fyt ? fy_token_start_mark(error->fyt) : nullptr;
        m_fault = Fault { mark ? qsizetype(mark->input_pos) : 0, QString::fromUtf8(error->msg).simplified() };
        // What is wrong inside quotes is reported right behind the first of them.
        const qsizetype before = m_fault->offset - 1;
        if (before >= 0 && (m_text[before] == '"' || m_text[before] == '\'') && !m_fault->words.contains("trailing"_L1))
            m_fault->offset = before;
    } else if (!event) {
        m_fault = Fault { 0, u"unreadable"_s };
    } else if (const fy_mark *mark = fy_event_end_mark(const_cast<fy_event *>(event)); mark && qsizetype(mark->input_pos) < m_text.size()) {
        m_fault = Fault { qsizetype(mark->input_pos), u"text after the end"_s };
    }
}

} // namespace quillway::text
