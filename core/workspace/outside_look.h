// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/model/site.h"
#include "core/store/update_site.h"
#include "core/store/watch_site.h"

#include <QSet>

#include <chrono>
#include <optional>

namespace quillway::workspace {

/// A text file of the site as the disk has it now. Whether it is another one than before is not said.
struct OutsideText {
    SitePath file;
    Result<QByteArray> theirs; ///< as store::readForChange() gives it
    QByteArray hash; ///< contentHash(), to know a moved file by: of `theirs` where the site has no such file, of what the site has where nothing is there; else empty
};

/// What was found where the disk may have changed.
struct OutsideLook {
    QList<OutsideText> texts; ///< by file
    QList<store::FileEdit> assets; ///< came, went, or have another size
    bool theme = false; ///< some file of the theme
    bool siteIsAway = false; ///< the folder of the whole site is not there: nothing can be said of what is in it
};

/// Where to look.
struct OutsideQuestion {
    store::SiteChanges changes;
    /// Of `everything`: files that the site knows, of the same size, and last written before that (time since the epoch) are taken for unchanged.
    std::optional<std::chrono::nanoseconds> since {};
};

/// Reads what `changes` names. `site`: the newest snapshot. Reads the disk: on a worker.
[[nodiscard]] OutsideLook lookOutside(const FileSystem &files, const model::Site &site, const OutsideQuestion &question);

} // namespace quillway::workspace
