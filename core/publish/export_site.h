// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/file_system.h"
#include "core/model/site.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <stop_token>

namespace quillway::publish {

struct ExportOptions {
    QString output {}; ///< absolute folder; empty: `public` in the site's folder
    QUrl baseUrl {}; ///< in place of the settings' if not empty
    model::Selection selection {};
    int threads = 0; ///< 0: one a core
    bool useCache = true; ///< false: as if nothing had been exported before; the same files result
};

/// What an export did. It stands even if it failed half-way: files are replaced one by one, each whole.
struct ExportReport {
    int pages = 0; ///< planned outputs, assets included
    int written = 0; ///< files that were new or differed
    int unchanged = 0;
    int removed = 0; ///< files of an earlier export that no page has any more
    qint64 bytes = 0; ///< of written files
    bool cancelled = false;
    /// The site knew only the heads of some posts, and a text that was needed is not on disk any more as it was: the site is to be loaded and exported again.
    bool isOutdated = false;
    QString output; ///< the folder it went to
    std::optional<Error> failure; ///< the disk or a template refused: what came before it was written
    /// What the export had in memory. With ten thousand posts, taking it apart takes a while that nobody need wait for: let it go where there is time, while the site
    /// is still there.
    std::shared_ptr<const void> remains;
    Diagnostics diagnostics; ///< problems found in the content while exporting (those of loading not repeated)
};

/// Called from worker threads, in any order of pages; must be quick.
using ExportProgress = std::function<void(int done, int total)>;

/// Writes the static site of `site` (site-format.md, "The exported site"). Same site, options and build date give the same bytes whatever the number of
/// threads. Files in the output that no export wrote are left alone; a cancelled or failed export leaves a folder that the next one mends.
[[nodiscard]] ExportReport exportSite(FileSystem &files, const model::Site &site, const ExportOptions &options,
                                      const ExportProgress &progress = {}, std::stop_token stop = {});

} // namespace quillway::publish
