// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/publish_destination.h"

#include <QStringList>

namespace quillway::deploy {

/// `user@host`, or `host` alone.
[[nodiscard]] QString sshDestination(const model::PublishDestination &target);

/// The folder on the server without a slash at its end; a home folder written as `~/` is where ssh arrives anyway.
[[nodiscard]] QString remoteFolder(const model::PublishDestination &target);

/// Options for ssh and sftp: never ask, and notice when the network is gone (after a minute), however long a large file takes.
[[nodiscard]] QStringList sshOptions();

} // namespace quillway::deploy
