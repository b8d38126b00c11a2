// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_system.h"
#include "core/base/site_path.h"
#include "core/text/merge.h"

#include <optional>

namespace quillway::store {

/// What is to be done when another program may have changed a file.
enum class OutsideAction {
    Nothing, ///< the disk has what the program knows: touched, another mode, written by ourselves, changed back
    AlreadySaved, ///< the disk has our unsaved text: it is unsaved no more
    TakeOver, ///< no text of ours is at stake: the file's text is `text` from now on
    Merged, ///< both changed it and the changes do not touch: our unsaved text is `text` from now on
    Conflict, ///< both changed the same lines: both stay, to be shown side by side with `merge`; ours is not to be saved over theirs unasked
    Gone, ///< the file is not there any more, and we have nothing but what was saved
    GoneButOurs, ///< the file is not there any more, and we have unsaved text: it stays, as one that was never saved
    Unreadable, ///< what is there cannot be read, by `error`: what we have stays, and is not to be saved over it unasked
};

/// The decision for one file. From then on the program's knowledge of the disk (`base`) is: what was found there, after AlreadySaved, TakeOver and Merged;
/// nothing, after Gone and GoneButOurs; as before, after the others, so that a save of ours meets ChangedOnDisk until the user has decided. What TakeOver
/// and Gone replace is one to be kept as a previous version.
struct OutsideChange {
    OutsideAction action = OutsideAction::Nothing;
    QByteArray text {};
    text::Merge merge {}; ///< of Conflict; unite() of the two without a base. It may be clean, if theirs is not UTF-8 or there is no base
    Error error {};
};

/// What is on disk now, as decideOutsideChange() takes it. NotFound: nothing is there. Other errors: something is that must not or cannot be read:
/// NotAFile (a folder, a pipe), OutsideSite (a link that leads out of the site), NotReadable (permissions, a link to nothing, or the whole
/// site's folder is away, as an unplugged disk is), TooDeep.
[[nodiscard]] Result<QByteArray> readForChange(const FileSystem &files, const QString &siteFolder, const SitePath &file);

/// `base`: what the program last knew on disk, unset for a file that was not there. `ours`: the unsaved text, unset if there is none. `theirs`: what
/// readForChange() gave. Goes by contents alone, never by times. Text that is not UTF-8 is never merged. Pure; any thread.
[[nodiscard]] OutsideChange decideOutsideChange(const std::optional<QByteArray> &base, const std::optional<QByteArray> &ours,
                                                const Result<QByteArray> &theirs);

/// A file by what is in it.
struct KnownContent {
    SitePath file;
    QByteArray hash; ///< contentHash()
};

struct OutsideMove {
    SitePath from;
    SitePath to;

    friend bool operator==(const OutsideMove &, const OutsideMove &) = default;
};

/// Which of the files that are gone were moved to where others appeared: the same content, and no doubt which of several it is (a name that stayed the same
/// decides). Empty files are never held for moved ones. By the place they came from. Pure.
[[nodiscard]] QList<OutsideMove> findOutsideMoves(const QList<KnownContent> &gone, const QList<KnownContent> &appeared);

} // namespace quillway::store
