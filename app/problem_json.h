// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/changes/fixes.h"

#include <QJsonArray>
#include <QJsonObject>

namespace quillway::app {

/// `{"file", "line", "column", "severity", "code", "message"}`; line and column are null where there is no such place. `code` is a stable
/// name (`broken-link`) to be matched by scripts.
[[nodiscard]] QJsonObject toJson(const Diagnostic &diagnostic);
[[nodiscard]] QJsonArray toJson(const Diagnostics &diagnostics);

/// `{"kind", "text", "edits"}`: what `text` is depends on the kind (`use-destination`, `create-post` …); each edit is `{"file", "line", "before", "after"}`: the
/// lines from `line` on that are different, line ends included. A new file has `line` and `before` null.
[[nodiscard]] QJsonObject toJson(const changes::Fix &fix);

/// One indented document with a final newline.
[[nodiscard]] QByteArray jsonDocument(const QJsonObject &object);

} // namespace quillway::app
