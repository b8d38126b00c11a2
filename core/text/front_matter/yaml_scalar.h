// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/value.h"

namespace quillway::text {

/// What a plain (unquoted) YAML scalar means: the core schema of YAML 1.2.2, section 10.3.2, and the timestamps of YAML 1.1, of which the
/// parts may have one digit and the seconds may be missing. `yes`, `no`, `on`, `off` are strings.
[[nodiscard]] Value::Kind plainScalarKind(QStringView text);

/// True if some reader in use (YAML 1.1's too: `yes`, `0b1`, `1_000`, `1:30`, `=`, `<<`) would take the plain scalar for something other than a string.
[[nodiscard]] bool looksLikeNoString(QStringView text);

/// The Boolean that a text of that kind stands for.
[[nodiscard]] bool isTrue(QStringView text);

} // namespace quillway::text
