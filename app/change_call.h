// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments.h"
#include "core/changes/site_change.h"
#include "core/model/site.h"

#include <QJsonObject>

#include <functional>

namespace quillway::app {

/// A change over many files as a command asks for it.
struct WantedChange {
    QString title; ///< what the user calls it
    changes::SiteChange change;
    Diagnostics problems; ///< of files that it leaves out
    QJsonObject more; ///< members of the document that --json prints
};

/// Works out what `words` (those behind the site's folder) ask for. Errors: what is wrong with them.
using WorkOutChange =
    std::function<Result<WantedChange>(const model::Site &site, const model::Selection &selection, const QStringList &words)>;

/// What a command takes: words, the site's folder among them, and --dry-run and --json always.
struct ChangeArguments {
    int words = 1;
    Words count = Words::Exactly;
    bool takesBuildDate = false;
};

/// Loads the site, works the change out, and shows it (--dry-run) or carries it out. Ctrl+C does not leave it half done.
[[nodiscard]] ExitStatus runChange(const Command &command, const QStringList &arguments, const ChangeArguments &taken,
                                   const WorkOutChange &workOut);

} // namespace quillway::app
