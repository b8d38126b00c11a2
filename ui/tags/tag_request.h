// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/tag_changes.h"

#include <QStringList>

namespace quillway::ui {

/// What the user wants done to tags; shown before as the changes that it makes.
struct TagRequest {
    enum class Kind { Rename, Merge, Remove, Split, RemoveFrom, Add };
    Kind kind = Kind::Rename;
    QStringList tags; ///< as shown; one but for Merge
    QString name; ///< new name, of Rename, Merge, Split
    QList<SitePath> posts; ///< of Split, RemoveFrom, Add

    friend bool operator==(const TagRequest &, const TagRequest &) = default;
};

/// `Rename the tag “go” to “golang”`.
[[nodiscard]] QString describe(const TagRequest &request);

/// What the request does to the site. Any thread. Errors: those of changes/tag_changes.h.
[[nodiscard]] Result<changes::TagChange> changeOf(const model::Site &site, const TagRequest &request);

} // namespace quillway::ui
