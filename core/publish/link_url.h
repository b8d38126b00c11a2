// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"

namespace quillway::publish {

/// Where `target` leads, for an href or src that a template writes from a plain text (a cover, an author's or reference's address): empty if it would act
/// instead of leading anywhere (`javascript:`, `data:` and the like, however disguised).
[[nodiscard]] QString linkUrl(const analysis::LinkTarget &target);

/// `address` if it is an absolute http or https URL, else empty: what a canonical address has to be.
[[nodiscard]] QString webUrl(const QString &address);

} // namespace quillway::publish
