// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/site.h"
#include "core/store/recovery_session.h"

namespace quillway::workspace {

/// A text from the journal of a program that ended without saving it.
struct RecoveredText {
    SitePath file;
    QByteArray text;
    bool isWhole = true; ///< false: a part of the journal was lost, the text may be an older one
    std::optional<QByteArray> onDisk {}; ///< what the file has now; unset: no such file
    store::LeftJournal journal;
};

/// What is to be done with all that was left at a site.
struct LeftTexts {
    QList<RecoveredText> unsaved; ///< typed on what is on disk: to be gone on with
    QList<RecoveredText> conflicts; ///< the file is another one now, or a newer journal has another text for it: the user decides
    QList<QString> unreadable; ///< absolute paths in `.quillway/recovery/kept/`: journals that no text could be made of
};

/// Reads what programs that run no more left at the site, as it was loaded into `site`. Journals of texts that are on disk are removed;
/// those that tell nothing are put aside; those of files that are no text of a site are left alone. On a worker.
[[nodiscard]] LeftTexts findLeftTexts(FileSystem &files, const QString &siteFolder, const model::Site &site);

} // namespace quillway::workspace
