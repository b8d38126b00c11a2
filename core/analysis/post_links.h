// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"

#include <QHash>
#include <QList>

#include <memory>
#include <stop_token>

namespace quillway::analysis {

/// Which posts and pages the texts of a snapshot's posts link to. A value; any number of threads may read it.
class PostLinks
{
public:
    /// `older`, if given, lends what both have: where everything still stands at the same addresses, only changed texts are looked at again.
    /// Stopped: whatever was found so far; such a value must not be used, nor lend.
    PostLinks(const model::SitePtr &site, const PublishedPosts &published, const PostLinks *older = nullptr,
              const std::stop_token &stop = {});

    /// The files of the posts and pages that `post`, one of the snapshot's posts, links to: each once, in the order of the text, not itself.
    [[nodiscard]] QList<SitePath> from(const model::Post &post) const;
    [[nodiscard]] bool leads(const model::Post &from, const model::Post &to) const { return this->from(from).contains(to.file); }

    /// The index of everything a link can lead to. Made of this snapshot, or of an older one whose addresses are the same: `post` of its targets may be an older
    /// version of that post.
    [[nodiscard]] const LinkIndex &index() const { return *m_index; }

private:
    struct Entry {
        model::PostPtr post;
        QList<SitePath> to;
    };
    [[nodiscard]] bool hasTheAddressesOf(const PostLinks &other) const;

    model::SitePtr m_site;
    PublishedPosts m_published;
    std::shared_ptr<const LinkIndex> m_index;
    QHash<SitePath, Entry> m_byFile;
};

} // namespace quillway::analysis
