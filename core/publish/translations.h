// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

namespace quillway::publish {

/// A post or page in one of the languages that it is there in.
struct Translation {
    QString language; ///< BCP 47
    QString address;
    QString title; ///< plain, typeset
};

/// The languages that `post` can be read in: itself first, then those that are published, in the site's order, one of each language. They belong together who translate
/// (`translation_of`) one post, themselves or by way of another translation, and that post. Empty if there is nobody else. `post` may be newer than the site's.
[[nodiscard]] QList<Translation> translationsOf(const Publication::Private &shared, const model::Post &post);

/// The posts and pages that have or are translations, by the one that stands at the beginning.
[[nodiscard]] QHash<SitePath, QList<model::PostPtr>> translationGroups(const Publication::Private &shared);

} // namespace quillway::publish
