// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/code_block_html.h"

#include "core/text/markdown/markdown_tree.h"

#include <algorithm>

namespace quillway::text {

void appendPlainCodeBlock(HtmlWriter &html, const cmark_node *block)
{
    const QByteArrayView info = bytesOf(block->as.code.info);
    if (info.isEmpty()) {
        html.add("<pre><code>");
    } else {
        const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
        html.add("<pre><code class=\"language-");
        html.addEscaped(info.first(std::ranges::find_if(info, isSpace) - info.begin()));
        html.add("\">");
    }
    html.addEscaped(bytesOf(block->as.code.literal));
    html.add("</code></pre>\n");
}

namespace {

/// `code`, which is HTML in which no element goes on from one line to the next, with an element around each line.
void appendLines(HtmlWriter &html, QByteArrayView code, const CodeInfo &info)
{
    int line = 1;
    for (qsizetype begin = 0; begin < code.size(); ++line) {
        const qsizetype feed = code.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? code.size() : feed + 1;
        const bool isMarked = std::ranges::any_of(info.marked, [&](LineSpan span) { return span.first <= line && line <= span.last; });
        html.add(isMarked ? "<span class=\"line marked\"" : "<span class=\"line\"");
        if (info.isNumbered) {
            html.add(" data-line=\"");
            html.addNumber(info.firstNumber + line - 1);
            html.add('"');
        }
        html.add('>');
        html.add(code.sliced(begin, end - begin));
        html.add("</span>");
        begin = end;
    }
}

} // namespace

void appendSiteCodeBlock(HtmlWriter &html, const cmark_node *block, const CodeInfo &info, const RenderOptions &options,
                         CodeHighlighter *highlighter, const std::stop_token &stop)
{
    const QString language = QString::fromUtf8(info.language);
    const QString name = highlighter ? highlighter->displayName(language) : QString();
    const auto addAttribute = [&html](QByteArrayView attribute, QByteArrayView value) {
        if (value.isEmpty())
            return;
        html.add(attribute);
        html.addEscaped(value);
        html.add('"');
    };
    html.add("<div class=\"code\"");
    addAttribute(" data-language=\"", name.toUtf8());
    addAttribute(" data-title=\"", info.title);
    addAttribute(" data-info=\"", info.rest);
    html.add("><pre tabindex=\"0\" role=\"group\" aria-label=\"");
    html.addEscaped(name.isEmpty() ? options.wording.code : name);
    html.add("\"><code");
    addAttribute(" class=\"language-", info.language);
    html.add(">");
    const bool hasLines = info.isNumbered || !info.marked.isEmpty();
    HtmlWriter inLines;
    HtmlWriter &code = hasLines ? inLines : html;
    if (highlighter && options.highlightCode)
        highlighter->appendHighlighted(code.html(), bytesOf(block->as.code.literal), language, stop);
    else
        code.addEscaped(bytesOf(block->as.code.literal));
    if (hasLines)
        appendLines(html, inLines.html(), info);
    html.add("</code></pre></div>\n");
}

} // namespace quillway::text
