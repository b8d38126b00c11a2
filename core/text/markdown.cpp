// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown.h"

#include "core/text/markdown/html_renderer.h"
#include "core/text/markdown/markdown_tree.h"
#include "core/text/markdown/text_facts.h"

#include <optional>

namespace quillway::text {

namespace {

/// Both visitors on one walk; the renderer asks the collector about the node at hand.
struct FactsThenHtml {
    FactsCollector &facts;
    HtmlRenderer &html;

    void enter(const cmark_node *node)
    {
        facts.enter(node);
        html.enter(node);
    }
    void leave(const cmark_node *node)
    {
        facts.leave(node);
        html.leave(node);
    }
};

std::optional<Rendered> render(const MarkdownTree &tree, QByteArrayView body, const RenderOptions &options, CodeHighlighter &highlighter,
                               const std::stop_token &stop)
{
    FactsCollector facts(body);
    HtmlRenderer html(facts, options, &highlighter, stop);
    html.reserve(body.size() + body.size() / 2);
    FactsThenHtml both { facts, html };
    if (!walk(tree.root(), stop, both) || stop.stop_requested())
        return std::nullopt;
    Rendered rendered;
    rendered.html = html.takeHtml();
    rendered.blocks = html.takeBlocks();
    rendered.spans = html.takeSpans();
    rendered.insetProblems = html.takeInsetProblems();
    rendered.facts = facts.take();
    return rendered;
}

TextFacts factsOf(const MarkdownTree &tree, QByteArrayView body)
{
    FactsCollector facts(body);
    walk(tree.root(), {}, facts);
    return facts.take();
}

} // namespace

ParsedMarkdown::ParsedMarkdown(const QByteArray &body, std::shared_ptr<const MarkdownTree> tree)
    : m_body(body)
    , m_tree(std::move(tree))
{ }

std::optional<ParsedMarkdown> ParsedMarkdown::parse(const QByteArray &body, Formulas formulas, const std::stop_token &stop)
{
    auto tree = MarkdownTree::parse(body, formulas, stop);
    if (!tree)
        return std::nullopt;
    return ParsedMarkdown(body, std::make_shared<const MarkdownTree>(*std::move(tree)));
}

std::optional<Rendered> renderMarkdown(QByteArrayView body, const RenderOptions &options, CodeHighlighter &highlighter,
                                       const std::stop_token &stop)
{
    const auto tree = MarkdownTree::parse(body, options.formulas, stop);
    return tree ? render(*tree, body, options, highlighter, stop) : std::nullopt;
}

std::optional<Rendered> renderMarkdown(const ParsedMarkdown &parsed, const RenderOptions &options, CodeHighlighter &highlighter,
                                       const std::stop_token &stop)
{
    return render(parsed.tree(), parsed.body(), options, highlighter, stop);
}

TextFacts readText(QByteArrayView body, Formulas formulas)
{
    return factsOf(*MarkdownTree::parse(body, formulas, {}), body);
}

TextFacts readText(const ParsedMarkdown &parsed)
{
    return factsOf(parsed.tree(), parsed.body());
}

QByteArray renderInline(QStringView markdown, RawHtml rawHtml, const std::optional<Typography> &typography)
{
    const QByteArray line = markdown.toUtf8();
    const MarkdownTree tree = MarkdownTree::parseInline(line);
    RenderOptions options;
    options.rawHtml = rawHtml;
    options.typography = typography;
    FactsCollector facts(line);
    const std::stop_token noStop;
    HtmlRenderer html(facts, options, nullptr, noStop);
    FactsThenHtml both { facts, html };
    walk(tree.root(), {}, both);
    QByteArray rendered = html.takeHtml();
    // The one paragraph's tags.
    rendered.chop(qsizetype(sizeof "</p>\n") - 1);
    return rendered.sliced(3);
}

QString plainInline(QStringView markdown)
{
    const QByteArray line = markdown.toUtf8();
    const MarkdownTree tree = MarkdownTree::parseInline(line);
    FactsCollector facts(line);
    walk(tree.root(), {}, facts);
    return facts.take().firstParagraph;
}

} // namespace quillway::text
