// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"

namespace quillway::ui {

/// True if everything that a page of `shown` takes from the site around it (settings, lists, neighbours, paths, topics, links) is the same in both: then only
/// the body of `shown` may differ between them, as it does with every key typed. May say false of equal ones. Takes one comparison of addresses per
/// post.
[[nodiscard]] bool haveSameSurroundings(const model::Site &a, const model::Site &b, const SitePath &shown);

} // namespace quillway::ui
