// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_stream.h"

namespace quillway {

void ByteWriter::bytes(QByteArrayView value)
{
    number(quint32(value.size()));
    m_bytes.append(value);
}

void ByteWriter::text(QStringView value)
{
    bytes(QByteArrayView(reinterpret_cast<const char *>(value.utf16()), value.size() * qsizetype(sizeof(char16_t))));
}

QByteArrayView ByteReader::take(size_t size)
{
    if (size > size_t(m_rest.size())) {
        m_good = false;
        m_rest = {};
        return {};
    }
    const QByteArrayView taken = m_rest.first(qsizetype(size));
    m_rest = m_rest.sliced(qsizetype(size));
    return taken;
}

bool ByteReader::flag()
{
    const auto value = number<quint8>();
    if (value > 1)
        m_good = false;
    return value == 1;
}

QByteArrayView ByteReader::bytes()
{
    return take(number<quint32>());
}

QString ByteReader::text()
{
    const QByteArrayView raw = bytes();
    if (raw.size() % qsizetype(sizeof(char16_t)) != 0)
        m_good = false;
    QString text(raw.size() / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
    if (!text.isEmpty()) // memcpy takes no null, whatever the size
        std::memcpy(text.data(), raw.data(), size_t(text.size()) * sizeof(char16_t));
    return text;
}

qsizetype ByteReader::count(qsizetype least)
{
    const auto value = qsizetype(number<quint32>());
    if (value > m_rest.size() / std::max<qsizetype>(1, least)) {
        m_good = false;
        return 0;
    }
    return value;
}

quint64 checkSum(QByteArrayView bytes)
{
    constexpr quint64 factor = 0x9e37'79b9'7f4a'7c15; // 2^64 divided by the golden ratio: every bit of a word reaches the upper ones
    quint64 sum = quint64(bytes.size()) * factor;
    const auto add = [&](quint64 word) {
        sum = (sum ^ word) * factor;
        sum ^= sum >> 29;
    };
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        add(word);
    }
    quint64 last = 0;
    if (at < bytes.size()) // no bytes may be nowhere
        std::memcpy(&last, bytes.data() + at, size_t(bytes.size() - at));
    add(last);
    return sum;
}

} // namespace quillway
