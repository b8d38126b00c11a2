// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <atomic>
#include <cstdint>

namespace quillway::test {

// What typist and counter share: a row of entries in memory that outlives the typist. Time is that of CLOCK_MONOTONIC, which all processes have in common.

constexpr int typedFiles = 3;
constexpr std::size_t maxEntries = 200'000;

/// The text typedText(file, count) that was given to the workspace.
struct TypedEntry {
    std::int64_t time; ///< nanoseconds
    std::int32_t file;
    std::int32_t count; ///< number of the last word
};

struct TypedLog {
    std::atomic<std::uint64_t> entries; ///< written whole before this counts them
    std::array<std::atomic<std::int32_t>, typedFiles> saved; ///< number of the last word of a text that the workspace has said to be saved
    std::array<TypedEntry, maxEntries> typed;
};

/// The file's text once word number `count` is typed. Words are typed at one of two places, so that not all changes are at the end.
[[nodiscard]] inline QByteArray typedText(int file, int count)
{
    QByteArray first;
    QByteArray second;
    for (int word = 1; word <= count; ++word) {
        QByteArray &place = word % 3 == 0 ? first : second;
        place += 'w' + QByteArray::number(word) + (word % 7 == 0 ? " größe 世界 " : word % 50 == 0 ? "\n\n" : " ");
    }
    return "---\ntitle: Text of " + QByteArray::number(file) + "\ndate: 2024-05-01\n---\n\n" + first + "\n\n## Middle\n\n" + second + "\n";
}

[[nodiscard]] inline QByteArray typedPath(int file)
{
    return "posts/text-" + QByteArray::number(file) + ".md";
}

} // namespace quillway::test
