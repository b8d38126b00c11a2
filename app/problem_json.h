// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QJsonArray>
#include <QJsonObject>

namespace quillway::app {

/// `{"file", "line", "column", "severity", "code", "message"}`; line and column are null where there is no such place. `code` is a stable
/// name (`broken-link`) to be matched by scripts.
[[nodiscard]] QJsonObject toJson(const Diagnostic &diagnostic);
[[nodiscard]] QJsonArray toJson(const Diagnostics &diagnostics);

/// One indented document with a final newline.
[[nodiscard]] QByteArray jsonDocument(const QJsonObject &object);

} // namespace quillway::app
