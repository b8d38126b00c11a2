// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/path_suggestion.h"

namespace quillway::analysis {

QList<model::Step> suggestedPath(const TopicProfile &profile)
{
    QList<model::Step> steps;
    for (const SuggestedStep &step : profile.suggestedPath)
        steps.append({ .post = step.post->slug, .stage = step.stage, .note = {}, .optional = false, .position = {} });
    return steps;
}

} // namespace quillway::analysis
