// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a body: they render, both flavours, with blocks and spans that fit the HTML and facts that agree with readText(); the bare flavour
// equals what cmark-gfm's own renderer gives.

#include "core/text/markdown.h"
#include "require.h"

#include <QByteArray>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <tuple>

using namespace quillway::text;
using quillway::test::require;

namespace {

cmark_parser *referenceParser(int options)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(options);
    for (const char *name : { "table", "strikethrough", "autolink", "tasklist" })
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    return parser;
}

QByteArray renderedByCmark(QByteArrayView body, RawHtml rawHtml)
{
    const int options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | (rawHtml == RawHtml::Keep ? CMARK_OPT_UNSAFE : 0);
    cmark_parser *parser = referenceParser(options);
    cmark_parser_feed(parser, body.data(), std::size_t(body.size()));
    cmark_node *root = cmark_parser_finish(parser);
    char *html = cmark_render_html(root, options, nullptr);
    const QByteArray rendered(html);
    std::free(html);
    cmark_node_free(root);
    // Its parse has taken the inline extensions' characters out of the process's table, where the program's own expects them.
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_parser_free(parser);
    return rendered;
}

/// cmark-gfm loses text of what looks like a footnote's label and goes over several lines.
bool mayLoseText(QByteArrayView body)
{
    const qsizetype begin = body.indexOf("[^");
    return begin >= 0 && body.lastIndexOf(']') > begin && (body.sliced(begin).contains('\n') || body.sliced(begin).contains('\r'));
}

/// Where strong emphasis stands directly in strong emphasis, cmark-gfm writes one element, the specification and the program two.
QByteArray withoutStrong(QByteArray html)
{
    return html.replace("<strong>", "").replace("</strong>", "");
}

void checkBlocks(const QList<Block> &blocks, qsizetype size)
{
    qsizetype end = 0;
    for (const Block &block : blocks) {
        require(block.htmlBegin == end && block.htmlEnd >= end, "blocks follow each other");
        require(block.firstLine >= 1 && block.lastLine >= block.firstLine, "blocks have lines");
        end = block.htmlEnd;
    }
    require(end == size, "blocks cover the HTML");
}

void check(const Rendered &rendered, QByteArrayView body)
{
    checkBlocks(rendered.blocks, rendered.html.size());
    qsizetype end = 0;
    for (const ReferenceSpan &span : rendered.spans) {
        require(span.begin >= end && span.end >= span.begin && span.end < rendered.html.size(), "spans are in order");
        const char before = rendered.html[span.begin - 1];
        require(span.reference >= 0 && span.reference < rendered.facts.references.size(), "spans have references");
        require(before != '=', "spans stand between quotation marks");
        require(rendered.facts.references[span.reference].fromHtml || !rendered.html.sliced(span.begin, span.end - span.begin).contains('<'),
                "URLs are escaped");
        end = span.end;
    }
    for (const Reference &reference : rendered.facts.references)
        require(reference.line >= 1 && reference.column >= 1, "references have places");
    require(QString::fromUtf8(rendered.html).toUtf8() == rendered.html, "the HTML is UTF-8");
    require(rendered.facts == readText(body), "facts agree");

    QList<Block> moved;
    const QByteArray resolved = resolveReferences(rendered, [](const Reference &) { return QStringLiteral("/x\"><y>"); }, &moved);
    checkBlocks(moved, resolved.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static CodeHighlighter highlighter;
    if (size == 0)
        return 0;
    const QByteArrayView body(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    RenderOptions options;
    options.rawHtml = data[0] & 1 ? RawHtml::Omit : RawHtml::Keep;
    options.highlightCode = data[0] & 2;
    options.headingShift = data[0] >> 4 & 3;
    check(renderMarkdown(body, options, highlighter).value(), body);
    options.typography = typographyOf(data[0] & 8 ? u"fr" : u"en");
    check(renderMarkdown(body, options, highlighter).value(), body);
    options.typography.reset();

    options.flavour = Flavour::Plain;
    options.headingShift = 0;
    const QByteArray reference = renderedByCmark(body, options.rawHtml);
    require(mayLoseText(body) || withoutStrong(renderMarkdown(body, options, highlighter)->html) == withoutStrong(reference),
            "the bare flavour is cmark-gfm's");

    const QString text = QString::fromUtf8(body);
    std::ignore = renderInline(text);
    std::ignore = excerpt(plainInline(text), data[0], data[0] & 4);
    return 0;
}
