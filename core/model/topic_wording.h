// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

namespace quillway::model {

/// The wording that holds for the site's topics: the site's own, key by key, and the program's where the site has none. Every member is set; `stages`
/// has three names.
[[nodiscard]] TopicWording effectiveWording(const Settings &settings);

} // namespace quillway::model
