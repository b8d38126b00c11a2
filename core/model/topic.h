// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"
#include "core/base/source_position.h"
#include "core/text/markdown.h"

#include <QStringList>

#include <memory>

namespace quillway::model {

/// A text of a topic as written: inline Markdown with placeholders for facts (`{{ topic.count }}`), and where it stands.
struct TopicText {
    QString text;
    SourcePosition position;
    SitePath file = SitePath::literal(u"quillway.toml"); ///< the topic's, or the settings'

    friend bool operator==(const TopicText &, const TopicText &) = default;
};

/// One step of a reading path. `post` is a slug.
struct Step {
    QString post;
    QString stage;
    QString note; ///< inline Markdown
    bool optional = false;
    SourcePosition position; ///< of `post`

    friend bool operator==(const Step &, const Step &) = default;
};

/// Something elsewhere that a topic refers to.
struct TopicReference {
    QString title;
    QString url;
    QString note; ///< inline Markdown
    SourcePosition position;

    friend bool operator==(const TopicReference &, const TopicReference &) = default;
};

/// A topic as its file says; its posts and facts are computed (analysis/topic_profile.h).
struct Topic {
    enum class Layout { Dossier, Brief };

    SitePath file = SitePath::literal(u"topics/untitled.md");
    QString slug;
    QString title;
    QStringList tags; ///< default: the slug
    QStringList include; ///< slugs of posts
    QStringList exclude;
    QString focus;
    Layout layout = Layout::Dossier;
    TopicText definition; ///< empty text: the wording's
    QList<TopicText> claims;
    QList<TopicText> checklist;
    QList<TopicText> failureModes;
    QList<TopicReference> references;
    bool automaticPath = true; ///< `path: auto`, or absent
    QList<Step> path;
    QStringList aliases; ///< old addresses, each of which leads here
    SourcePosition tagsPosition, includePosition, excludePosition;

    QByteArray source; ///< the whole file
    qsizetype bodyOffset = 0; ///< bytes
    int bodyLine = 1;
    text::TextFacts facts;

    [[nodiscard]] QByteArrayView body() const { return QByteArrayView(source).sliced(bodyOffset); }
};

using TopicPtr = std::shared_ptr<const Topic>;

/// An ordered walk through posts, with a page of its own.
struct ReadingPath {
    SitePath file = SitePath::literal(u"paths/untitled.md");
    QString slug;
    QString title;
    QString summary; ///< inline Markdown
    QList<Step> steps;
    QStringList aliases; ///< old addresses, each of which leads here

    QByteArray source;
    qsizetype bodyOffset = 0; ///< bytes
    int bodyLine = 1;
    text::TextFacts facts;

    [[nodiscard]] QByteArrayView body() const { return QByteArrayView(source).sliced(bodyOffset); }
};

using ReadingPathPtr = std::shared_ptr<const ReadingPath>;

} // namespace quillway::model
