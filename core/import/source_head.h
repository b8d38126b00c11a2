// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/import_note.h"
#include "core/text/front_matter.h"

namespace quillway::importing {

/// How the head of a source's text was read.
enum class HeadForm {
    None,
    Valid, ///< text::parseFrontMatter reads it: it can be edited in place
    MetadataLines, ///< `Key: value` lines without a fence, as Pelican and MultiMarkdown have them
    Repaired, ///< fenced, but not valid: read line by line
};

struct SourceHead {
    HeadForm form = HeadForm::None;
    text::Value root = text::Value::map({}); ///< always a Map; places are those of the file
    qsizetype bodyOffset = 0; ///< bytes
    int bodyLine = 1; ///< the line of bodyOffset
    Notes notes {}; ///< HeadRepaired, HeadUnread
};

/// Whether `Key: value` lines at the top of a file are a head if only one of them has a well-known key, or only if two do.
enum class MetadataLines { Usual, Unusual };

/// Reads the head of `file` (UTF-8) whatever its form. What no reader understands loses no line: lines without a key are members of the list `unread_lines`, a key
/// that comes twice with different values has a second one `key_2`. Never fails.
[[nodiscard]] SourceHead readSourceHead(const QByteArray &file, MetadataLines metadataLines);

} // namespace quillway::importing
