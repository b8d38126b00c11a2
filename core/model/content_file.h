// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/site_path.h"
#include "core/model/post.h"
#include "core/text/front_matter.h"
#include "core/text/markdown.h"

namespace quillway::model {

/// A file of head and body, taken apart: what the readers of posts, topics and paths begin with.
struct ContentFile {
    SitePath file;
    QByteArray bytes;
    text::FrontMatter head;
    int bodyLine = 1;
    text::ParsedMarkdown body;
    text::TextFacts facts; ///< of the body
    Diagnostics diagnostics; ///< the head's, with the file's name
};

/// Errors: NotUtf8, and those of text::parseFrontMatter, with the file's name.
[[nodiscard]] Result<ContentFile> readContentFile(const SitePath &file, const QByteArray &bytes);

/// How a body is read: formulas are some if its head says so.
[[nodiscard]] text::Formulas formulasIn(const text::Value &head);
[[nodiscard]] inline text::Formulas formulasOf(const Post &post)
{
    return post.math ? text::Formulas::AreRead : text::Formulas::AreText;
}

/// `error` with the file's name.
[[nodiscard]] Error inFile(Error error, const SitePath &file);

} // namespace quillway::model
