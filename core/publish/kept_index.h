// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/site_path.h"

#include <QList>

namespace quillway::publish {

/// The index of the site's words as an export left it in `.quillway/`, so that the next one reads only what has changed. It costs nothing but time to lose.
struct KeptIndex {
    struct Document {
        QString file;
        QByteArray source; ///< contentHash() of it
    };
    QList<Document> documents; ///< by number
    QByteArray lines; ///< IndexedWords::lines
};

/// An empty one if there is none, if it is damaged, or of another build of the program.
[[nodiscard]] KeptIndex loadKeptIndex(const FileSystem &files, const QString &siteFolder);

/// Replaces it in one step.
[[nodiscard]] Result<void> saveKeptIndex(FileSystem &files, const QString &siteFolder, const KeptIndex &index);

} // namespace quillway::publish
