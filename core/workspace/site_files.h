// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "core/store/update_site.h"

#include <optional>

namespace quillway::workspace {

/// The bytes of a file as the snapshot has them; nothing if it has no such file.
[[nodiscard]] std::optional<QByteArray> sourceIn(const model::Site &site, const SitePath &file);

/// All files of the snapshot, in no order.
[[nodiscard]] QList<SitePath> filesOf(const model::Site &site);

/// What moves or goes when a file does: the bundle's folder if it is a bundle, else the file alone.
[[nodiscard]] SitePath unitOf(const model::Site &site, const SitePath &file);

/// The edits that take the files of `unit` out of the site.
[[nodiscard]] QList<store::FileEdit> removalOf(const model::Site &site, const SitePath &unit);

} // namespace quillway::workspace
