// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/import/import_report.h"
#include "core/import/site_plan.h"

#include <stop_token>

namespace quillway::importing {

struct ImportOptions {
    std::optional<Tool> tool {}; ///< unset: recognised
    TermUses uses {};
    bool dryRun = false; ///< everything but writing
    ImportProgress progress {}; ///< files done, and how many there are; from worker threads, one call at a time
    std::stop_token stop {};
    int threads = 0; ///< 0: one a core
};

/// Makes a new site in `site` of the blog in `source` (both absolute; a folder, or the file that a tool exports). The source is only read. The report, in which every file of
/// the source is, is written as `.quillway/import-report.json` and `.html` in the site. Afterwards the site is loaded and checked; what is found is in the report.
///
/// Errors: NotFound (no source, or nothing in it that any tool has), AlreadyExists (`site` holds something), BadUsage (`site` is within the source, or the source within it), Cancelled, and those of the disk. After an error the site's folder is as it was; whenever the program ends, the whole site is there or none of it.
[[nodiscard]] Result<ImportReport> importSite(FileSystem &files, const QString &source, const QString &site,
                                              const ImportOptions &options = {});

} // namespace quillway::importing
