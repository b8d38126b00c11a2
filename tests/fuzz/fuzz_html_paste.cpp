// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as HTML that another program gave: it becomes Markdown in which nothing acts, and which is text again and again.

#include "core/text/markdown.h"
#include "core/text/writing/html_to_markdown.h"
#include "require.h"

using namespace Qt::StringLiterals;
using namespace quillway;
using quillway::test::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static text::CodeHighlighter highlighter;
    const QByteArray html(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto pasted = text::markdownFromHtml(html);
    if (!pasted)
        return 0;
    require(!pasted->lines.isEmpty(), "something is pasted");
    require(!pasted->isInline || pasted->lines.size() == 1, "what goes into a line is a line");
    for (const QString &line : pasted->lines)
        require(!line.contains(u'\n') && !line.contains(u'\r') && line.isValidUtf16(), "lines are lines");
    const QByteArray markdown = pasted->lines.join(u'\n').toUtf8();
    const auto rendered = text::renderMarkdown(markdown, {}, highlighter);
    require(rendered.has_value(), "it renders");
    for (const text::Reference &reference : rendered->facts.references) {
        require(!reference.fromHtml, "no HTML comes along");
        const QString scheme = reference.destination.section(u':', 0, 0).trimmed().toLower();
        for (const auto &acting : { u"javascript"_s, u"vbscript"_s, u"data"_s, u"file"_s })
            require(scheme != acting || !reference.destination.contains(u':'), "links lead somewhere");
    }
    const QByteArray page = rendered->html.toLower();
    for (const char *acting : { "<script", "<style", "<iframe", "<object", "<embed", "<form" })
        require(!page.contains(acting), "nothing acts");
    return 0;
}
