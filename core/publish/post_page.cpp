// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/post_page.h"

#include "core/model/addresses.h"
#include "core/publish/entry_context.h"
#include "core/publish/json_ld.h"
#include "core/publish/link_url.h"
#include "core/publish/page_context.h"
#include "core/publish/translations.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qsizetype headingsForContents = 3;
constexpr qsizetype leastDescription = 80; ///< characters

/// The cover; only the site's own pictures and http ones can stand in metadata.
PageImage coverImage(const Publication::Private &shared, const model::Post &post)
{
    if (post.cover.isEmpty())
        return {};
    const analysis::LinkTarget target = shared.links().resolve(post.cover, shared.originOf(post));
    if (target.kind != analysis::LinkTarget::Kind::Asset)
        return { webUrl(target.url), {}, post.coverAlt };
    const std::optional<SitePicture> picture = shared.picture(target);
    const model::PictureSettings &settings = shared.settings.pictures;
    const QSize whole = picture ? picture->facts.size : QSize();
    return { absoluteIfKnown(shared, target.address), picture && !settings.originals ? picture->shownSize(settings.columnWidth) : whole,
             post.coverAlt };
}

/// The summary, behind the title where it says little by itself: a first paragraph that is short, and what more than one post has.
QString descriptionOf(const Publication::Private &shared, const model::Post &post, const QVariantHash &entry)
{
    const QString summary = entry.value(u"summary_text"_s).toString();
    const bool isShort = post.summary.isEmpty() && summary.size() < leastDescription;
    const bool saysLittle = isShort || shared.isSummedUpLikeAnother(post);
    return saysLittle && !summary.isEmpty() ? u"%1: %2"_s.arg(post.title, summary) : summary;
}

PageFacts factsOf(const Publication::Private &shared, const model::Post &post, const QVariantHash &entry)
{
    PageFacts facts;
    facts.kind = post.isPage() ? u"page"_s : u"post"_s;
    facts.title = post.title;
    facts.description = descriptionOf(shared, post, entry);
    facts.address = shared.addressOf(post);
    facts.language = post.lang;
    facts.canonical = webUrl(post.canonical);
    facts.image = coverImage(shared, post);
    facts.params = post.params.toVariant();
    if (post.isPage())
        return facts;
    facts.openGraphType = u"article"_s;
    facts.published = post.date ? isoText(*post.date) : QString();
    facts.modified = post.updated ? isoText(*post.updated) : QString();
    facts.breadcrumbs = { { shared.said(u"Archive"_s), model::archiveAddress() } };
    facts.jsonLd = jsonLd(shared, { postData(shared, post, facts), breadcrumbData(shared, facts) });
    return facts;
}

QVariantList contents(const model::Post &post, const Article &article)
{
    if (!post.toc.value_or(article.outline.size() >= headingsForContents))
        return {};
    QVariantList headings;
    for (const text::Heading &heading : article.outline)
        headings.append(QVariantMap { { u"level"_s, heading.level }, { u"text"_s, heading.text }, { u"anchor"_s, heading.anchor } });
    return headings;
}

/// The entry of the post at a stop; empty beyond either end.
QVariantHash stopContext(const Publication::Private &shared, const ReadingWalk &walk, qsizetype index)
{
    return index < 0 || index >= walk.stops.size() ? QVariantHash() : shared.entry(shared.placeOf(*walk.stops.at(index).post));
}

QVariantList places(const Publication::Private &shared, const BackReferences &references)
{
    QVariantList places;
    for (const PathPlace &place : references.paths) {
        const ReadingWalk &walk = shared.walks().at(place.walk);
        places.append(QVariantHash { { u"title"_s, walk.path->title },
                                     { u"url"_s, model::urlPath(model::pathAddress(*walk.path), shared.settings) },
                                     { u"position"_s, place.stop + 1 },
                                     { u"count"_s, walk.stops.size() },
                                     { u"previous"_s, stopContext(shared, walk, place.stop - 1) },
                                     { u"next"_s, stopContext(shared, walk, place.stop + 1) },
                                     { u"stage"_s, walk.stops.at(place.stop).step.stage } });
    }
    return places;
}

