// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/site.h"

#include <QByteArray>

namespace quillway::changes {

// tags.toml, edited in place. Errors: those of text::parseToml and text::editTomlDocument.

/// What it says of the tags with `keys` is said of the tag `name` from now on; where that has something of its own, it holds. `aliases` (as they are written)
/// are added, those that lead to `name` itself left out.
[[nodiscard]] Result<QByteArray> withTagsJoined(const QByteArray &document, const QStringList &keys, const QString &name,
                                                const QStringList &aliases);

/// It says nothing of the tag any more.
[[nodiscard]] Result<QByteArray> withoutTag(const QByteArray &document, const QString &key);

/// How the address that `tag` has is written as an alias of another: its name where that says it all, else the address.
[[nodiscard]] QString aliasOf(const model::Tag &tag);

} // namespace quillway::changes
