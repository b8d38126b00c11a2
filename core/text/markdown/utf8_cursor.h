// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quillway::text {

/// The code point at `at`, which is moved behind it; `at` must be before `end`. Bytes that are not UTF-8 give U+FFFD, one byte at a time.
[[nodiscard]] inline char32_t nextCodePoint(const char *&at, const char *end)
{
    constexpr char32_t replacement = 0xFFFD;
    const auto first = static_cast<unsigned char>(*at++);
    if (first < 0x80)
        return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || end - at < more)
        return replacement;
    char32_t value = first & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(at[i]);
        if ((byte & 0xC0) != 0x80)
            return replacement;
        value = (value << 6) | (byte & 0x3F);
    }
    at += more;
    return value <= 0x10FFFF ? value : replacement;
}

/// True for the bytes of a code point behind its first.
[[nodiscard]] inline bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace quillway::text
