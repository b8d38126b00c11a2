// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tag_statistics.h"
#include "core/analysis/topic_suggestions.h"
#include "core/model/site.h"
#include "ui/tags/graph_layout.h"

namespace quillway::ui {

/// A tag with all that the table and what stands beside it show.
struct TagRow {
    analysis::TagUse use;
    QList<analysis::TagDouble> doubles; ///< in which it is either side
    model::TagInfo info;
    QList<model::PostPtr> posts; ///< newest first

    [[nodiscard]] const QString &key() const { return use.tag.key; }
    [[nodiscard]] const QString &name() const { return use.tag.name; }
};

/// What one snapshot says about its tags.
struct TagsReport {
    model::SitePtr site;
    QList<TagRow> rows; ///< ascending by key
    Graph graph;
    QList<analysis::TopicSuggestion> topics; ///< that groups of tags would make
};

/// Any thread. Nothing much (an empty report without a site) once stopped.
[[nodiscard]] TagsReport reportOnTags(const model::SitePtr &site, const QDateTime &now, const std::stop_token &stop = {});

/// The other side of a probable double.
[[nodiscard]] const analysis::TagName &otherOf(const analysis::TagDouble &two, const QString &key);

} // namespace quillway::ui
