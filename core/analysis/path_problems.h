// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/site_knowledge.h"

namespace quillway::analysis {

/// Something wrong with a reading path.
struct PathProblem {
    enum class Kind {
        UnknownPost, ///< there is no such post (`name`: its slug, with a near one)
        Draft, ///< left out of the page until it is published
        Scheduled, ///< left out until its date
        Repeated, ///< the same post as at the step `others`
        Circle, ///< it and the steps `others` refer to each other in a circle: no order is right
        RefersToLater, ///< its text refers to the later steps `others`
        Empty, ///< no step at all, or none that is published; `step` is -1
    };
    Kind kind = Kind::UnknownPost;
    qsizetype step = -1; ///< index
    QList<qsizetype> others {};
    QString name {}; ///< the post's slug

    friend bool operator==(const PathProblem &, const PathProblem &) = default;
};

/// Steps under one stage that follow each other.
struct StageTime {
    QString stage;
    qsizetype firstStep = 0;
    qsizetype steps = 0;
    int minutes = 0;

    friend bool operator==(const StageTime &, const StageTime &) = default;
};

struct PathReport {
    QList<PathProblem> problems; ///< by step, then by Kind; Empty last
    int minutes = 0; ///< of all steps whose posts are published
    int optionalMinutes = 0; ///< of these, those that may be left out
    QList<int> stepMinutes; ///< of each step; 0 for a post that is not there
    QList<StageTime> stages;
};

/// What is wrong with these steps (of a path, or of a topic's own one), and how long they take to read. A circle is reported once, at its first step.
[[nodiscard]] PathReport pathReport(const QList<model::Step> &steps, const SiteKnowledge &knowledge);

} // namespace quillway::analysis
