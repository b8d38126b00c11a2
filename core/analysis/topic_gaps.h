// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"
#include "core/analysis/topic_profile.h"

namespace quillway::analysis {

/// Something that a topic lacks, or names though it is not there.
struct TopicGap {
    enum class Kind {
        NoPosts,
        NoDefinition, ///< of its own: the site's wording stands in
        NoClaims,
        NoChecklist,
        NoFailureModes,
        NoReferences,
        NoPath, ///< of its own: the suggested one stands in
        UnknownTag, ///< no post has it, drafts neither (`name`)
        UnknownInclude, ///< there is no such post (`name`: its slug)
        UnknownExclude,
        IncludedUnpublished, ///< the included post is a draft or scheduled
        ExcludedWithoutNeed, ///< the excluded post would not be a post of the topic
        UnknownStep, ///< its own path names a post that is not there
        UnpublishedStep,
        BrokenReference, ///< a reference to this site that leads nowhere (`name`: as written)
        UnpublishedReference, ///< one to a draft or scheduled post
    };
    Kind kind = Kind::NoPosts;
    QString name {};
    qsizetype index = -1; ///< into `tags`, `include`, `exclude`, `path` or `references`; -1 where there is none
    SourcePosition position {}; ///< in the topic's file, of what names it; invalid where that is not known

    friend bool operator==(const TopicGap &, const TopicGap &) = default;
};

/// In the order of Kind, then of the file. `links` may be an index of an older snapshot with the same addresses.
[[nodiscard]] QList<TopicGap> topicGaps(const model::Topic &topic, const model::Site &site, const PublishedPosts &published,
                                        const LinkIndex &links);

} // namespace quillway::analysis
