// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/addresses.h"
#include "core/publish/publication_data.h"

namespace quillway::publish {

/// One file of the exported site: where it goes and what it is made of.
struct Output {
    enum class Kind {
        Index,
        Archive,
        Tags,
        Topics,
        Paths,
        NotFound,
        Search,
        SearchIndex,
        SearchWords,
        SearchPiece, ///< key: index into SiteSearch::pieces
        SearchPosts, ///< key: which file of results
        Sitemap,
        Robots,
        StyleSheet,
        SiteFeed,
        Post, ///< key: index into posts(), as for the other kinds into what they name
        Page,
        Topic,
        TopicFeed,
        Path,
        PathFeed,
        Tag,
        TagFeed,
        ThemeFile,
        Asset,
        PictureVersion, ///< number: its width; key: into the site's assets
        Redirect,
    };
    Kind kind = Kind::Index;
    QString address;
    SitePath file = SitePath::literal(u"index.html"); ///< in the output folder
    qsizetype key = 0;
    int number = 1; ///< of a list's page; pixels
    model::Feed feed = model::Feed::Atom;
    QString target; ///< of a Redirect: an address
    QString source; ///< the site's file that it comes from; empty for pages that have none of their own
};

/// All files of an export, in an order that depends on the site alone: no two with one path, none where another needs a folder.
struct Plan {
    QList<Output> outputs;
    /// Outputs left out since another, earlier in order, has their place (DuplicateAddress, naming both); and, as warnings, those that only case keeps
    /// apart, which some disks do not.
    Diagnostics diagnostics;
};

[[nodiscard]] Plan makePlan(const Publication::Private &shared);

} // namespace quillway::publish
