// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/article.h"

#include "core/model/content_file.h"
#include "core/publish/page_context.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// `text` without the comments and blanks it begins with.
QByteArrayView withoutLeadingComments(QByteArrayView text)
{
    text = text.trimmed();
    while (text.startsWith("<!--")) {
        const qsizetype end = text.indexOf("-->");
        if (end < 0)
            break;
        text = text.sliced(end + 3).trimmed();
    }
    return text;
}

/// The heading that gave the post its title, if the body begins with it.
const text::Heading *titleHeading(const model::Post &post)
{
    if (!post.titleFromBody)
        return nullptr;
    const auto found = std::ranges::find(post.facts.outline, 1, &text::Heading::level);
    if (found == post.facts.outline.end() || !withoutLeadingComments(post.body().first(lineStart(post.body(), found->line))).isEmpty())
        return nullptr;
    return &*found;
}

QByteArrayView htmlOf(const text::Block &block, const QByteArray &html)
{
    return QByteArrayView(html).sliced(block.htmlBegin, block.htmlEnd - block.htmlBegin).trimmed();
}

/// The block that is the title's heading.
std::optional<qsizetype> titleBlock(const text::Heading &title, const QByteArray &html, const QList<text::Block> &blocks)
{
    const auto found = std::ranges::find(blocks, title.line, &text::Block::firstLine);
    if (found == blocks.end())
        return std::nullopt;
    const QByteArrayView block = htmlOf(*found, html);
    return block.startsWith("<h") || block.startsWith("<div class=\"heading\"") ? std::optional(found - blocks.begin()) : std::nullopt;
}

void removeBlock(qsizetype index, QByteArray &html, QList<text::Block> &blocks)
{
    const text::Block removed = blocks.takeAt(index);
    const qsizetype size = removed.htmlEnd - removed.htmlBegin;
    html.remove(removed.htmlBegin, size);
    for (qsizetype i = index; i < blocks.size(); ++i) {
        blocks[i].htmlBegin -= size;
        blocks[i].htmlEnd -= size;
    }
}

/// What brings the highest of the headings to `topLevel`.
int shiftTo(int topLevel, const QList<text::Heading> &outline)
{
    if (outline.isEmpty())
        return 0;
    return topLevel - std::ranges::min(outline, {}, &text::Heading::level).level;
}

/// The headings that the page shows besides the title's, if that is left out.
QList<text::Heading> outlineWithout(const text::Heading *title, QList<text::Heading> outline)
{
    if (title != nullptr)
        outline.removeOne(*title);
    return outline;
}

void shiftLevels(QList<text::Heading> &outline, int shift)
{
    for (text::Heading &heading : outline)
        heading.level = std::clamp(heading.level + shift, 1, 6);
}

} // namespace

std::optional<text::Typography> typographyFor(const Publication::Private &shared, const QString &language)
{
    if (!shared.settings.smartTypography)
        return {};
    return text::typographyOf(language.isEmpty() ? shared.settings.language : language);
}

namespace {

/// The words in an article are of its own language.
text::RenderWording wordingFor(const Publication::Private &shared, const QString &language)
{
    const model::ThemeTexts texts = model::themeTextsWithin(language.isEmpty() ? shared.settings.language : language, shared.settings.theme);
    text::RenderWording wording;
    if (texts.shown.isEmpty())
        return wording;
    for (QString *text :
         { &wording.note, &wording.tip, &wording.important, &wording.warning, &wording.caution, &wording.code, &wording.table,
           &wording.taskDone, &wording.taskOpen, &wording.footnotes, &wording.formula, &wording.diagram, &wording.backToReference })
        *text = texts.of(*text);
    return wording;
}

} // namespace

