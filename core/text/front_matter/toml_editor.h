// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/effort.h"
#include "core/text/front_matter/syntax.h"

#include <QByteArray>

#include <optional>

namespace quillway::text {

/// `text`, a TOML document that has been read, with `key` at its top set to `value` or, if unset, removed. A key of tables (`[key]`, `[[key]]`, `key.part = …`) keeps
/// them; a new one goes before the first header, a new table to the end. New lines end with `lineEnd`. The caller reads the result back.
[[nodiscard]] QByteArray editToml(QByteArrayView text, QByteArrayView lineEnd, const QString &key, const std::optional<Value> &value,
                                  Effort effort);

} // namespace quillway::text
