// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/render_output.h"

#include "core/publish/feeds.h"
#include "core/publish/list_pages.h"
#include "core/publish/path_page.h"
#include "core/publish/post_page.h"
#include "core/publish/site_search.h"
#include "core/publish/sitemap.h"
#include "core/publish/topic_page.h"

namespace quillway::publish {

namespace {

Diagnostics problemsOf(const model::Post &post, const Article &article)
{
    Diagnostics problems;
    for (const text::InsetProblem &problem : article.insetProblems) {
        const SourcePosition place { post.bodyLine + problem.line - 1, 1 };
        problems.append({ Severity::Warning, { problem.code, post.file.toString(), place, problem.what } });
    }
    return problems;
}

Result<RenderedOutput> renderPost(const Publication::Private &shared, const model::Post &post, Renderer &renderer,
                                  const std::stop_token &stop)
{
    const model::PostPtr whole = shared.whole(post);
    if (!whole)
        return std::unexpected(Error { ErrorCode::ChangedOnDisk, post.file.toString(), {}, {} });
    std::optional<Result<PostPage>> page = renderPostPage(shared, *whole, renderer, nullptr, stop);
    if (!page)
        return std::unexpected(Error { ErrorCode::Cancelled, post.file.toString(), {}, {} });
    if (!*page)
        return std::unexpected(page->error());
    return RenderedOutput { std::move((*page)->page.html), problemsOf(*whole, (*page)->article) };
}

/// Everything of which there is nothing to say but that it is there.
Result<QByteArray> renderPage(const Publication::Private &shared, const Output &output, Renderer &renderer)
{
    using Kind = Output::Kind;
    switch (output.kind) {
    case Kind::Index: return renderIndex(shared, output.number, renderer);
    case Kind::Archive: return renderArchive(shared, renderer);
    case Kind::Tags: return renderTags(shared, renderer);
    case Kind::Topics: return renderTopics(shared, renderer);
    case Kind::Paths: return renderPaths(shared, renderer);
    case Kind::NotFound: return renderNotFound(shared, renderer);
    case Kind::Search: return renderSearch(shared, renderer);
    case Kind::SearchIndex: return renderSearchIndex(shared);
    case Kind::SearchWords: return renderSearchWords(shared);
    case Kind::SearchPiece: return renderSearchPiece(shared, output.key);
    case Kind::SearchPosts: return renderSearchPosts(shared, output.key, renderer);
    case Kind::Sitemap: return renderSitemap(shared);
    case Kind::Robots: return renderRobots(shared);
    case Kind::StyleSheet: return shared.theme->styleSheet;
    case Kind::SiteFeed: return renderFeed(shared, siteFeed(shared), output.feed);
    case Kind::Topic: return renderTopic(shared, output.key, renderer);
    case Kind::TopicFeed: return renderFeed(shared, topicFeed(shared, output.key), output.feed);
    case Kind::Path: return renderPath(shared, shared.walks().at(output.key), renderer);
    case Kind::PathFeed: return renderFeed(shared, pathFeed(shared, shared.walks().at(output.key)), output.feed);
    case Kind::Tag: return renderTag(shared, shared.published.tags().at(output.key), output.number, renderer);
    case Kind::TagFeed: return renderFeed(shared, tagFeed(shared, shared.published.tags().at(output.key)), output.feed);
    case Kind::ThemeFile: return shared.theme->files.at(output.key).content;
    case Kind::Redirect: return renderRedirect(shared, output.address, output.target, renderer);
    case Kind::Post:
    case Kind::Page:
    case Kind::Asset:
    case Kind::PictureVersion: break;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Result<RenderedOutput> renderOutput(const Publication::Private &shared, const Output &output, Renderer &renderer, const FileSystem &files,
                                    PictureCache *cache, const std::stop_token &stop)
{
    using Kind = Output::Kind;
    if (output.kind == Kind::Asset)
        return renderAsset(shared, shared.site->parts().assets.at(output.key).file, files, cache);
    if (output.kind == Kind::PictureVersion)
        return renderPictureVersion(shared, shared.site->parts().assets.at(output.key).file, output.number, files, cache);
    if (output.kind == Kind::Post)
        return renderPost(shared, *shared.posts().at(output.key), renderer, std::move(stop));
    if (output.kind == Kind::Page)
        return renderPost(shared, *shared.published.pages().at(output.key), renderer, std::move(stop));
    return renderPage(shared, output, renderer).transform([](QByteArray &&bytes) { return RenderedOutput { std::move(bytes), {} }; });
}

} // namespace quillway::publish