QVariantList topics(const Publication::Private &shared, const BackReferences &references)
{
    QVariantList topics;
    for (const qsizetype index : references.topics) {
        const model::Topic &topic = *shared.site->topics().at(index);
        topics.append(
            QVariantHash { { u"title"_s, topic.title }, { u"url"_s, model::urlPath(model::topicAddress(topic), shared.settings) } });
    }
    return topics;
}

void addNeighbours(QVariantHash &context, const Publication::Private &shared, const model::Post &post)
{
    const qsizetype place = shared.placeOf(post);
    const auto neighbour = [&](qsizetype index) {
        return place < 0 || index < 0 || index >= shared.posts().size() ? QVariantHash() : shared.entry(index);
    };
    context.insert(u"newer"_s, neighbour(place - 1));
    context.insert(u"older"_s, neighbour(place + 1));
    QVariantList related;
    if (place >= 0) {
        for (const qsizetype other : shared.related(place))
            related.append(shared.entry(other));
    }
    context.insert(u"related"_s, related);
}

/// A language in its own words. Qt calls a language without a country as the largest country calls its kind of it.
QString ownName(const QString &language)
{
    if (language.compare("en"_L1, Qt::CaseInsensitive) == 0)
        return u"English"_s;
    if (language.compare("es"_L1, Qt::CaseInsensitive) == 0)
        return u"español"_s;
    return QLocale(language).nativeLanguageName();
}

QVariantList translations(const Publication::Private &shared, const model::Post &post)
{
    QVariantList translations;
    for (const Translation &translation : translationsOf(shared, post)) {
        translations.append(QVariantHash { { u"lang"_s, translation.language },
                                           { u"language"_s, ownName(translation.language) },
                                           { u"title"_s, translation.title },
                                           { u"url"_s, model::urlPath(translation.address, shared.settings) },
                                           { u"absolute_url"_s, absoluteIfKnown(shared, translation.address) },
                                           { u"current"_s, translations.isEmpty() } });
    }
    return translations;
}

/// The entry of the very post that is shown: the shared one only if it is that.
QVariantHash ownEntry(const Publication::Private &shared, const model::Post &post)
{
    const qsizetype place = shared.placeOf(post);
    return place >= 0 && shared.posts().at(place).get() == &post ? shared.entry(place) : entryContext(shared, post);
}

QVariantHash contextOf(const Publication::Private &shared, const model::Post &post, const Article &article)
{
    const QVariantHash entry = ownEntry(shared, post);
    QVariantHash context = baseContext(shared, factsOf(shared, post, entry));
    context.insert(u"post"_s, entry);
    context.insert(u"toc"_s, contents(post, article));
    context.insert(u"canonical_elsewhere"_s, webUrl(post.canonical));
    context.insert(u"translations"_s, translations(shared, post));
    if (post.isPage())
        return context;
    const BackReferences references = shared.backReferences(post);
    context.insert(u"paths"_s, places(shared, references));
    context.insert(u"topics"_s, topics(shared, references));
    addNeighbours(context, shared, post);
    return context;
}

} // namespace

std::optional<Result<PostPage>> renderPostPage(const Publication::Private &shared, const model::Post &post, Renderer &renderer,
                                               const text::ParsedMarkdown *parsed, const std::stop_token &stop)
{
    std::optional<Article> article = renderArticle(shared, post, renderer, parsed, stop);
    if (!article || stop.stop_requested())
        return std::nullopt;
    Result<RenderedPage> page = renderer.renderAround(post.isPage() ? u"page.html"_s : u"post.html"_s, contextOf(shared, post, *article),
                                                      article->html);
    if (!page)
        return std::unexpected(page.error());
    return PostPage { *std::move(page), *std::move(article) };
}

} // namespace quillway::publish
