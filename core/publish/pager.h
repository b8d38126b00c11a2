// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <QVariantHash>

namespace quillway::publish {

/// How a list of `entries` is cut into pages.
struct Paging {
    qsizetype entries = 0;
    qsizetype perPage = 0; ///< 0: all on one

    [[nodiscard]] int count() const; ///< at least 1
    [[nodiscard]] qsizetype begin(int number) const; ///< the first entry of page `number` (from 1)
    [[nodiscard]] qsizetype size(int number) const;
};

/// `pager` of the templates for page `number` of the list at `list`; empty on a single page. Long runs of pages are cut by gaps: the first, the last and
/// the nearest are named.
[[nodiscard]] QVariantHash pagerContext(const QString &list, int number, int count, const model::Settings &settings);

} // namespace quillway::publish
