// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/source_position.h"

#include <cmark-gfm/node.h>

#include <vector>

namespace quillway::text {

/// The lines of a body, found when first asked for. `body` must outlive it.
class SourceLines
{
public:
    explicit SourceLines(QByteArrayView body)
        : m_body(body)
    { }

    /// Line `line` (1-based) without its end; empty if there is none.
    [[nodiscard]] QByteArrayView line(int line);
    /// The position of byte `offset` of a line. Cheap for places asked for in ascending order.
    [[nodiscard]] SourcePosition position(int line, qsizetype offset);

private:
    QByteArrayView m_body;
    std::vector<qsizetype> m_starts;
    int m_countedLine = 0;
    QByteArrayView m_counted; ///< that line
    qsizetype m_countedTo = 0; ///< bytes of it
    int m_column = 0;
};

/// Finds where in a body a node's content stands. cmark drops what frames content (quote signs, list indents), so its own columns are true on a
/// block's first line only; here a line of content is looked up in the line of the body it came from. All work is linear in the content and the
/// body's lines, however many places are asked for, as long as they ascend.
class ContentPlaces
{
public:
    /// `content`'s first line came from `firstLine` of the body.
    ContentPlaces(SourceLines &lines, QByteArrayView content, int firstLine);

    /// The place of byte `offset` of the content.
    [[nodiscard]] SourcePosition place(qsizetype offset);

    /// Where a link or picture begins in the content: its `[`, `![`, `<` or the bare address. The references of a container are to be asked for in order.
    [[nodiscard]] qsizetype findReference(const cmark_node *container, const cmark_node *reference);

private:
    [[nodiscard]] std::size_t lineAt(qsizetype offset) const;
    [[nodiscard]] QByteArrayView contentLine(std::size_t index) const;
    void match(std::size_t index);
    [[nodiscard]] qsizetype search(QByteArrayView wanted);

    SourceLines &m_lines;
    QByteArrayView m_content;
    int m_firstLine;
    std::vector<qsizetype> m_starts; ///< of the content's lines
    std::size_t m_matchedLine = std::size_t(-1);
    qsizetype m_matchedBegin = 0; ///< byte of the body's line at which that content line begins; negative: as much of it was dropped
    qsizetype m_from = 0; ///< references before this were found
    qsizetype m_searchBudget; ///< bytes that searches may still go through
};

/// The first and the last line of the body (1-based) that a block came from.
struct LineRange {
    int first = 0;
    int last = 0;
};
[[nodiscard]] LineRange linesOf(const cmark_node *block, SourceLines &lines);

/// The line of the body that the first line of an inline container's content (paragraph, heading, table cell) came from.
[[nodiscard]] int firstContentLine(const cmark_node *container, SourceLines &lines);

} // namespace quillway::text
