// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/path_page.h"

#include "core/model/addresses.h"
#include "core/publish/article.h"
#include "core/publish/entry_context.h"
#include "core/publish/inline_text.h"
#include "core/publish/json_ld.h"
#include "core/publish/page_context.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

QVariantList stepContexts(const Publication::Private &shared, const ReadingWalk &walk)
{
    QVariantList steps;
    for (const ReadingWalk::Stop &stop : walk.stops) {
        // A step has all that an entry has, and its place.
        QVariantHash step = shared.entry(shared.placeOf(*stop.post));
        step.insert(u"number"_s, steps.size() + 1);
        step.insert(u"stage"_s, stop.step.stage);
        step.insert(u"note"_s, safeHtml(inlineHtml(stop.step.note, analysis::linkOrigin(*walk.path), shared.links())));
        step.insert(u"optional"_s, stop.step.optional);
        steps.append(step);
    }
    return steps;
}

} // namespace

Result<QByteArray> renderPath(const Publication::Private &shared, const ReadingWalk &walk, Renderer &renderer)
{
    const model::ReadingPath &path = *walk.path;
    const analysis::LinkOrigin origin = analysis::linkOrigin(path);
    PageFacts facts;
    facts.kind = u"path"_s;
    facts.title = path.title;
    facts.description = text::plainInline(path.summary);
    facts.address = model::pathAddress(path);
    facts.breadcrumbs = { { shared.said(u"Reading paths"_s), model::pathsAddress() } };
    facts.feedList = facts.address;
    QList<model::PostPtr> posts;
    for (const ReadingWalk::Stop &stop : walk.stops)
        posts.append(stop.post);
    facts.jsonLd = jsonLd(shared, { breadcrumbData(shared, facts), itemListData(shared, facts.title, facts.address, posts) });
    QVariantHash context = baseContext(shared, facts);
    context.insert(u"path"_s,
                   QVariantHash { { u"title"_s, path.title },
                                  { u"summary"_s, safeHtml(inlineHtml(path.summary, origin, shared.links())) },
                                  { u"body"_s, safeHtml(renderText(shared, path.body(), origin, 2, "path-")) },
                                  { u"steps"_s, stepContexts(shared, walk) },
                                  { u"count"_s, walk.stops.size() },
                                  { u"minutes"_s, walk.minutes } });
    return renderer.render(u"path.html"_s, context);
}

} // namespace quillway::publish
