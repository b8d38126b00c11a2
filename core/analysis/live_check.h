// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/external_links.h"
#include "core/analysis/links.h"
#include "core/base/diagnostic.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace quillway::analysis {

/// checkSite() for a site that is being edited: keeps what it found in each text, and looks again only where something can be different. An edit of a post's text costs
/// that post, those that link to its headings if it has others now, and a comparison of pointers for the rest; anything else costs a whole check. Gives what
/// checkSite() gives. Belongs to one thread at a time; keeps the last site alive.
class LiveCheck
{
public:
    [[nodiscard]] Diagnostics check(const model::SitePtr &site, const model::Selection &selection);

    /// The links to other sites that stand in the site of the last check(), in no order.
    [[nodiscard]] QList<ExternalLink> externalLinks() const;

    /// Posts and pages whose links the last check() looked at: the measure of its work.
    [[nodiscard]] qsizetype lookedAt() const { return m_lookedAt; }

private:
    struct Checked {
        model::PostPtr post;
        Diagnostics problems;
        QSet<SitePath> askedAnchors;
        QList<OutwardLink> outward;
    };

    [[nodiscard]] bool isOnlyText(const model::Site &site, const model::Selection &selection) const;
    void checkAll(const model::Site &site, const model::Selection &selection);
    void checkChanged(const model::Site &site);

    model::SitePtr m_site;
    model::Selection m_selection;
    QDateTime m_nextDate; ///< when the next post is out; invalid if there is none
    std::optional<PublishedPosts> m_published;
    std::optional<LinkIndex> m_links;
    QHash<SitePath, Checked> m_posts; ///< and pages
    Diagnostics m_others; ///< links of topics, paths, settings and tags
    QSet<SitePath> m_othersAsked;
    QList<OutwardLink> m_othersOutward;
    Diagnostics m_rest; ///< what does not depend on posts' texts
    qsizetype m_lookedAt = 0;
};

} // namespace quillway::analysis
