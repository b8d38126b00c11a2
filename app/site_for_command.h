// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments.h"
#include "core/base/file_system.h"
#include "core/model/site.h"

#include <stop_token>

namespace quillway::app {

/// Whether loading may use what an earlier run kept in the site's folder, and keeps there what it learns.
enum class Caching {
    None,
    Used,
    Heads, ///< Used, and posts that have not changed come as heads (store::Texts::WhenNeeded)
};

/// The site in `folder` as loaded, after changes over many files that a killed program had begun were finished; that is said on standard error. If it cannot be, says why and gives the status to end with: BadUsage also where the settings cannot be read at
/// all, since nothing should be made with settings that the author did not choose.
[[nodiscard]] std::expected<model::SitePtr, ExitStatus> loadForCommand(FileSystem &files, const QString &folder, std::stop_token stop = {},
                                                                       Caching caching = Caching::None);

/// Which posts count: those of `--build-date`, else of now. A date without a time means the whole of that day where the site is.
[[nodiscard]] std::expected<model::Selection, ExitStatus> selectionFor(const QCommandLineParser &parser, const model::Site &site);

/// Done, ContentErrors or, where an error stands in quillway.toml, BadUsage.
[[nodiscard]] ExitStatus statusFor(const Diagnostics &diagnostics);

} // namespace quillway::app
