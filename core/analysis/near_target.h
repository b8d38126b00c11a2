// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"

#include <QList>

#include <optional>

namespace quillway::analysis {

/// Looks for what a broken link may have meant. The site and the index must outlive it; belongs to one thread at a time.
class NearTarget
{
public:
    NearTarget(const model::Site &site, const LinkIndex &links);

    /// `destination (did you mean /posts/x/?)`, or the destination alone if nothing is near. `looked`: what the index gave for it. A destination that ends
    /// like a file is compared with the site's files by their names (one with the same extension first), any other with its addresses by their
    /// last parts. Searches only so many times: on a site where everything is broken a guess helps nobody.
    [[nodiscard]] QString describe(const QString &destination, const LinkTarget &looked);

private:
    /// A place of the site, by what it is compared by.
    struct Candidate {
        QString name;
        QString extension; ///< lower case; empty for addresses
        QString place;
    };
    void gather();
    [[nodiscard]] std::optional<QString> nearest(const QString &name, const QString &extension) const;

    const model::Site &m_site;
    const LinkIndex &m_links;
    QList<Candidate> m_candidates;
    int m_searchesLeft = 50;
};

} // namespace quillway::analysis
