// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

#include <QVariantHash>

namespace quillway::publish {

/// `{atom, rss, json}`: where the feeds of the list that begins at `list` stand.
[[nodiscard]] QVariantHash feedLinks(const Publication::Private &shared, const QString &list);

} // namespace quillway::publish
