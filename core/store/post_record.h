// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/readers.h"

namespace quillway::store {

/// What reading a post's or page's file gave, without the bytes of the file: for a cache.
[[nodiscard]] QByteArray toRecord(const model::Parsed<model::Post> &read, const model::Settings &settings);

/// What reading `source` would give. Nothing if `record` is no record of toRecord()'s, whatever else it is; but that it is one of this very source, read with these
/// settings, is for the caller to know.
[[nodiscard]] std::optional<model::Parsed<model::Post>> fromRecord(QByteArrayView record, const SitePath &file, const QByteArray &source,
                                                                   const model::Settings &settings);

} // namespace quillway::store
