// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/source_position.h"

#include <cmark-gfm/node.h>

#include <vector>

namespace quillway::text {

/// Finds where in a body a node's content stands. cmark drops what frames content (quote signs, list indents), so its own columns
/// are true on a block's first line only; here a line of content is looked up in the line of the body it came from.
class SourcePlaces
{
public:
    /// `body` must outlive this. It is looked through when a place is first asked for.
    explicit SourcePlaces(QByteArrayView body)
        : m_body(body)
    { }

    /// The place of byte `offset` of `content`, whose first line came from `firstLine` of the body.
    [[nodiscard]] SourcePosition place(QByteArrayView content, qsizetype offset, int firstLine);

    /// Line `line` of the body (1-based) without its end; empty if there is none.
    [[nodiscard]] QByteArrayView line(int line);

private:
    void findLines();

    QByteArrayView m_body;
    std::vector<qsizetype> m_lineStarts;
};

/// The line of the body that the first line of an inline container's content (paragraph, heading, table cell) came from.
[[nodiscard]] int firstContentLine(const cmark_node *container);

/// Where a link or picture begins in its container's content: the `[`, `![`, `<` or the bare address. Searches from `from`, the place behind the
/// one before it.
[[nodiscard]] qsizetype findReference(const cmark_node *container, const cmark_node *reference, qsizetype from);

} // namespace quillway::text
