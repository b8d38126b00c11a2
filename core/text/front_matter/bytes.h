// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace quillway::text {

/// The parts (byte arrays, views, characters) one after the other.
template<typename... Parts>
[[nodiscard]] QByteArray joined(const Parts &...parts)
{
    QByteArray result;
    (result.append(parts), ...);
    return result;
}

/// `bytes`, UTF-8, as text. Unlike QString::fromUtf8() it keeps U+FEFF at the begin: inside a file that is a character, not a byte order mark.
[[nodiscard]] inline QString textFromUtf8(QByteArrayView bytes)
{
    constexpr QByteArrayView mark = "\xEF\xBB\xBF";
    QString marks;
    for (; bytes.startsWith(mark); bytes = bytes.sliced(mark.size()))
        marks.append(QChar::ByteOrderMark);
    return marks.isEmpty() ? QString::fromUtf8(bytes) : marks + QString::fromUtf8(bytes);
}

} // namespace quillway::text
