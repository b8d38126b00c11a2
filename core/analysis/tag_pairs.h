// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/published_posts.h"

#include <QHash>

namespace quillway::analysis {

/// How often two tags stand on one post. Tags are indexes into PublishedPosts::tags(). A value; any number of threads may read it.
class TagPairs
{
public:
    explicit TagPairs(const PublishedPosts &published);

    /// Posts that have both; `a` and `b` in any order.
    [[nodiscard]] int together(qsizetype a, qsizetype b) const { return m_counts.value(keyOf(a, b)); }

    struct Pair {
        qsizetype a = 0; ///< < b
        qsizetype b = 0;
        int together = 0;
    };
    /// Every pair that stands together somewhere, ascending by a, then b.
    [[nodiscard]] QList<Pair> all() const;

private:
    static quint64 keyOf(qsizetype a, qsizetype b) { return quint64(std::min(a, b)) << 32U | quint64(std::max(a, b)); }

    QHash<quint64, int> m_counts;
};

} // namespace quillway::analysis
