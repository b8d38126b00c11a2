// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/list_pages.h"

#include "core/model/addresses.h"
#include "core/publish/entry_context.h"
#include "core/publish/inline_text.h"
#include "core/publish/json_ld.h"
#include "core/publish/page_context.h"
#include "core/publish/pager.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr int weights = 5;
constexpr qsizetype mostNeighbours = 8; ///< tags named beside a tag
constexpr int descriptionLength = 160; ///< characters; search engines show no more

analysis::LinkOrigin tagsOrigin()
{
    return { SitePath::literal(u"tags.toml"), model::tagsAddress() };
}

/// 1 … 5 by how many posts have the tag, on a logarithmic scale: a tag of 1,000 posts must not leave all others at 1.
int cloudWeight(qsizetype posts, qsizetype most)
{
    return most <= 1 ? 1 : 1 + int(std::floor((weights - 1) * std::log(double(posts)) / std::log(double(most))));
}

QVariantList tagCloud(const Publication::Private &shared)
{
    qsizetype most = 1;
    for (const model::Tag &tag : shared.published.tags())
        most = std::max(most, tag.posts.size());
    QVariantList cloud;
    for (qsizetype i = 0; i < shared.published.tags().size(); ++i) {
        QVariantHash context = shared.tagEntry(i);
        context.insert(u"weight"_s, cloudWeight(shared.published.tags().at(i).posts.size(), most));
        cloud.append(context);
    }
    return cloud;
}

/// `entries`, `show` and `pager`: part `number` of a list of posts.
void addEntries(QVariantHash &context, const Publication::Private &shared, const QList<model::PostPtr> &posts, const QString &list,
                int number)
{
    const Paging paging { posts.size(), shared.settings.perPage };
    context.insert(u"entries"_s, entryContexts(shared, posts.sliced(paging.begin(number), paging.size(number))));
    context.insert(u"show"_s, shownParts(shared.settings));
    context.insert(u"pager"_s, pagerContext(list, number, paging.count(), shared.settings));
}

/// What a part of a list is about, where nobody has said it: the titles in it.
QString titlesIn(const Publication::Private &shared, const QList<model::PostPtr> &posts, int number)
{
    const Paging paging { posts.size(), shared.settings.perPage };
    QStringList titles;
    qsizetype length = 0;
    for (const model::PostPtr &post : posts.sliced(paging.begin(number), paging.size(number))) {
        if (length > descriptionLength)
            break;
        titles.append(post->title);
        length += post->title.size();
    }
    return text::excerpt(titles.join(u" · "_s), descriptionLength, false);
}

PageFacts listFacts(const Publication::Private &shared, const QString &kind, const QString &title, const QString &list, int number = 1)
{
    PageFacts facts;
    facts.kind = kind;
    facts.title = number > 1 ? shared.said(u"%1, page %2"_s).arg(title, QString::number(number)) : title;
    facts.address = model::listAddress(list, number);
    return facts;
}

/// The tags that stand most often beside this one.
QVariantList neighbours(const Publication::Private &shared, const model::Tag &tag)
{
    QHash<qsizetype, int> counts;
    for (const model::PostPtr &post : tag.posts) {
        for (const qsizetype other : shared.tagsAt(shared.placeOf(*post)))
            ++counts[other];
    }
    counts.remove(&tag - shared.published.tags().data());
    QList<std::pair<qsizetype, int>> found(counts.keyValueBegin(), counts.keyValueEnd());
    std::ranges::sort(found, [](const auto &a, const auto &b) { return std::pair(-a.second, a.first) < std::pair(-b.second, b.first); });
    QVariantList tags;
    for (const auto &[other, count] : found.first(std::min(mostNeighbours, found.size()))) {
        QVariantHash context = shared.tagEntry(other);
        context.insert(u"count"_s, count);
        tags.append(context);
    }
    return tags;
}

/// For the filter `date`.
QVariant dayOf(const model::Post &post)
{
    return post.date ? QVariant(post.date->at.date()) : QVariant();
}

} // namespace

bool showsTagCloud(const model::Settings &settings, int indexPage)
{
    return settings.tagCloud && indexPage == 1;
}

Result<QByteArray> renderIndex(const Publication::Private &shared, int number, Renderer &renderer)
{
    const model::Settings &settings = shared.settings;
    PageFacts facts = listFacts(shared, u"index"_s, number > 1 ? settings.heading : settings.title, model::indexAddress(), number);
    facts.description = number == 1 ? text::plainInline(settings.tagline) : QString();
    if (facts.description.isEmpty())
        facts.description = titlesIn(shared, shared.posts(), number);
    if (number == 1)
        facts.jsonLd = jsonLd(shared, { websiteData(shared) });
    QVariantHash context = baseContext(shared, facts);
    addEntries(context, shared, shared.posts(), model::indexAddress(), number);
    context.insert(u"cloud"_s, showsTagCloud(settings, number) ? tagCloud(shared) : QVariantList());
    return renderer.render(u"index.html"_s, context);
}

Result<QByteArray> renderArchive(const Publication::Private &shared, Renderer &renderer)
{
    QVariantList years;
    const auto addYear = [&](int year, const QList<model::PostPtr> &posts) {
        years.append(QVariantHash { { u"year"_s, year }, { u"count"_s, posts.size() }, { u"entries"_s, entryContexts(shared, posts) } });
    };
    QList<model::PostPtr> ofYear;
    int year = 0;
    for (const model::PostPtr &post : shared.posts()) {
        // Drafts that are shown on demand have no date; they come first, under this year.
        const int own = post->date ? post->date->at.date().year() : shared.selection.buildDate.date().year();
        if (own != year && !ofYear.isEmpty())
            addYear(year, std::exchange(ofYear, {}));
        year = own;
        ofYear.append(post);
    }
    if (!ofYear.isEmpty())
        addYear(year, ofYear);
    PageFacts facts = listFacts(shared, u"archive"_s, shared.said(u"Archive"_s), model::archiveAddress());
    facts.noIndex = years.isEmpty(); // nobody should find it while there is nothing in it
    QVariantHash context = baseContext(shared, facts);
    context.insert(u"years"_s, years);
    return renderer.render(u"archive.html"_s, context);
}

