// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

#include <QVariantHash>

namespace quillway::publish {

/// `entry` of the templates: one post in a list (resources/theme/README.md).
[[nodiscard]] QVariantHash entryContext(const Publication::Private &shared, const model::Post &post);

/// The entries of published posts, in the order given.
[[nodiscard]] QVariantList entryContexts(const Publication::Private &shared, const QList<model::PostPtr> &posts);

/// `show`: which parts of an entry a list is to show.
[[nodiscard]] QVariantHash shownParts(const model::Settings &settings);

/// `{name, url, key, count}` of a tag.
[[nodiscard]] QVariantHash tagContext(const Publication::Private &shared, const model::Tag &tag);

/// `go` or `C++` as a template shows it: a published tag in its usual spelling with the address of its page, any other as written.
[[nodiscard]] QVariantHash tagContext(const Publication::Private &shared, const QString &name);

/// A moment as `datetime` of `<time>`: the date alone if it has no time.
[[nodiscard]] QString isoText(const Moment &moment);

/// A date in the site's format and language, as the moment's own zone shows it.
[[nodiscard]] QString dateText(const Publication::Private &shared, const Moment &moment);

/// Where the post's author is to be found, as `[authors]` says; empty if it does not.
[[nodiscard]] analysis::LinkTarget authorLink(const Publication::Private &shared, const model::Post &post);

/// The name of the site's author (a key of [authors] resolved).
[[nodiscard]] QString siteAuthor(const model::Settings &settings);

} // namespace quillway::publish
