// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"

#include <QHash>

namespace quillway::analysis {

/// Looks for what a broken link may have meant. The site and the index must outlive it; belongs to one thread at a time.
class NearTarget
{
public:
    NearTarget(const model::Site &site, const LinkIndex &links);

    /// `destination (did you mean /posts/x/?)`, or the destination alone if nothing is near. `looked`: what the index gave for it. A destination that ends
    /// like a file is compared with the site's files, any other with its addresses, by their last parts. Searches only so many times: on a
    /// site where everything is broken a guess helps nobody.
    [[nodiscard]] QString describe(const QString &destination, const LinkTarget &looked);

private:
    /// Names as they are compared, and what each stands for.
    struct Candidates {
        QStringList names;
        QHash<QString, QString> places;
    };
    static void insert(Candidates &candidates, const QString &name, const QString &place);
    [[nodiscard]] const Candidates &files();
    [[nodiscard]] const Candidates &addresses();

    const model::Site &m_site;
    const LinkIndex &m_links;
    Candidates m_files;
    Candidates m_addresses;
    int m_searchesLeft = 50;
};

} // namespace quillway::analysis
