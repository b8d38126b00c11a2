// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "core/base/file_system.h"
#include "core/model/publish_destination.h"

namespace quillway::app {

/// The target's token, from the desktop's keychain; empty where it needs none, there is none, or no keychain can be had: the programs that do the work may have credentials of their own.
[[nodiscard]] QString tokenFor(const model::PublishDestination &target, const QString &siteFolder);

/// Takes a token from standard input into the keychain; an empty line takes it out.
[[nodiscard]] ExitStatus takeToken(const model::PublishDestination &target, const QString &siteFolder);

/// Writes the units of a timer into the user's folder of systemd, and says how to start it.
[[nodiscard]] ExitStatus installTimer(FileSystem &files, const model::PublishDestination &target, const QString &siteFolder);

} // namespace quillway::app
