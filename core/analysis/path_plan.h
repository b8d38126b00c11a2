// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/site_knowledge.h"

namespace quillway::analysis {

/// Whom a reading path is for.
enum class ReaderLevel {
    Starting, ///< introductions, short posts, what many others refer to
    Working, ///< the whole range
    Expert, ///< long posts that build on others
};

struct PathWish {
    ReaderLevel level = ReaderLevel::Working;
    int minutes = 0; ///< reading time at most; 0: no limit
    qsizetype steps = 0; ///< at most; 0: by level, 5, 7 or 9, with a time budget 12
};

/// The part of the way that a step belongs to; each front end has its own words for them.
enum class PathStage { Begin, BuildOn, GoDeep };

/// Why a post is on the way, or where it is.
struct StepReason {
    enum class Kind {
        ReferredTo, ///< later steps refer to it, so it comes before them (`posts`)
        BuildsOn, ///< it refers to earlier steps (`posts`)
        InCircle, ///< these steps and it refer to each other in a circle, so their dates decide (`posts`)
        Introduces, ///< its title says so (`words`)
        GoesDeep, ///< its title says so (`words`)
        OftenReferredTo, ///< by so many of the posts to choose from (`count`)
        Typical, ///< says more of what the posts have in common than most (`words`)
        NewWords, ///< says what no step before it says (`words`)
        Short, ///< among the shortest third (`count`: minutes)
        Long, ///< among the longest third
        First, ///< the oldest of the posts to choose from
        Latest, ///< the newest of them
    };
    Kind kind = Kind::Typical;
    QStringList words {}; ///< at most 4
    QList<model::PostPtr> posts {};
    int count = 0;
};

struct PlannedStep {
    model::PostPtr post;
    PathStage stage = PathStage::Begin;
    int minutes = 0;
    QList<StepReason> reasons; ///< at most 4, in the order of Kind; never empty
};

/// A post that the plan goes without, though it would have been worth a step.
struct LeftOutPost {
    enum class Why {
        NearDouble, ///< says nearly the same as `of`, which is on the way
        TooLong, ///< for the minutes that were left
    };
    model::PostPtr post;
    Why why = Why::TooLong;
    model::PostPtr of {};
};

struct PathPlan {
    QList<PlannedStep> steps;
    int minutes = 0; ///< never more than was asked for
    QList<LeftOutPost> leftOut; ///< at most 10, the most wanted first
};

/// A reading path through some of `posts`, published ones, for the topic they are of or the tags they have. Posts are chosen one by one by what they are worth (how
/// typical they are in their words, how many others refer to them, how well they suit the level) less what they repeat of those chosen before; of two posts
/// with a likeness of 0.8 or more only one is chosen. Then they are put in order: what is referred to comes before what refers to it; where they refer to each other
/// in a circle, the older first; among those free to choose from, the easier, then the older. Depends on nothing but its arguments. No steps where no post fits the
/// budget.
[[nodiscard]] PathPlan pathPlan(const QList<model::PostPtr> &posts, const PathWish &wish, const SiteKnowledge &knowledge);

/// The published posts that have one of the tags, newest first.
[[nodiscard]] QList<model::PostPtr> postsWithTags(const QStringList &tags, const PublishedPosts &published);

} // namespace quillway::analysis
