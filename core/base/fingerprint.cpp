// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fingerprint.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace quillway {

namespace {

constexpr quint64 firstFactor = 0x87c3'7b91'1142'53d5;
constexpr quint64 secondFactor = 0x4cf5'ad43'2745'937f;

quint64 word(const char *bytes, size_t size = sizeof(quint64))
{
    quint64 value = 0;
    std::memcpy(&value, bytes, size);
    return value;
}

quint64 firstMixed(quint64 value)
{
    return std::rotl(value * firstFactor, 31) * secondFactor;
}

quint64 secondMixed(quint64 value)
{
    return std::rotl(value * secondFactor, 33) * firstFactor;
}

quint64 finished(quint64 value)
{
    value = (value ^ (value >> 33)) * 0xff51'afd7'ed55'8ccd;
    value = (value ^ (value >> 33)) * 0xc4ce'b9fe'1a85'ec53;
    return value ^ (value >> 33);
}

} // namespace

QByteArray fingerprint(QByteArrayView bytes)
{
    constexpr qsizetype half = sizeof(quint64);
    quint64 first = 0;
    quint64 second = 0;
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    for (; left >= 2 * half; left -= 2 * half, at += 2 * half) {
        first = (std::rotl(first ^ firstMixed(word(at)), 27) + second) * 5 + 0x52dc'e729;
        second = (std::rotl(second ^ secondMixed(word(at + half)), 31) + first) * 5 + 0x3849'5ab5;
    }
    if (left > half)
        second ^= secondMixed(word(at + half, size_t(left - half)));
    if (left > 0)
        first ^= firstMixed(word(at, size_t(std::min(left, half))));
    first ^= quint64(bytes.size());
    second ^= quint64(bytes.size());
    first += second;
    second += first;
    first = finished(first);
    second = finished(second);
    first += second;
    second += first;
    QByteArray result(2 * half, Qt::Uninitialized);
    std::memcpy(result.data(), &first, half);
    std::memcpy(result.data() + half, &second, half);
    return result;
}

} // namespace quillway