Result<QByteArray> renderTags(const Publication::Private &shared, Renderer &renderer)
{
    QVariantList tags;
    const QVariantList cloud = tagCloud(shared);
    for (qsizetype i = 0; i < cloud.size(); ++i) {
        const model::Tag &tag = shared.published.tags().at(i);
        QVariantHash context = cloud.at(i).toHash();
        context.insert(u"first"_s, dayOf(*tag.posts.last()));
        context.insert(u"last"_s, dayOf(*tag.posts.first()));
        tags.append(context);
    }
    QVariantHash context = baseContext(shared, listFacts(shared, u"tags"_s, shared.said(u"Tags"_s), model::tagsAddress()));
    context.insert(u"tags"_s, tags);
    return renderer.render(u"tags.html"_s, context);
}

Result<QByteArray> renderTag(const Publication::Private &shared, const model::Tag &tag, int number, Renderer &renderer)
{
    const QString list = model::tagAddress(tag);
    QVariantHash shown = tagContext(shared, tag);
    const QString title = shown.value(u"title"_s).toString();
    PageFacts facts = listFacts(shared, u"tag"_s, title, list, number);
    facts.description = number == 1 ? text::plainInline(tag.info.description) : QString();
    if (facts.description.isEmpty())
        facts.description = titlesIn(shared, tag.posts, number);
    facts.headTitle = shared.said(u"Tag: %1"_s).arg(facts.title); // a topic may have the same name
    facts.breadcrumbs = { { shared.said(u"Tags"_s), model::tagsAddress() } };
    facts.feedList = list;
    shown.insert(u"description"_s, safeHtml(inlineHtml(tag.info.description, tagsOrigin(), shared.links())));
    QVariantHash context = baseContext(shared, facts);
    context.insert(u"tag"_s, shown);
    addEntries(context, shared, tag.posts, list, number);
    context.insert(u"neighbours"_s, number == 1 ? neighbours(shared, tag) : QVariantList());
    return renderer.render(u"tag.html"_s, context);
}

Result<QByteArray> renderTopics(const Publication::Private &shared, Renderer &renderer)
{
    QVariantList topics;
    for (qsizetype i = 0; i < shared.site->topics().size(); ++i) {
        const model::Topic &topic = *shared.site->topics().at(i);
        const analysis::TopicProfile &profile = shared.profile(i);
        topics.append(QVariantHash { { u"title"_s, topic.title },
                                     { u"url"_s, model::urlPath(model::topicAddress(topic), shared.settings) },
                                     { u"count"_s, profile.posts.size() },
                                     { u"definition"_s, safeHtml(shared.topicTexts(i, renderer).definition) },
                                     { u"first"_s, profile.first ? QVariant(*profile.first) : QVariant() },
                                     { u"last"_s, profile.last ? QVariant(*profile.last) : QVariant() } });
    }
    QVariantHash context = baseContext(shared, listFacts(shared, u"topics"_s, shared.said(u"Topics"_s), model::topicsAddress()));
    context.insert(u"topics"_s, topics);
    return renderer.render(u"topics.html"_s, context);
}

Result<QByteArray> renderPaths(const Publication::Private &shared, Renderer &renderer)
{
    QVariantList paths;
    for (const ReadingWalk &walk : shared.walks()) {
        paths.append(
            QVariantHash { { u"title"_s, walk.path->title },
                           { u"url"_s, model::urlPath(model::pathAddress(*walk.path), shared.settings) },
                           { u"summary"_s, safeHtml(inlineHtml(walk.path->summary, analysis::linkOrigin(*walk.path), shared.links())) },
                           { u"count"_s, walk.stops.size() },
                           { u"minutes"_s, walk.minutes } });
    }
    QVariantHash context = baseContext(shared, listFacts(shared, u"paths"_s, shared.said(u"Reading paths"_s), model::pathsAddress()));
    context.insert(u"paths"_s, paths);
    return renderer.render(u"paths.html"_s, context);
}

Result<QByteArray> renderSearch(const Publication::Private &shared, Renderer &renderer)
{
    PageFacts facts = listFacts(shared, u"search"_s, shared.said(u"Search"_s), model::searchAddress());
    facts.noIndex = true;
    return renderer.render(u"search.html"_s, baseContext(shared, facts));
}

Result<QByteArray> renderNotFound(const Publication::Private &shared, Renderer &renderer)
{
    PageFacts facts = listFacts(shared, u"404"_s, shared.said(u"Page not found"_s), model::notFoundAddress());
    facts.noIndex = true;
    return renderer.render(u"404.html"_s, baseContext(shared, facts));
}

Result<QByteArray> renderRedirect(const Publication::Private &shared, const QString &address, const QString &target, Renderer &renderer)
{
    PageFacts facts = listFacts(shared, u"redirect"_s, {}, address);
    facts.noIndex = true;
    facts.canonical = absoluteIfKnown(shared, target);
    QVariantHash context = baseContext(shared, facts);
    context.insert(u"target"_s, model::urlPath(target, shared.settings));
    return renderer.render(u"redirect.html"_s, context);
}

} // namespace quillway::publish
