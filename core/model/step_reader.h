// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/key_reader.h"
#include "core/model/topic.h"

namespace quillway::model {

/// The steps under the key `name`: a list of tables `{post, stage, note, optional}`, or of slugs alone. A step without a post is a diagnostic and is left out.
[[nodiscard]] QList<Step> readSteps(KeyReader &keys, QStringView name, const SitePath &file, Diagnostics &diagnostics);

/// The texts under the key `name`, each with its place.
[[nodiscard]] QList<TopicText> readTopicTexts(KeyReader &keys, QStringView name, const SitePath &file);

} // namespace quillway::model
