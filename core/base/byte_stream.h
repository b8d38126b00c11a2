// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <cstring>

namespace quillway {

/// Writes values one after the other, for files that only the same build of the program on the same machine reads again: numbers and texts as they stand in
/// memory, each text with its length before it.
class ByteWriter
{
public:
    /// `capacity`: bytes that are expected.
    explicit ByteWriter(qsizetype capacity = 0) { m_bytes.reserve(capacity); }
    /// Goes on behind `begun`, which stands there without a length; `capacity` counts behind it.
    explicit ByteWriter(const QByteArray &begun, qsizetype capacity = 0)
        : ByteWriter(begun.size() + capacity)
    {
        m_bytes += begun;
    }

    template<typename T>
        requires std::integral<T> || std::floating_point<T>
    void number(T value)
    {
        m_bytes.append(reinterpret_cast<const char *>(&value), qsizetype(sizeof value));
    }
    void bytes(QByteArrayView value);
    void text(QStringView value);

    [[nodiscard]] const QByteArray &written() const { return m_bytes; }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what a ByteWriter wrote, from bytes that may have become anything since: beyond their end everything is 0 or empty, and isGood() says so.
class ByteReader
{
public:
    /// `bytes` must outlive this.
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    { }

    template<typename T>
        requires std::integral<T> || std::floating_point<T>
    [[nodiscard]] T number()
    {
        T value {};
        if (const QByteArrayView raw = take(sizeof value); raw.size() == qsizetype(sizeof value))
            std::memcpy(&value, raw.data(), sizeof value);
        return value;
    }
    /// True for exactly 1: any other byte is no answer.
    [[nodiscard]] bool flag();
    [[nodiscard]] QByteArrayView bytes(); ///< a part of what is read
    [[nodiscard]] QString text();
    /// How many elements follow, each of at least `least` bytes: more than could still follow is no good.
    [[nodiscard]] qsizetype count(qsizetype least);

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    void fail() { m_good = false; }

private:
    [[nodiscard]] QByteArrayView take(size_t size);

    QByteArrayView m_rest;
    bool m_good = true;
};

/// A sum over `bytes` that tells a damaged file from a whole one, at some gigabytes a second; no protection from anybody who means it.
[[nodiscard]] quint64 checkSum(QByteArrayView bytes);

} // namespace quillway
