// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/page_context.h"

#include "core/model/addresses.h"
#include "core/publish/feed_source.h"
#include "core/publish/json_ld.h"
#include "core/publish/link_url.h"
#include "core/publish/renderer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

QString headTitle(const PageFacts &facts, const QString &siteTitle)
{
    const QString &title = facts.headTitle.isEmpty() ? facts.title : facts.headTitle;
    if (title.isEmpty() || facts.address == model::indexAddress())
        return siteTitle;
    return siteTitle.isEmpty() ? title : title + u" · "_s + siteTitle;
}

QVariantList breadcrumbs(const Publication::Private &shared, const PageFacts &facts)
{
    const model::Settings &settings = shared.settings;
    const auto step = [&](const QString &title, const QString &address) {
        return QVariantMap { { u"title"_s, title }, { u"url"_s, model::urlPath(address, settings) } };
    };
    QVariantList steps { step(settings.title, model::indexAddress()) };
    for (const Breadcrumb &crumb : facts.breadcrumbs)
        steps.append(step(crumb.title, crumb.address));
    if (facts.address != model::indexAddress())
        steps.append(step(facts.title, facts.address));
    return steps;
}

QVariantHash pageFeeds(const Publication::Private &shared, const PageFacts &facts)
{
    if (facts.feedList.isEmpty())
        return {};
    QVariantHash feeds = feedLinks(shared, facts.feedList);
    feeds.insert(u"title"_s, headTitle(facts, shared.settings.title));
    return feeds;
}

} // namespace

QString absoluteIfKnown(const Publication::Private &shared, const QString &address)
{
    return shared.settings.baseUrl.isEmpty() ? QString() : model::absoluteUrl(address, shared.settings);
}

QString absoluteLink(const Publication::Private &shared, const analysis::LinkTarget &target, const QString &ownAddress)
{
    using Kind = analysis::LinkTarget::Kind;
    if (target.kind == Kind::External || target.kind == Kind::Unknown)
        return linkUrl(target);
    const QString address = target.kind == Kind::Anchor ? ownAddress : target.address;
    const auto tail = std::ranges::find_if(target.url, [](QChar c) { return c == u'?' || c == u'#'; });
    return model::absoluteUrl(address, shared.settings) + target.url.sliced(tail - target.url.begin());
}

QVariantHash pageContext(const Publication::Private &shared, const PageFacts &facts)
{
    const QString language = facts.language.isEmpty() ? shared.settings.language : facts.language;
    const bool rightToLeft = QLocale(language).textDirection() == Qt::RightToLeft;
    return {
        { u"kind"_s, facts.kind },
        { u"title"_s, facts.title },
        { u"head_title"_s, headTitle(facts, shared.settings.title) },
        { u"description"_s, facts.description },
        { u"url"_s, model::urlPath(facts.address, shared.settings) },
        { u"canonical"_s, facts.canonical.isEmpty() ? absoluteIfKnown(shared, facts.address) : facts.canonical },
        { u"language"_s, language },
        { u"direction"_s, rightToLeft ? u"rtl"_s : u"ltr"_s },
        { u"image"_s, facts.image.url },
        { u"image_width"_s, facts.image.size.isEmpty() ? 0 : facts.image.size.width() },
        { u"image_height"_s, facts.image.size.isEmpty() ? 0 : facts.image.size.height() },
        { u"image_alt"_s, facts.image.alt },
        { u"og_type"_s, facts.openGraphType },
        { u"published"_s, facts.published },
        { u"modified"_s, facts.modified },
        { u"json_ld"_s, safeHtml(facts.jsonLd) },
        { u"feeds"_s, pageFeeds(shared, facts) },
        { u"breadcrumbs"_s, breadcrumbs(shared, facts) },
        { u"noindex"_s, facts.noIndex },
        { u"params"_s, facts.params },
    };
}

QVariantHash baseContext(const Publication::Private &shared, PageFacts facts)
{
    if (facts.jsonLd.isEmpty() && facts.address != model::indexAddress() && !facts.noIndex)
        facts.jsonLd = jsonLd(shared, { breadcrumbData(shared, facts) });
    return { { u"site"_s, shared.siteContext(facts.address) }, { u"page"_s, pageContext(shared, facts) } };
}

} // namespace quillway::publish
