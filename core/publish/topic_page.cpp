// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/topic_page.h"

#include "core/model/addresses.h"
#include "core/publish/article.h"
#include "core/publish/entry_context.h"
#include "core/publish/inline_text.h"
#include "core/publish/json_ld.h"
#include "core/publish/link_url.h"
#include "core/publish/page_context.h"
#include "core/publish/topic_chart.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

QVariantList htmlList(const QList<QByteArray> &texts)
{
    QVariantList list;
    for (const QByteArray &text : texts)
        list.append(safeHtml(text));
    return list;
}

/// The steps of the topic's own path, else the suggested ones; those to posts that are not published are left out.
QList<ReadingWalk::Stop> stops(const Publication::Private &shared, const model::Topic &topic, const analysis::TopicProfile &profile)
{
    QList<ReadingWalk::Stop> stops;
    if (topic.automaticPath) {
        for (const analysis::SuggestedStep &step : profile.suggestedPath)
            stops.append({ model::Step { step.post->slug, step.stage, {}, false, {} }, step.post });
        return stops;
    }
    for (const model::Step &step : topic.path) {
        if (const model::PostPtr post = shared.site->postBySlug(step.post); post && shared.placeOf(*post) >= 0)
            stops.append({ step, post });
    }
    return stops;
}

QVariantList stepContexts(const Publication::Private &shared, const model::Topic &topic, const analysis::TopicProfile &profile)
{
    QVariantList steps;
    for (const ReadingWalk::Stop &stop : stops(shared, topic, profile)) {
        QVariantHash step = shared.entry(shared.placeOf(*stop.post));
        step.insert(u"stage"_s, stop.step.stage);
        step.insert(u"note"_s, safeHtml(inlineHtml(stop.step.note, analysis::linkOrigin(topic), shared.links())));
        step.insert(u"minutes"_s, model::readingMinutes(*stop.post, shared.settings));
        steps.append(step);
    }
    return steps;
}

QVariantList referenceContexts(const Publication::Private &shared, const model::Topic &topic)
{
    const analysis::LinkOrigin origin = analysis::linkOrigin(topic);
    QVariantList references;
    for (const model::TopicReference &reference : topic.references) {
        references.append(QVariantHash { { u"title"_s, reference.title.isEmpty() ? reference.url : reference.title },
                                         { u"url"_s, linkUrl(shared.links().resolve(reference.url, origin)) },
                                         { u"note"_s, safeHtml(inlineHtml(reference.note, origin, shared.links())) } });
    }
    return references;
}

QVariantList yearContexts(const QList<analysis::YearCount> &years)
{
    int most = 1;
    for (const analysis::YearCount &year : years)
        most = std::max(most, year.posts);
    QVariantList contexts;
    for (const analysis::YearCount &year : years)
        contexts.append(QVariantHash { { u"year"_s, year.year }, { u"count"_s, year.posts }, { u"share"_s, 100 * year.posts / most } });
    return contexts;
}

QVariantList tagContexts(const Publication::Private &shared, const QList<analysis::TagName> &tags)
{
    QVariantList contexts;
    for (const analysis::TagName &tag : tags)
        contexts.append(tagContext(shared, tag.name));
    return contexts;
}

QVariant dayOf(const std::optional<QDate> &day)
{
    return day ? QVariant(*day) : QVariant();
}

QVariantHash topicContext(const Publication::Private &shared, qsizetype index, Renderer &renderer)
{
    const model::Topic &topic = *shared.site->topics().at(index);
    const analysis::TopicProfile &profile = shared.profile(index);
    const TopicTexts &texts = shared.topicTexts(index, renderer);
    const bool brief = topic.layout == model::Topic::Layout::Brief;
    const QVariantList entries = entryContexts(shared, profile.posts);
    return {
        { u"title"_s, topic.title },
        { u"layout"_s, brief ? u"brief"_s : u"dossier"_s },
        { u"definition"_s, safeHtml(texts.definition) },
        { u"body"_s, safeHtml(renderText(shared, topic.body(), analysis::linkOrigin(topic), brief ? 2 : 3, "topic-")) },
        { u"claims"_s, htmlList(texts.claims) },
        { u"checklist"_s, htmlList(texts.checklist) },
        { u"failure_modes"_s, htmlList(texts.failureModes) },
        { u"steps"_s, stepContexts(shared, topic, profile) },
        { u"related"_s, entryContexts(shared, profile.related) },
        { u"count"_s, profile.posts.size() },
        { u"count_text"_s, shared.theme->texts.counted(u"%1 post"_s, u"%1 posts"_s, profile.posts.size()) },
        { u"entries"_s, entries },
        { u"lead"_s, entries.isEmpty() ? QVariant() : entries.first() },
        { u"others"_s, entries.mid(1) },
        { u"references"_s, referenceContexts(shared, topic) },
        { u"first"_s, dayOf(profile.first) },
        { u"last"_s, dayOf(profile.last) },
        { u"adjacent"_s, tagContexts(shared, profile.adjacent) },
        { u"motifs"_s, profile.motifs },
        { u"minutes"_s, profile.minutes },
        { u"per_year"_s, yearContexts(profile.perYear) },
        { u"year_chart"_s, yearChart(profile.perYear) },
        { u"tag_chart"_s, brief ? QVariantHash() : tagChart(shared, analysis::tagDrift(profile.posts, topic.tags, shared.published)) },
    };
}

} // namespace

Result<QByteArray> renderTopic(const Publication::Private &shared, qsizetype index, Renderer &renderer)
{
    const model::Topic &topic = *shared.site->topics().at(index);
    PageFacts facts;
    facts.kind = u"topic"_s;
    facts.title = topic.title;
    facts.description = shared.topicTexts(index, renderer).definitionText;
    facts.address = model::topicAddress(topic);
    facts.feedList = facts.address;
    facts.breadcrumbs = { { shared.said(u"Topics"_s), model::topicsAddress() } };
    facts.jsonLd = jsonLd(shared,
                          { breadcrumbData(shared, facts), definedTermData(shared, facts),
                            itemListData(shared, facts.title, facts.address, shared.profile(index).posts) });
    QVariantHash context = baseContext(shared, facts);
    context.insert(u"topic"_s, topicContext(shared, index, renderer));
    return renderer.render(u"topic.html"_s, context);
}

} // namespace quillway::publish
