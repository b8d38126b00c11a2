// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tag_statistics.h"
#include "core/publish/publication_data.h"

#include <QVariantHash>

// The charts of a topic's page as numbers for its template (resources/theme/README.md): places and sizes in per cent of the picture, so that it may be drawn at any
// size with its letters as large as the page's.
namespace quillway::publish {

/// `{bars, text}` of the posts by year; empty for fewer than two years, and for so many that no bar could be seen.
[[nodiscard]] QVariantHash yearChart(const QList<analysis::YearCount> &years);

/// `{first, last, rows}` of how the tags beside the topic's own come and go; empty for fewer than three years or without such tags.
[[nodiscard]] QVariantHash tagChart(const Publication::Private &shared, const analysis::TagDrift &drift);

} // namespace quillway::publish
