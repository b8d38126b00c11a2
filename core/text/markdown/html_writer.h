// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown/html_escape.h"

#include <QByteArray>
#include <QString>

namespace quillway::text {

/// HTML as it is being written.
class HtmlWriter
{
public:
    void reserve(qsizetype bytes) { m_html.reserve(bytes); }
    [[nodiscard]] qsizetype size() const { return m_html.size(); }
    [[nodiscard]] QByteArray take() { return std::move(m_html); }
    /// For what appends to a byte array itself.
    [[nodiscard]] QByteArray &html() { return m_html; }

    void add(QByteArrayView markup) { m_html.append(markup); }
    void add(char c) { m_html.append(c); }
    void addNumber(int number) { m_html.append(QByteArray::number(number)); }
    void addEscaped(QByteArrayView text) { appendEscaped(m_html, text); }
    void addEscaped(QStringView text) { appendEscaped(m_html, text.toUtf8()); }
    void addUrl(QByteArrayView url) { appendEscapedUrl(m_html, url); }

    /// Ends the line that is begun.
    void startLine()
    {
        if (!m_html.isEmpty() && m_html.back() != '\n')
            m_html.append('\n');
    }

private:
    QByteArray m_html;
};

} // namespace quillway::text
