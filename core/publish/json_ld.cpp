// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/json_ld.h"

#include "core/model/addresses.h"
#include "core/publish/entry_context.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qsizetype mostListed = 50;

QJsonObject crumb(int position, const QString &title, const QString &url)
{
    return { { u"@type"_s, u"ListItem"_s }, { u"position"_s, position }, { u"name"_s, title }, { u"item"_s, url } };
}

/// The person who wrote the post, or else the site.
QJsonObject author(const Publication::Private &shared, const model::Post &post)
{
    const QString name = model::authorName(post, shared.settings);
    if (name.isEmpty())
        return { { u"@type"_s, u"Organization"_s },
                 { u"name"_s, shared.settings.title },
                 { u"url"_s, absoluteIfKnown(shared, model::indexAddress()) } };
    QJsonObject person { { u"@type"_s, u"Person"_s }, { u"name"_s, name } };
    if (const QString url = absoluteLink(shared, authorLink(shared, post), {}); !url.isEmpty())
        person.insert(u"url"_s, url);
    return person;
}

} // namespace

QJsonObject breadcrumbData(const Publication::Private &shared, const PageFacts &facts)
{
    QJsonArray items { crumb(1, shared.settings.title, absoluteIfKnown(shared, model::indexAddress())) };
    for (const Breadcrumb &step : facts.breadcrumbs)
        items.append(crumb(int(items.size()) + 1, step.title, absoluteIfKnown(shared, step.address)));
    items.append(crumb(int(items.size()) + 1, facts.title, absoluteIfKnown(shared, facts.address)));
    return { { u"@context"_s, u"https://schema.org"_s }, { u"@type"_s, u"BreadcrumbList"_s }, { u"itemListElement"_s, items } };
}

QJsonObject postData(const Publication::Private &shared, const model::Post &post, const PageFacts &facts)
{
    const model::Settings &settings = shared.settings;
    const QString url = absoluteIfKnown(shared, facts.address);
    QJsonObject data {
        { u"@context"_s, u"https://schema.org"_s },
        { u"@type"_s, u"BlogPosting"_s },
        { u"headline"_s, post.title },
        { u"url"_s, url },
        { u"mainEntityOfPage"_s, facts.canonical.isEmpty() ? url : facts.canonical },
        { u"description"_s, facts.description },
        { u"inLanguage"_s, post.lang.isEmpty() ? settings.language : post.lang },
        { u"wordCount"_s, post.facts.words },
    };
    if (!model::authorName(post, settings).isEmpty() || !settings.title.isEmpty())
        data.insert(u"author"_s, author(shared, post));
    if (!facts.published.isEmpty())
        data.insert(u"datePublished"_s, facts.published);
    if (!facts.modified.isEmpty())
        data.insert(u"dateModified"_s, facts.modified);
    if (!facts.image.url.isEmpty())
        data.insert(u"image"_s, facts.image.url);
    if (!post.tags.isEmpty())
        data.insert(u"keywords"_s, QJsonArray::fromStringList(post.tags));
    return data;
}

QJsonObject definedTermData(const Publication::Private &shared, const PageFacts &facts)
{
    QJsonObject data {
        { u"@context"_s, u"https://schema.org"_s },
        { u"@type"_s, u"DefinedTerm"_s },
        { u"name"_s, facts.title },
        { u"url"_s, absoluteIfKnown(shared, facts.address) },
        { u"inDefinedTermSet"_s, absoluteIfKnown(shared, model::topicsAddress()) },
    };
    if (!facts.description.isEmpty())
        data.insert(u"description"_s, facts.description);
    return data;
}

QJsonObject itemListData(const Publication::Private &shared, const QString &name, const QString &address, const QList<model::PostPtr> &posts)
{
    QJsonArray items;
    for (const model::PostPtr &post : posts.first(std::min(mostListed, posts.size()))) {
        items.append(QJsonObject { { u"@type"_s, u"ListItem"_s },
                                   { u"position"_s, items.size() + 1 },
                                   { u"name"_s, post->title },
                                   { u"url"_s, absoluteIfKnown(shared, shared.addressOf(*post)) } });
    }
    return { { u"@context"_s, u"https://schema.org"_s },
             { u"@type"_s, u"ItemList"_s },
             { u"name"_s, name },
             { u"url"_s, absoluteIfKnown(shared, address) },
             { u"numberOfItems"_s, qint64(posts.size()) },
             { u"itemListElement"_s, items } };
}

QJsonObject websiteData(const Publication::Private &shared)
{
    QJsonObject data {
        { u"@context"_s, u"https://schema.org"_s },    { u"@type"_s, u"WebSite"_s },
        { u"name"_s, shared.settings.title },          { u"url"_s, absoluteIfKnown(shared, model::indexAddress()) },
        { u"inLanguage"_s, shared.settings.language },
    };
    if (!shared.settings.tagline.isEmpty())
        data.insert(u"description"_s, text::plainInline(shared.settings.tagline));
    return data;
}

QByteArray jsonLd(const Publication::Private &shared, const QList<QJsonObject> &objects)
{
    if (shared.settings.baseUrl.isEmpty() || objects.isEmpty())
        return {};
    QJsonArray all;
    for (const QJsonObject &object : objects)
        all.append(object);
    const QJsonDocument document = objects.size() == 1 ? QJsonDocument(objects.first()) : QJsonDocument(all);
    QByteArray json = document.toJson(QJsonDocument::Compact);
    // Inside <script> only these could end it or begin something; in JSON they stand in strings alone, where an escape means the same.
    return json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
}

} // namespace quillway::publish
