// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/site_change.h"
#include "core/model/site.h"

namespace quillway::changes {

/// What putting a tag in order would do to the files of a site, and what it cannot do.
struct TagChange {
    SiteChange change; ///< empty if there is nothing to do
    Diagnostics problems; ///< files that seem to have the tag and cannot be edited, with their place and why
    bool isMerge = false; ///< the new name was another tag's already
    qsizetype posts = 0; ///< posts and pages that are edited
    qsizetype topics = 0;
};

// Pure functions of a Site; any thread. They edit the front matter of posts, pages and topics in place (YAML, TOML, JSON; `tags`, or `keywords` where that is what
// the file has): comments, order, quoting, other tags and other keys keep their bytes. Tags are compared by tagKey(). A topic without `tags` has those that it
// gets written into it, since its default is its own name. Drafts and texts to come count like any other.
//
// Errors: BadValue for a new name that is empty or has control characters; UnknownTag (detail: the name, with a near one) if no file has the tag.

/// Everything tagged `from` is tagged `to`, in exactly that spelling; also where they differ in case only. What tags.toml says of it moves along, and the old
/// name becomes an alias there, so that the old address leads to the new one.
[[nodiscard]] Result<TagChange> renameTag(const model::Site &site, const QString &from, const QString &to);

/// Everything tagged with one of `from` is tagged `into` instead, once; the same for tags.toml, where what `into` has holds. `into` need not be there yet.
[[nodiscard]] Result<TagChange> mergeTags(const model::Site &site, const QStringList &from, const QString &into);

/// Nothing is tagged so any more, and tags.toml does not know it.
[[nodiscard]] Result<TagChange> removeTag(const model::Site &site, const QString &tag);

/// `posts` (files) are tagged so, too. UnknownPost for a file that is no post or page.
[[nodiscard]] Result<TagChange> addTag(const model::Site &site, const QString &tag, const QList<SitePath> &posts);

/// `posts` are not tagged so any more.
[[nodiscard]] Result<TagChange> removeTagFrom(const model::Site &site, const QString &tag, const QList<SitePath> &posts);

/// Those of `posts` that are tagged `tag` are tagged `part` instead.
[[nodiscard]] Result<TagChange> splitTag(const model::Site &site, const QString &tag, const QString &part, const QList<SitePath> &posts);

} // namespace quillway::changes
