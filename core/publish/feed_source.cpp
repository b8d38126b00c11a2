// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/feed_source.h"

#include "core/publish/page_context.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

namespace {

constexpr qsizetype mostInSiteFeed = 20;
constexpr qsizetype mostInPartFeed = 10; ///< of a tag or topic: there may be hundreds of them
constexpr qsizetype mostInPathFeed = 50;

/// The first so many of `posts` that have a date.
QList<qsizetype> dated(const Publication::Private &shared, const QList<model::PostPtr> &posts, qsizetype most)
{
    QList<qsizetype> places;
    for (const model::PostPtr &post : posts) {
        if (places.size() == most)
            break;
        if (post->date)
            places.append(shared.placeOf(*post));
    }
    return places;
}

bool isXmlCharacter(char32_t c)
{
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) || c >= 0x10000;
}

} // namespace

QVariantHash feedLinks(const Publication::Private &shared, const QString &list)
{
    const auto url = [&](model::Feed feed) { return model::urlPath(model::feedAddress(feed, list), shared.settings); };
    return { { u"atom"_s, url(model::Feed::Atom) }, { u"rss"_s, url(model::Feed::Rss) }, { u"json"_s, url(model::Feed::Json) } };
}

FeedSource siteFeed(const Publication::Private &shared)
{
    return { shared.settings.title, shared.settings.tagline, model::indexAddress(), dated(shared, shared.posts(), mostInSiteFeed) };
}

FeedSource tagFeed(const Publication::Private &shared, const model::Tag &tag)
{
    const QString title = tag.info.title.isEmpty() ? tag.name : tag.info.title;
    return { u"%1: %2"_s.arg(shared.settings.title, title), text::plainInline(tag.info.description), model::tagAddress(tag),
             dated(shared, tag.posts, mostInPartFeed) };
}

FeedSource topicFeed(const Publication::Private &shared, qsizetype index)
{
    const model::Topic &topic = *shared.site->topics().at(index);
    return { u"%1: %2"_s.arg(shared.settings.title, topic.title), topic.focus, model::topicAddress(topic),
             dated(shared, shared.profile(index).posts, mostInPartFeed) };
}

FeedSource pathFeed(const Publication::Private &shared, const ReadingWalk &walk)
{
    QList<model::PostPtr> posts;
    for (const ReadingWalk::Stop &stop : walk.stops) {
        if (!posts.contains(stop.post))
            posts.append(stop.post);
    }
    return { u"%1: %2"_s.arg(shared.settings.title, walk.path->title), text::plainInline(walk.path->summary),
             model::pathAddress(*walk.path), dated(shared, posts, mostInPathFeed) };
}

QDateTime lastChange(const model::Post &post)
{
    return (post.updated ? post.updated : post.date).value_or(Moment {}).at;
}

QDateTime lastChange(const Publication::Private &shared, const FeedSource &source)
{
    QDateTime newest = QDateTime::fromSecsSinceEpoch(0, QTimeZone::utc());
    for (const qsizetype place : source.places)
        newest = std::max(newest, lastChange(*shared.posts().at(place)));
    return newest.toUTC();
}

QString stableId(const Publication::Private &shared, const QString &address)
{
    if (const QString url = absoluteIfKnown(shared, address); !url.isEmpty())
        return url;
    static const QUuid space = QUuid::fromString("6f9b7e0c-2b0e-5f0a-9c57-0b6a3a1d8e42"_L1);
    return "urn:uuid:"_L1 + QUuid::createUuidV5(space, address).toString(QUuid::WithoutBraces);
}

QString xmlText(QString text)
{
    QString kept;
    const QList<uint> characters = text.toUcs4();
    if (std::ranges::all_of(characters, isXmlCharacter))
        return text;
    for (const uint c : characters)
        kept += isXmlCharacter(c) ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1) : QString();
    return kept;
}

QByteArray xmlText(QByteArray utf8)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; };
    if (std::ranges::any_of(utf8, isControl))
        utf8.removeIf(isControl);
    for (const QByteArrayView noncharacter : { QByteArrayView("\xef\xbf\xbe"), QByteArrayView("\xef\xbf\xbf") }) {
        if (utf8.contains(noncharacter))
            utf8.replace(noncharacter, "\xef\xbf\xbd");
    }
    return utf8;
}

} // namespace quillway::publish
