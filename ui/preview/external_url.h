// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <optional>

namespace quillway::ui {

/// The one way out: `link` (absolute, from a text that is not trusted) as it may be handed to the desktop, nothing if it may not. Let through are http and https
/// with a host and without user or password in front of it, and mailto with at most the fields `subject`, `body`, `cc` (some mail programs attach
/// files that a link names, RFC 6068 section 7).
[[nodiscard]] std::optional<QUrl> externalUrlFor(const QUrl &link);

} // namespace quillway::ui
