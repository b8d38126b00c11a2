// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <cstring>

namespace quillway {

namespace {

using Byte = unsigned char;

bool isContinuation(Byte byte)
{
    return (byte & 0xC0) == 0x80;
}

/// Bytes of the sequence at `at`, 0 if it is not well-formed (table 3-7 of the Unicode Standard).
int sequenceLength(const Byte *at, const Byte *end)
{
    const Byte lead = *at;
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (end - at < length)
        return 0;
    const Byte second = at[1];
    if (!isContinuation(second))
        return 0;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90)
        || (lead == 0xF4 && second > 0x8F))
        return 0;
    for (int i = 2; i < length; ++i) {
        if (!isContinuation(at[i]))
            return 0;
    }
    return length;
}

/// The first byte that is not ASCII, or `end`.
const Byte *skipAscii(const Byte *at, const Byte *end)
{
    // Whole blocks without a branch inside: compilers make vector instructions of it.
    constexpr qsizetype block = 64;
    while (end - at >= block) {
        quint64 words[block / sizeof(quint64)];
        std::memcpy(words, at, block);
        quint64 all = 0;
        for (const quint64 word : words)
            all |= word;
        if (all & Q_UINT64_C(0x8080808080808080))
            break;
        at += block;
    }
    while (at < end && *at < 0x80)
        ++at;
    return at;
}

} // namespace

std::optional<qsizetype> firstInvalidUtf8(QByteArrayView bytes)
{
    const auto *begin = reinterpret_cast<const Byte *>(bytes.data());
    const auto *end = begin + bytes.size();
    const auto *at = skipAscii(begin, end);
    while (at < end) {
        const int length = sequenceLength(at, end);
        if (length == 0)
            return at - begin;
        at += length;
        // Only where ASCII begins again: a text in Chinese would try the block at every character otherwise.
        if (at < end && *at < 0x80)
            at = skipAscii(at, end);
    }
    return std::nullopt;
}

qsizetype utf8SequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto *begin = reinterpret_cast<const Byte *>(bytes.data());
    return at < 0 || at >= bytes.size() ? 0 : sequenceLength(begin + at, begin + bytes.size());
}

qsizetype byteOrderMarkSize(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
}

} // namespace quillway
