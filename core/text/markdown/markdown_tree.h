// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdown.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <stop_token>

// The tree is read through cmark's installed node header, not through its accessors: those copy every literal.
#include <cmark-gfm/node.h>

namespace quillway::text {

class NodeArena;

/// The tree of a Markdown text as cmark-gfm parses it (tables, strikethrough, autolinks, task lists, footnotes). Owns all its memory. Any bytes are
/// allowed. Trees may be made on several threads at once: cmark's own tables, which it would change during each parse, are set once.
class MarkdownTree
{
public:
    /// Nothing if `stop` was requested before the end.
    [[nodiscard]] static std::optional<MarkdownTree> parse(QByteArrayView body, Formulas formulas, const std::stop_token &stop);
    /// A document with one paragraph that holds `line` as inline content, whatever block it looks like; no footnotes.
    [[nodiscard]] static MarkdownTree parseInline(QByteArrayView line);

    MarkdownTree(MarkdownTree &&) noexcept;
    ~MarkdownTree();

    [[nodiscard]] cmark_node *root() const { return m_root; }

private:
    MarkdownTree(std::unique_ptr<NodeArena> arena, cmark_node *root);

    std::unique_ptr<NodeArena> m_arena;
    cmark_node *m_root = nullptr;
};

/// The node types that cmark's extensions add; known once a tree has been parsed.
struct ExtensionTypes {
    cmark_node_type table;
    cmark_node_type row;
    cmark_node_type cell;
    cmark_node_type strikethrough;
};
[[nodiscard]] const ExtensionTypes &extensionTypes();

/// A formula is a node of type CMARK_NODE_CODE, its literal the formula as written (formulaIn()): in every other respect it is read like code in the line.
[[nodiscard]] inline bool isFormula(const cmark_node *node)
{
    return node->type == CMARK_NODE_CODE && node->extension != nullptr;
}

[[nodiscard]] inline QByteArrayView bytesOf(const cmark_chunk &chunk)
{
    return { reinterpret_cast<const char *>(chunk.data), chunk.len };
}
[[nodiscard]] inline QByteArrayView bytesOf(const cmark_strbuf &buffer)
{
    return { reinterpret_cast<const char *>(buffer.ptr), buffer.size };
}

/// Goes through the tree below and including `root` in document order: `enter` before a node's children, `leave` behind them. Without recursion, so
/// depth costs no stack. False if `stop` was requested.
template<typename Visitor>
bool walk(cmark_node *root, const std::stop_token &stop, Visitor &visitor)
{
    constexpr int nodesBetweenLooks = 1024;
    int countdown = nodesBetweenLooks;
    cmark_node *node = root;
    while (true) {
        if (--countdown == 0) {
            if (stop.stop_requested())
                return false;
            countdown = nodesBetweenLooks;
        }
        visitor.enter(node);
        if (node->first_child) {
            node = node->first_child;
            continue;
        }
        while (true) {
            visitor.leave(node);
            if (node == root)
                return true;
            if (node->next) {
                node = node->next;
                break;
            }
            node = node->parent;
        }
    }
}

} // namespace quillway::text
