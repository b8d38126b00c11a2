// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/preview_page.h"

#include "core/model/addresses.h"
#include "core/publish/path_page.h"
#include "core/publish/post_page.h"
#include "core/publish/topic_page.h"

#include <algorithm>

namespace quillway::publish {

namespace {

QList<PreviewBlock> previewBlocks(const model::Post &post, const Article &article)
{
    QList<PreviewBlock> blocks;
    blocks.reserve(article.blocks.size());
    const int linesBefore = post.bodyLine - 1;
    for (const text::Block &block : article.blocks)
        blocks.append({ article.html.sliced(block.htmlBegin, block.htmlEnd - block.htmlBegin), linesBefore + block.firstLine,
                        linesBefore + block.lastLine });
    return blocks;
}

PreviewPage intoPreview(const Publication::Private &shared, const model::Post &post, PostPage &&rendered)
{
    PreviewPage preview;
    preview.address = shared.addressOf(post);
    preview.shell = rendered.page.html;
    // A theme that does more with the body than to show it has no shell of its own: every change is one of the whole page.
    if (rendered.page.bodyEnd > 0) {
        preview.shell.remove(rendered.page.bodyBegin, rendered.page.bodyEnd - rendered.page.bodyBegin);
        preview.blocks = previewBlocks(post, rendered.article);
    }
    preview.html = std::move(rendered.page.html);
    return preview;
}

/// In one piece: every change is one of the whole page.
Result<PreviewPage> asWhole(Result<QByteArray> &&html, const QString &address)
{
    return std::move(html).transform(
        [&](QByteArray &&page) { return PreviewPage { .html = page, .shell = page, .blocks = {}, .address = address }; });
}

} // namespace

std::optional<Result<PreviewPage>> renderPreview(const Publication &publication, const model::PostWithBody &post, Renderer &renderer,
                                                 const std::stop_token &stop)
{
    std::optional<Result<PostPage>> rendered = renderPostPage(publication.shared(), post.post.value, renderer, &post.body, stop);
    if (!rendered)
        return std::nullopt;
    if (!*rendered)
        return std::unexpected(rendered->error());
    return intoPreview(publication.shared(), post.post.value, **std::move(rendered));
}

Result<PreviewPage> renderPlacePreview(const Publication &publication, const SitePath &file, Renderer &renderer)
{
    const Publication::Private &shared = publication.shared();
    const QList<model::TopicPtr> &topics = publication.site().topics();
    const auto topic = std::ranges::find(topics, file, [](const model::TopicPtr &each) { return each->file; });
    if (topic != topics.end())
        return asWhole(renderTopic(shared, topic - topics.begin(), renderer), model::topicAddress(**topic));
    const auto walk = std::ranges::find(shared.walks(), file, [](const ReadingWalk &each) { return each.path->file; });
    if (walk == shared.walks().end())
        return std::unexpected(Error { ErrorCode::NotFound, file.toString(), {}, {} });
    return asWhole(renderPath(shared, *walk, renderer), model::pathAddress(*walk->path));
}

} // namespace quillway::publish
