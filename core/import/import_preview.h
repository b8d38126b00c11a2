// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/import_site.h"

#include <QMap>

namespace quillway::importing {

/// A text of the source beside what becomes of it.
struct PreviewedText {
    QString source; ///< path
    QString target; ///< in the new site
    QString title;
    QString before;
    QString after;
};

/// What an import would do, before anybody says where to.
struct ImportPreview {
    Tool tool = Tool::Plain;
    QString title {}; ///< of the blog
    QString permalink {};
    QString proposedSite {}; ///< a folder beside the source that is not there yet
    QMap<Outcome, qsizetype> counts {}; ///< of entries of the source
    QList<Term> terms {};
    QList<PreviewedText> texts {}; ///< published posts, the newest first
};

/// Reads all heads and turns the newest posts; writes nothing. Errors: those of importSite() that have to do with the source.
[[nodiscard]] Result<ImportPreview> previewImport(FileSystem &files, const QString &source, const ImportOptions &options,
                                                  qsizetype mostTexts = 20);

} // namespace quillway::importing
