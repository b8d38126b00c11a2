// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/error.h"
#include "core/model/post.h"
#include "core/model/settings.h"
#include "core/model/site.h"
#include "core/model/topic.h"
#include "core/text/markdown.h"

#include <QHash>

// From a file's bytes to the model's values, by the rules of site-format. Pure functions: any thread, no disk. What they find wrong without
// being stopped by it comes as diagnostics with file, line and column; the value is then the default of the key in question.
//
// A key is looked up by its exact name first, then by the names read as the same (`lastmod`), then by either without regard to case (`Title`).
// An empty value (`tags:`) counts as absent. In posts and pages, keys that are not used reach `params`; in the
// other files, each is a warning (UnknownKey).
//
// Errors: those of text::parseFrontMatter and text::parseToml, with the file's name filled in. Whoever loads the site lists them and goes on.
namespace quillway::model {

/// A value that could be read, and what was wrong on the way.
template<typename T>
struct Parsed {
    T value;
    Diagnostics diagnostics;
};

/// A post under `posts/`. Of `settings` only the time zone counts. A `draft` or `date` that cannot be understood makes the post a draft, so that a slip
/// of the pen publishes nothing.
[[nodiscard]] Result<Parsed<Post>> readPost(const SitePath &file, const QByteArray &bytes, const Settings &settings);

/// A page under `pages/`: like a post, but a missing date is no fault and makes no draft.
[[nodiscard]] Result<Parsed<Post>> readPage(const SitePath &file, const QByteArray &bytes, const Settings &settings);

/// Either, and the tree that its facts were taken from.
struct PostWithBody {
    Parsed<Post> post;
    text::ParsedMarkdown body;
};
[[nodiscard]] Result<PostWithBody> readPostWithBody(const SitePath &file, const QByteArray &bytes, const Settings &settings);

[[nodiscard]] Result<Parsed<Topic>> readTopic(const SitePath &file, const QByteArray &bytes);
[[nodiscard]] Result<Parsed<ReadingPath>> readPath(const SitePath &file, const QByteArray &bytes);

/// quillway.toml. A wrong type or value is an Error diagnostic, an unknown key a Warning.
[[nodiscard]] Result<Parsed<Settings>> readSettings(const QByteArray &bytes);

/// tags.toml: a table per tag (`[go]`) with `title`, `description`, `aliases`. By tag key.
[[nodiscard]] Result<Parsed<QHash<QString, TagInfo>>> readTags(const QByteArray &bytes);

/// The name under which the head of a post's file has `key` (`lastmod` or `Updated` for `updated`), or `key` itself if it has none: what an edit of
/// the file has to name.
[[nodiscard]] QString writtenKey(const text::Value &root, QStringView key);

} // namespace quillway::model
