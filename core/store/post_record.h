// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/readers.h"

namespace quillway::store {

/// How much of each post somebody wants to know.
enum class Texts : quint8 {
    All,
    WhenNeeded, ///< of posts that have not changed, no more than model::isHead() says: readWhole() gives the rest
};

/// What reading a post's or page's file gave, without the bytes of the file: for a cache.
[[nodiscard]] QByteArray toRecord(const model::Parsed<model::Post> &read, const model::Settings &settings, Texts texts);

/// What reading `source` would give (of a record made for Texts::WhenNeeded, the head of it). Nothing if `record` is no record of toRecord()'s, whatever else it is;
/// but that it is one of this very source, read with these settings, is for the caller to know.
[[nodiscard]] std::optional<model::Parsed<model::Post>> fromRecord(QByteArrayView record, const SitePath &file, const QByteArray &source,
                                                                   const model::Settings &settings);

} // namespace quillway::store
