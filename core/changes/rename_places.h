// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

#include <optional>

// What can be renamed at a place of a text: pure functions of a site. Lines and columns (code points) of the whole file, from 1.
namespace quillway::changes {

/// A heading as renameHeading() takes it.
struct NamedHeading {
    QString anchor;
    QString text; ///< inline Markdown as it is written, without `#` and `{#id}`

    friend bool operator==(const NamedHeading &, const NamedHeading &) = default;
};

/// The heading of the section that the line is in. Null: the file is no post or page, or the line is above its first heading.
[[nodiscard]] std::optional<NamedHeading> headingAt(const model::Site &site, const SitePath &file, int line);

/// The picture or other copied file that the line shows or links to: the last that begins at or before the column, else the line's first. Null: there is none.
[[nodiscard]] std::optional<SitePath> assetAt(const model::Site &site, const model::Selection &selection, const SitePath &file, int line,
                                              int column);

} // namespace quillway::changes
