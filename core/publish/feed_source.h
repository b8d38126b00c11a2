// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/addresses.h"
#include "core/publish/publication_data.h"

#include <QVariantHash>

namespace quillway::publish {

/// `{atom, rss, json}` of the templates: where the feeds of the list that begins at `list` stand.
[[nodiscard]] QVariantHash feedLinks(const Publication::Private &shared, const QString &list);

/// What a feed is about, whatever its format.
struct FeedSource {
    QString title;
    QString description; ///< plain text
    QString list; ///< address of the page whose posts it brings: `/`, `/tags/go/`
    QList<qsizetype> places; ///< its newest posts (of a path: its first), as indexes into posts(); only such with a date
};

[[nodiscard]] FeedSource siteFeed(const Publication::Private &shared);
[[nodiscard]] FeedSource tagFeed(const Publication::Private &shared, const model::Tag &tag);
[[nodiscard]] FeedSource topicFeed(const Publication::Private &shared, qsizetype topic);
/// The posts of the path in its order, each once.
[[nodiscard]] FeedSource pathFeed(const Publication::Private &shared, const ReadingWalk &walk);

/// When the post last changed.
[[nodiscard]] QDateTime lastChange(const model::Post &post);

/// When the newest change among the source's posts was; the epoch without posts. Never the time of the build, so that equal sites give equal feeds.
[[nodiscard]] QDateTime lastChange(const Publication::Private &shared, const FeedSource &source);

/// The name of what stands at `address` that does not change while the address stays: its absolute URL; without a base_url, a UUID made from it.
[[nodiscard]] QString stableId(const Publication::Private &shared, const QString &address);

/// `text` without the characters that XML 1.0 cannot hold, not even escaped.
[[nodiscard]] QString xmlText(QString text);
[[nodiscard]] QByteArray xmlText(QByteArray utf8);

} // namespace quillway::publish
