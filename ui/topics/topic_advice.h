// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/path_problems.h"
#include "core/analysis/tag_statistics.h"
#include "core/analysis/topic_candidates.h"
#include "core/analysis/topic_gaps.h"
#include "ui/places/shared_knowledge.h"

namespace quillway::ui {

/// What a topic lacks, and posts that probably belong to it.
struct TopicAdvice {
    QList<analysis::TopicGap> gaps;
    QList<analysis::TopicCandidate> candidates;
    analysis::TagDrift drift;
    analysis::PathReport path; ///< of its own steps
};

/// Any thread; nothing for a topic that is not in the snapshot.
[[nodiscard]] TopicAdvice adviceOn(const SitePath &file, const analysis::SiteKnowledge &knowledge);

/// What is missing, in a sentence.
[[nodiscard]] QString describe(const analysis::TopicGap &gap);
/// The key of the head where that is mended.
[[nodiscard]] QString keyOf(const analysis::TopicGap &gap);
/// Why the post probably belongs to the topic: its reasons in a line each.
[[nodiscard]] QStringList describe(const QList<analysis::CandidateReason> &reasons);

} // namespace quillway::ui
