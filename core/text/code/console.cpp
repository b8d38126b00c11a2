// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/console.h"

#include "core/text/code/code_classes.h"
#include "core/text/code/language_highlighter.h"
#include "core/text/markdown/html_escape.h"

#include <algorithm>

namespace quillway::text {

namespace {

constexpr qsizetype longestPrompt = 80;

/// `me@host:~/src`, as shells put it before the sign.
bool isUserAndHost(QByteArrayView text)
{
    const bool isWhole = std::ranges::none_of(text, [](char c) { return c == '\t' || c == '=' || c == '"'; });
    return isWhole && text.contains('@') && std::ranges::count(text, ' ') <= 1;
}

} // namespace

qsizetype promptSize(QByteArrayView line)
{
    for (const QByteArrayView prompt :
         { QByteArrayView("$ "), QByteArrayView("# "), QByteArrayView("% "), QByteArrayView(">>> "), QByteArrayView("... ") }) {
        if (line.startsWith(prompt))
            return prompt.size();
    }
    if (line == "$" || line == ">>>" || line == "...")
        return line.size();
    const QByteArrayView head = line.first(std::min(line.size(), longestPrompt));
    for (const QByteArrayView sign : { QByteArrayView("$ "), QByteArrayView("# "), QByteArrayView("% ") }) {
        const qsizetype at = head.indexOf(sign);
        if (at > 0 && isUserAndHost(head.first(at)))
            return at + sign.size();
    }
    return 0;
}

void ConsoleSession::append(QByteArray &html, QByteArrayView line, LanguageHighlighter &commands)
{
    const qsizetype prompt = promptSize(line);
    if (prompt == 0 && !m_commandGoesOn) {
        appendEscaped(html, line);
        return;
    }
    if (prompt > 0) {
        html.append("<span class=\"").append(nameOf(CodeClass::Prompt)).append("\">");
        appendEscaped(html, line.first(prompt));
        html.append("</span>");
        if (!line.startsWith("..."))
            commands.startBlock();
    }
    commands.append(html, line.sliced(prompt));
    m_commandGoesOn = line.endsWith('\\');
}

} // namespace quillway::text
