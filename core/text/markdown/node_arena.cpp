// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdown/node_arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace quillway::text {

namespace {

constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr std::size_t largeFrom = 32UZ * 1024;
constexpr std::size_t largestSlab = 1024UZ * 1024;

thread_local NodeArena *current = nullptr;

constexpr std::size_t aligned(std::size_t size)
{
    return (size + alignment - 1) & ~(alignment - 1);
}

// cmark has no way to report that memory ran out; its own allocator aborts too.
void *orAbort(void *piece)
{
    if (!piece)
        std::abort();
    return piece;
}

} // namespace

struct alignas(std::max_align_t) NodeArena::Header {
    std::size_t size;
};

struct alignas(std::max_align_t) NodeArena::Large {
    Large *previous;
    Large *next;
};

NodeArena::NodeArena(std::size_t expected)
    : m_slabSize(std::clamp(expected, std::size_t(4096), largestSlab))
{ }

NodeArena::~NodeArena()
{
    for (void *slab : m_slabs)
        std::free(slab);
    while (m_large) {
        Large *next = m_large->next;
        std::free(m_large);
        m_large = next;
    }
}

void NodeArena::addSlab(std::size_t size)
{
    m_slabs.push_back(orAbort(std::malloc(size)));
    m_next = static_cast<char *>(m_slabs.back());
    m_end = m_next + size;
    m_slabSize = std::min(m_slabSize * 2, largestSlab);
}

void *NodeArena::allocate(std::size_t size)
{
    if (size >= largeFrom)
        return allocateLarge(size);
    const std::size_t whole = sizeof(Header) + aligned(size);
    if (std::size_t(m_end - m_next) < whole)
        addSlab(std::max(m_slabSize, whole));
    auto *header = reinterpret_cast<Header *>(m_next);
    header->size = size;
    m_next += whole;
    return std::memset(header + 1, 0, size);
}

void *NodeArena::allocateLarge(std::size_t size)
{
    auto *large = static_cast<Large *>(orAbort(std::calloc(1, sizeof(Large) + sizeof(Header) + size)));
    large->next = m_large;
    if (m_large)
        m_large->previous = large;
    m_large = large;
    auto *header = reinterpret_cast<Header *>(large + 1);
    header->size = size;
    return header + 1;
}

void NodeArena::release(void *piece)
{
    if (!piece)
        return;
    Header *header = static_cast<Header *>(piece) - 1;
    if (header->size < largeFrom) {
        // Only the youngest piece can give its room back: enough for what cmark makes and drops at once.
        if (static_cast<char *>(piece) + aligned(header->size) == m_next)
            m_next = reinterpret_cast<char *>(header);
        return;
    }
    Large *large = reinterpret_cast<Large *>(header) - 1;
    (large->previous ? large->previous->next : m_large) = large->next;
    if (large->next)
        large->next->previous = large->previous;
    std::free(large);
}

void *NodeArena::reallocate(void *old, std::size_t size)
{
    if (!old)
        return allocate(size);
    const std::size_t oldSize = (static_cast<Header *>(old) - 1)->size;
    if (size <= oldSize && oldSize < largeFrom)
        return old;
    void *piece = allocate(size);
    std::memcpy(piece, old, std::min(oldSize, size));
    release(old);
    return piece;
}

void *NodeArena::callocFromCurrent(std::size_t count, std::size_t size)
{
    return current->allocate(count * size);
}

void *NodeArena::reallocFromCurrent(void *old, std::size_t size)
{
    return current->reallocate(old, size);
}

void NodeArena::freeFromCurrent(void *piece)
{
    current->release(piece);
}

cmark_mem *NodeArena::memory()
{
    static cmark_mem functions { &callocFromCurrent, &reallocFromCurrent, &freeFromCurrent };
    return &functions;
}

NodeArena::Use::Use(NodeArena &arena)
    : m_before(std::exchange(current, &arena))
{ }

NodeArena::Use::~Use()
{
    current = m_before;
}

} // namespace quillway::text
