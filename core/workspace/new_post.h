// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QByteArray>
#include <QDate>

#include <functional>

namespace quillway::workspace {

struct NewPost {
    SitePath file;
    QByteArray text; ///< YAML front matter with title, date and `draft: true`, and an empty body
};

/// A draft of that title under `posts/YYYY-MM-DD-slug.md`, with `-2`, `-3`, … where `isTaken` says that a file has the name.
[[nodiscard]] NewPost newPost(const QString &title, const QDate &date, const std::function<bool(const SitePath &)> &isTaken);

} // namespace quillway::workspace