std::optional<Article> renderArticle(const Publication::Private &shared, const model::Post &post, Renderer &renderer,
                                     const text::ParsedMarkdown *parsed, const std::stop_token &stop)
{
    const text::Heading *title = titleHeading(post);
    text::RenderOptions options;
    options.headingShift = shiftTo(2, outlineWithout(title, post.facts.outline));
    options.typography = typographyFor(shared, post.lang);
    options.wording = wordingFor(shared, post.lang);
    options.formulas = model::formulasOf(post);
    if (options.formulas == text::Formulas::AreRead)
        options.formulaRenderer = &renderer.formulas();
    if (shared.settings.diagrams)
        options.diagramRenderer = &renderer.diagrams();
    text::CodeHighlighter &highlighter = renderer.highlighter();
    const std::optional<text::Rendered> rendered = parsed != nullptr ? text::renderMarkdown(*parsed, options, highlighter, stop)
                                                                     : text::renderMarkdown(post.body(), options, highlighter, stop);
    if (!rendered)
        return std::nullopt;

    Article article;
    const analysis::LinkOrigin origin = shared.originOf(post);
    const auto resolve = [&](const text::Reference &reference) { return shared.links().resolve(reference.destination, origin).url; };
    bool isFirst = post.cover.isEmpty();
    const auto describe = [&](const text::Reference &reference) {
        const analysis::LinkTarget target = shared.links().resolve(reference.destination, origin);
        return pictureAttributes(shared.picture(target), std::exchange(isFirst, false), shared.settings);
    };
    article.html = text::resolveReferences(*rendered, resolve, &article.blocks, describe);
    article.outline = outlineWithout(title, post.facts.outline);
    article.insetProblems = rendered->insetProblems;
    if (title != nullptr) {
        if (const std::optional<qsizetype> block = titleBlock(*title, article.html, article.blocks))
            removeBlock(*block, article.html, article.blocks);
    }
    shiftLevels(article.outline, options.headingShift);
    if (options.typography) {
        for (text::Heading &heading : article.outline)
            heading.text = text::typeset(heading.text, *options.typography);
    }
    return article;
}

QByteArray renderText(const Publication::Private &shared, QByteArrayView markdown, const analysis::LinkOrigin &origin, int topLevel,
                      const QByteArray &footnotePrefix)
{
    if (markdown.trimmed().isEmpty())
        return {};
    text::CodeHighlighter highlighter;
    text::RenderOptions options;
    options.headingShift = shiftTo(topLevel, text::readText(markdown).outline);
    options.footnotePrefix = footnotePrefix;
    options.wording = wordingFor(shared, {});
    options.typography = typographyFor(shared, {});
    const std::optional<text::Rendered> rendered = text::renderMarkdown(markdown, options, highlighter);
    const auto resolve = [&](const text::Reference &reference) { return shared.links().resolve(reference.destination, origin).url; };
    const auto describe = [&](const text::Reference &reference) {
        return pictureAttributes(shared.picture(shared.links().resolve(reference.destination, origin)), true, shared.settings);
    };
    return rendered ? text::resolveReferences(*rendered, resolve, nullptr, describe) : QByteArray();
}

QByteArray renderFeedBody(const Publication::Private &shared, const model::Post &post)
{
    text::CodeHighlighter highlighter;
    text::RenderOptions options;
    options.flavour = text::Flavour::Plain;
    options.formulas = model::formulasOf(post);
    options.typography = typographyFor(shared, post.lang);
    options.footnotePrefix = post.slug.toUtf8().toHex().first(std::min<qsizetype>(8, post.slug.toUtf8().toHex().size()));
    const std::optional<text::Rendered> rendered = text::renderMarkdown(post.body(), options, highlighter);
    if (!rendered)
        return {};
    const analysis::LinkOrigin origin = shared.originOf(post);
    const auto resolve = [&](const text::Reference &reference) {
        return absoluteLink(shared, shared.links().resolve(reference.destination, origin), origin.address);
    };
    QList<text::Block> blocks;
    QByteArray html = text::resolveReferences(*rendered, resolve, &blocks);
    if (const text::Heading *title = titleHeading(post)) {
        if (const std::optional<qsizetype> block = titleBlock(*title, html, blocks))
            removeBlock(*block, html, blocks);
    }
    return html;
}

} // namespace quillway::publish
