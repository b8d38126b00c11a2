// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/topic_profile.h"
#include "core/base/site_path.h"
#include "core/publish/renderer.h"

#include <QHash>

namespace quillway::ui {

/// A text of a topic with its facts filled in, as plain text; or what hinders that.
struct FilledText {
    QString text;
    bool isFault = false; ///< `text` says why nothing can be filled in

    friend bool operator==(const FilledText &, const FilledText &) = default;
};

/// A fact as it is shown and put into a text.
struct ShownFact {
    QString name; ///< as in topic-profile: `count`
    QString placeholder; ///< `{{ topic.count }}`
    QString value; ///< what the placeholder stands for now; empty if the topic does not have it

    friend bool operator==(const ShownFact &, const ShownFact &) = default;
};

/// What one snapshot of the site says about a topic: made on a thread, shown by the workspace.
struct TopicReport {
    model::SitePtr site;
    model::TopicPtr topic; ///< null: the snapshot has no such topic
    analysis::TopicProfile profile;
    QList<ShownFact> facts;
    QHash<QString, FilledText> texts; ///< by the text as written, its white space simplified
    QString definitionOtherwise; ///< what stands on the page where the topic has no definition
};

/// Any thread, one at a time for one renderer.
[[nodiscard]] TopicReport reportOn(const model::SitePtr &site, const SitePath &file, publish::Renderer &renderer, const QDateTime &now);

} // namespace quillway::ui
