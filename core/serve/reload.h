// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/serve/file_answer.h"

namespace quillway::serve {

// Pages that are looked at while they are written load themselves again when the site has changed. What is needed for that stands under `/.quillway/`, where no page of a site
// can be, and is put into pages as they are served; nothing of it is ever exported.

/// The stream of events: each is the name of the newest state of the site.
inline constexpr QByteArrayView reloadEventsPath = "/.quillway/events";

/// The element that a page of the state `version` gets.
[[nodiscard]] QByteArray reloadElement(const QByteArray &version);

/// The answer to a request for the script; nothing for another path.
[[nodiscard]] std::optional<HttpAnswer> reloadAnswer(const HttpRequest &request);

} // namespace quillway::serve
