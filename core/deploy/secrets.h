// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/publish_destination.h"

#include <QObject>

#include <functional>

namespace quillway::deploy {

/// The name under which the desktop's keychain has the token of a site's target; nothing for targets that need none. It names where the token goes to as well: whoever changes the address
/// in the settings of somebody's site does not get it.
[[nodiscard]] std::optional<QString> tokenName(const model::PublishDestination &target, const QString &siteFolder);

// Secrets are in the desktop's keychain (Secret Service, KWallet) and nowhere else. Both return at once; `done` is called on the context's thread, which needs an event loop, and not if the
// context has gone by then. Errors: NotReadable or NotWritable with the keychain's reason.

/// An empty text if the keychain has none.
void readToken(const QString &name, QObject *context, const std::function<void(const Result<QString> &token)> &done);
/// An empty one is taken out of the keychain.
void writeToken(const QString &name, const QString &token, QObject *context, const std::function<void(const Result<void> &written)> &done);

} // namespace quillway::deploy
