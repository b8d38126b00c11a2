// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/site_change.h"
#include "core/model/site.h"

#include <QHash>

namespace quillway::changes {

/// What is to be different in a site, but for the links that have to follow.
struct Rearrangement {
    QList<Move> moves;
    QHash<SitePath, QByteArray> texts {}; ///< new texts of posts, pages, topics and paths, by the names they have before the moves
    /// Anchors that get other names, by the post or page they are on (as it is named before).
    QHash<SitePath, QHash<QString, QString>> anchors {};
};

/// A change with all that follows from it.
struct Relinked {
    SiteChange change;
    qsizetype links = 0; ///< destinations, steps and slugs that were written anew
    Diagnostics left; ///< links that lead elsewhere or nowhere then, because their place cannot hold what they should say; as a rule none
};

/// The rearrangement with every link of the site led to where it led before: in texts and heads of posts, pages, topics and paths, in quillway.toml and
/// tags.toml; steps of paths and a topic's `include` and `exclude`, too. Each is written as its author wrote it (a file seen from the text, an address, a whole
/// URL; escapes, fragment and query stay), and only if it would lead elsewhere otherwise. Links of a text that moves are seen from its new place.
///
/// Posts, pages, topics and paths that get another address keep the old one among their `aliases`, so that it leads on; a draft does not, whose address nobody
/// knows. Files that are copied can have no such thing: nothing leads from their old address. What the theme's own files link to is not known here.
///
/// Errors: AlreadyExists (a file that moves would meet another one), DuplicateAddress and DuplicateSlug (the site would have two, `detail` names it), those of the
/// readers for the new texts, Internal.
[[nodiscard]] Result<Relinked> relinked(const model::Site &site, const model::Selection &selection, const Rearrangement &rearrangement);

} // namespace quillway::changes
