// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmark-gfm/node.h>

#include <cstddef>
#include <vector>

namespace quillway::text {

/// The memory of one tree: cmark allocates a node at a time and would free them one by one; here they go together. Large pieces (the text
/// that cmark grows while reading) are allocated singly, so that growing them leaves nothing behind.
class NodeArena
{
public:
    /// `expected`: bytes of tree to make room for at first.
    explicit NodeArena(std::size_t expected);
    ~NodeArena();
    NodeArena(const NodeArena &) = delete;
    NodeArena &operator=(const NodeArena &) = delete;

    /// The functions to give to cmark. They serve from the arena that is in use on the calling thread.
    [[nodiscard]] static cmark_mem *memory();

    /// Puts an arena in use on this thread for as long as it lives.
    class Use
    {
    public:
        explicit Use(NodeArena &arena);
        ~Use();
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;

    private:
        NodeArena *m_before;
    };

private:
    struct Header;
    struct Large;

    void *allocate(std::size_t size);
    void *reallocate(void *old, std::size_t size);
    void release(void *piece);
    void *allocateLarge(std::size_t size);
    void addSlab(std::size_t size);

    static void *callocFromCurrent(std::size_t count, std::size_t size);
    static void *reallocFromCurrent(void *old, std::size_t size);
    static void freeFromCurrent(void *piece);

    std::vector<void *> m_slabs;
    char *m_next = nullptr;
    char *m_end = nullptr;
    std::size_t m_slabSize;
    Large *m_large = nullptr;
};

} // namespace quillway::text
