// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/topic_profile.h"

namespace quillway::analysis {

/// The reading path that topic-profile suggests for a topic, as steps: the newest post, the one in the middle, the oldest.
[[nodiscard]] QList<model::Step> suggestedPath(const TopicProfile &profile);

} // namespace quillway::analysis
