// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter/effort.h"
#include "core/text/front_matter/syntax.h"

#include <QByteArray>

namespace quillway::text {

/// `text`, a YAML head that was read as `root` (with spans), once its root holds `members`. Lists and maps keep their style and indentation, children that stay keep
/// their bytes and comments, scalars their quotes. New lines end with `lineEnd`, new keys of an empty head stand in `column`. The caller reads the result back.
[[nodiscard]] QByteArray editYaml(QByteArrayView text, QByteArrayView lineEnd, const Syntax &root, const QList<Value::Member> &members,
                                  qsizetype column, Effort effort);

} // namespace quillway::text
