// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/path_plan.h"
#include "core/analysis/path_problems.h"
#include "core/analysis/tag_statistics.h"
#include "core/analysis/topic_candidates.h"
#include "core/analysis/topic_gaps.h"

#include <QJsonObject>

// Values of the analysis for the command line: a stable name to be matched by scripts, the sentence that people read, and the JSON of both.
namespace quillway::app {

[[nodiscard]] QString describe(const analysis::CandidateReason &reason);
[[nodiscard]] QString describe(const analysis::StepReason &reason);
[[nodiscard]] QString describe(const analysis::PathProblem &problem);

[[nodiscard]] QString nameOf(analysis::TopicGap::Kind kind);
[[nodiscard]] QString nameOf(analysis::TagDouble::Reason reason);
[[nodiscard]] QString nameOf(analysis::PathStage stage);
[[nodiscard]] QString nameOf(analysis::PathProblem::Kind kind);

/// `{"kind", "weight", "words", "tags", "posts"}`, of the lists those that are not empty.
[[nodiscard]] QJsonObject toJson(const analysis::CandidateReason &reason);
/// `{"kind", "words", "posts", "count"}`, of these what the kind has.
[[nodiscard]] QJsonObject toJson(const analysis::StepReason &reason);

} // namespace quillway::app
