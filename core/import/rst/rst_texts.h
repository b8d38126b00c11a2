// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/site_plan.h"

namespace quillway::importing {

/// The texts of a source that another program has read for it, by path.
struct RstTexts {
    QHash<QString, QString> places; ///< where each is as Markdown, absolute
    QHash<QString, Notes> notes;
    QHash<QString, QString> failures; ///< why one could not be read
};

/// Reads `paths` of `source` by `reader` (installedRstReader()), several at a time, and writes them into `folder` (absolute, there already), which is the caller's to remove.
/// `progress` as for an import. Errors: of the disk, Cancelled.
[[nodiscard]] Result<RstTexts> readRstTexts(FileSystem &files, const Source &source, const QStringList &paths, const QString &reader,
                                            const QString &folder, int threads, const ImportProgress &progress, const std::stop_token &stop);

} // namespace quillway::importing
