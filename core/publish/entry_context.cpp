// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/entry_context.h"

#include "core/base/slug.h"
#include "core/model/addresses.h"
#include "core/publish/article.h"
#include "core/publish/inline_text.h"
#include "core/publish/link_url.h"
#include "core/publish/renderer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

/// A map, as a hash of any size takes 3 KB: there are some for each post.
QVariantMap metaPart(const QString &kind, const QString &text, const QString &iso = {})
{
    return { { u"kind"_s, kind }, { u"text"_s, text }, { u"iso"_s, iso } };
}

/// The line under a post in a list: date · reading time · author, of those asked for.
QVariantList metaLine(const Publication::Private &shared, const model::Post &post, int minutes, const QString &author)
{
    const QList<model::ListPart> &show = shared.settings.show;
    QVariantList parts;
    if (show.contains(model::ListPart::Date) && post.date)
        parts.append(metaPart(u"date"_s, dateText(shared, *post.date), isoText(*post.date)));
    if (show.contains(model::ListPart::ReadingTime))
        parts.append(metaPart(u"reading_time"_s, shared.said(u"%1 min"_s).arg(minutes)));
    if (show.contains(model::ListPart::Author) && !author.isEmpty())
        parts.append(metaPart(u"author"_s, author));
    return parts;
}

QByteArray summaryHtml(const Publication::Private &shared, const model::Post &post, const QString &plain)
{
    if (post.summary.isEmpty())
        return plain.toHtmlEscaped().toUtf8();
    return inlineHtml(post.summary, shared.originOf(post), shared.links(), text::RawHtml::Omit, typographyFor(shared, post.lang));
}

void addCover(QVariantHash &entry, const Publication::Private &shared, const model::Post &post)
{
    entry.insert(u"cover_alt"_s, post.coverAlt);
    if (post.cover.isEmpty())
        return;
    const analysis::LinkTarget target = shared.links().resolve(post.cover, shared.originOf(post));
    entry.insert(u"cover"_s, linkUrl(target));
    if (const std::optional<SitePicture> picture = shared.picture(target)) {
        const PictureMarkup markup = pictureMarkup(*picture, shared.settings);
        entry.insert(u"cover_width"_s, markup.size.width());
        entry.insert(u"cover_height"_s, markup.size.height());
        entry.insert(u"cover_srcset"_s, markup.srcset);
        entry.insert(u"cover_sizes"_s, markup.sizes);
    }
}

void addTimes(QVariantHash &entry, const Publication::Private &shared, const model::Post &post)
{
    if (post.date) {
        entry.insert(u"date"_s, dateText(shared, *post.date));
        entry.insert(u"date_iso"_s, isoText(*post.date));
    }
    if (post.updated) {
        entry.insert(u"updated"_s, dateText(shared, *post.updated));
        entry.insert(u"updated_iso"_s, isoText(*post.updated));
    }
}

QVariantHash tagOfEntry(QVariantHash tag)
{
    tag.remove(u"count"_s);
    return tag;
}

QVariantList tagsOfEntry(const Publication::Private &shared, const model::Post &post)
{
    QVariantList tags;
    const qsizetype place = shared.placeOf(post);
    if (place >= 0 && shared.posts().at(place).get() == &post) {
        for (const qsizetype tag : shared.tagsAt(place))
            tags.append(shared.tagOfEntry(tag));
        return tags;
    }
    for (const QString &name : post.tags)
        tags.append(tagOfEntry(tagContext(shared, name)));
    return tags;
}

} // namespace

QVariantHash entryContext(const Publication::Private &shared, const model::Post &post)
{
    const model::Settings &settings = shared.settings;
    const int minutes = model::readingMinutes(post, settings);
    const auto typography = typographyFor(shared, post.lang);
    const auto set = [&](const QString &text) { return typography ? text::typeset(text, *typography) : text; };
    const QString summary = set(model::plainSummary(post, settings));
    const QString author = model::authorName(post, settings);
    QVariantHash entry {
        { u"title"_s, set(post.title) },
        { u"url"_s, model::urlPath(shared.addressOf(post), settings) },
        { u"slug"_s, post.slug },
        { u"summary"_s, safeHtml(summaryHtml(shared, post, summary)) },
        { u"summary_text"_s, summary },
        { u"minutes"_s, minutes },
        { u"words"_s, post.facts.words },
        { u"author"_s, author },
        { u"author_url"_s, linkUrl(authorLink(shared, post)) },
        { u"tags"_s, tagsOfEntry(shared, post) },
        { u"lang"_s, post.lang.compare(settings.language, Qt::CaseInsensitive) == 0 ? QString() : post.lang },
        { u"meta"_s, metaLine(shared, post, minutes, author) },
        { u"draft"_s, post.isDraft() },
    };
    addCover(entry, shared, post);
    addTimes(entry, shared, post);
    return entry;
}

QVariantList entryContexts(const Publication::Private &shared, const QList<model::PostPtr> &posts)
{
    QVariantList entries;
    entries.reserve(posts.size());
    for (const model::PostPtr &post : posts)
        entries.append(shared.entry(shared.placeOf(*post)));
    return entries;
}

QVariantHash shownParts(const model::Settings &settings)
{
    const auto has = [&](model::ListPart part) { return settings.show.contains(part); };
    return { { u"title"_s, has(model::ListPart::Title) },   { u"summary"_s, has(model::ListPart::Summary) },
             { u"date"_s, has(model::ListPart::Date) },     { u"reading_time"_s, has(model::ListPart::ReadingTime) },
             { u"author"_s, has(model::ListPart::Author) }, { u"tags"_s, has(model::ListPart::Tags) },
             { u"cover"_s, has(model::ListPart::Cover) } };
}

QVariantHash tagContext(const Publication::Private &shared, const model::Tag &tag)
{
    return { { u"name"_s, tag.name },
             { u"title"_s, tag.info.title.isEmpty() ? tag.name : tag.info.title },
             { u"url"_s, model::urlPath(model::tagAddress(tag), shared.settings) },
             { u"key"_s, tag.key },
             { u"count"_s, tag.posts.size() } };
}

QVariantHash tagContext(const Publication::Private &shared, const QString &name)
{
    if (const model::Tag *tag = shared.published.tag(name))
        return tagContext(shared, *tag);
    // On a draft's page: the tag has no page yet, this is where it will be.
    const QString key = model::tagKey(name);
    return tagContext(shared, model::Tag { key, name, slugOr(key, u"tag"), {}, {} });
}

QString isoText(const Moment &moment)
{
    return moment.hasTime ? moment.at.toOffsetFromUtc(moment.at.offsetFromUtc()).toString(Qt::ISODate)
                          : moment.at.date().toString(Qt::ISODate);
}

QString dateText(const Publication::Private &shared, const Moment &moment)
{
    return shared.locale.toString(moment.at, shared.dateFormat);
}

analysis::LinkTarget authorLink(const Publication::Private &shared, const model::Post &post)
{
    const QString &name = post.author.isEmpty() ? shared.settings.author : post.author;
    const QList<model::Author> &authors = shared.settings.authors;
    const auto found = std::ranges::find_if(authors, [&](const model::Author &author) { return author.key == name || author.name == name; });
    return found == authors.end() || found->url.isEmpty() ? analysis::LinkTarget()
                                                          : shared.links().resolve(found->url, analysis::settingsLinkOrigin());
}

QString siteAuthor(const model::Settings &settings)
{
    return model::authorName(model::Post(), settings);
}

} // namespace quillway::publish
