// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/front_matter.h"

#include <QString>

#include <functional>
#include <optional>

namespace quillway::changes {

/// Whose keys they are.
enum class HeadKind { Post, Topic, Path, Settings, Tags };

/// What a key's text is to the links of a site.
enum class TextUse {
    Destination, ///< a link or picture by itself (`cover`, a menu's entry)
    Inline, ///< Markdown with links in it
    Slug, ///< a post's slug
    Slugs, ///< the same, or several between commas
};

/// A text for another one; nothing to leave it.
using NewText = std::function<std::optional<QString>(TextUse use, const text::Value &value)>;

/// The edits that give every text of `root` that has to do with links its new one. Keys count as the readers (model/readers.h) take them, whatever their case.
[[nodiscard]] QList<text::KeyEdit> editsOfTexts(HeadKind kind, const text::Value &root, const NewText &newText);

} // namespace quillway::changes
