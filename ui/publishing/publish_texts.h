// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/publish_site.h"

#include <QString>

namespace quillway::ui {

// What the window says of targets and publications.

[[nodiscard]] QString publishKindLabel(model::PublishDestination::Kind kind);
[[nodiscard]] QString publishKeyLabel(model::PublishDestination::Kind kind, const QString &key);
/// What an empty field shows: an example, or what holds without it.
[[nodiscard]] QString publishKeyExample(model::PublishDestination::Kind kind, const QString &key);
[[nodiscard]] QString describeStage(deploy::PublishStage stage, int done, int total);
/// How a publication, or a look at what it would do, ended.
[[nodiscard]] QString describePublication(const deploy::PublishReport &report);

} // namespace quillway::ui
