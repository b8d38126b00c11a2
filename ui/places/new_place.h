// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace quillway::ui {

/// A file to begin with.
struct NewPlace {
    SitePath file;
    QByteArray text;
};

enum class PlaceKind { Topic, ReadingPath };

/// A topic (with these tags) or reading path of that title, under a name made of it that `isTaken` does not know (`-2`, `-3`, … otherwise).
[[nodiscard]] NewPlace newPlace(PlaceKind kind, const QString &title, const QStringList &tags,
                                const std::function<bool(const SitePath &)> &isTaken);

} // namespace quillway::ui
