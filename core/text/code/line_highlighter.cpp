// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/line_highlighter.h"

#include "core/text/markdown/html_escape.h"
#include "core/text/markdown/utf8_cursor.h"

#include <KSyntaxHighlighting/Format>

#include <algorithm>

namespace quillway::text {

namespace {

bool isBlank(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c == ' ' || c == '\t'; });
}

} // namespace

LineHighlighter::LineHighlighter(const KSyntaxHighlighting::Definition &definition)
{
    setDefinition(definition);
}

KSyntaxHighlighting::State LineHighlighter::highlight(QByteArray &html, QByteArrayView line, const KSyntaxHighlighting::State &before)
{
    m_html = &html;
    m_line = line;
    m_unit = m_byte = m_runBegin = m_runEnd = 0;
    widen(line);
    const KSyntaxHighlighting::State after = highlightLine(m_units, before);
    endRun();
    appendEscaped(html, m_line.sliced(m_runEnd));
    return after;
}

void LineHighlighter::widen(QByteArrayView line)
{
    m_units.resize(line.size());
    QChar *unit = m_units.data();
    for (const char c : line) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            m_units = QString::fromUtf8(line);
            return;
        }
        *unit++ = QLatin1Char(c);
    }
}

void LineHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    const CodeClass found = classOf(format);
    if (found == CodeClass::None || length <= 0)
        return;
    const qsizetype begin = byteAt(offset);
    const qsizetype end = byteAt(offset + length);
    if (isBlank(m_line.sliced(begin, end - begin)))
        return;
    if (found != m_class || !isBlank(m_line.sliced(m_runEnd, begin - m_runEnd)))
        beginRun(found, begin);
    m_runEnd = end;
}

void LineHighlighter::beginRun(CodeClass codeClass, qsizetype begin)
{
    endRun();
    appendEscaped(*m_html, m_line.sliced(m_runEnd, begin - m_runEnd));
    m_class = codeClass;
    m_runBegin = m_runEnd = begin;
}

void LineHighlighter::endRun()
{
    if (m_class == CodeClass::None)
        return;
    m_html->append("<span class=\"");
    m_html->append(nameOf(m_class));
    m_html->append("\">");
    appendEscaped(*m_html, m_line.sliced(m_runBegin, m_runEnd - m_runBegin));
    m_html->append("</span>");
    m_class = CodeClass::None;
}

// Asked for in ascending order.
qsizetype LineHighlighter::byteAt(qsizetype unit)
{
    if (m_units.size() == m_line.size())
        return unit;
    const char *at = m_line.data() + m_byte;
    while (m_unit < unit && at != m_line.end())
        m_unit += nextCodePoint(at, m_line.end()) > 0xFFFF ? 2 : 1;
    m_byte = at - m_line.data();
    return m_byte;
}

CodeClass LineHighlighter::classOf(const KSyntaxHighlighting::Format &format)
{
    const auto id = std::size_t(format.id());
    if (id >= m_classes.size())
        m_classes.resize(id + 64, CodeClass::Unknown);
    CodeClass &known = m_classes[id];
    if (known == CodeClass::Unknown)
        known = codeClassOf(format);
    return known;
}

} // namespace quillway::text
