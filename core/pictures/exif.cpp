// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/exif.h"

#include <QtEndian>

namespace quillway::pictures {

namespace {

constexpr quint16 orientationTag = 274;
constexpr qsizetype entrySize = 12;

/// Numbers in the byte order that the content says it is in; 0 beyond its end.
class Numbers
{
public:
    explicit Numbers(QByteArrayView tiff)
        : m_tiff(tiff)
        , m_isBig(tiff.startsWith("MM"))
    { }

    template<typename T>
    [[nodiscard]] T at(qsizetype offset) const
    {
        if (offset < 0 || offset > m_tiff.size() - qsizetype(sizeof(T)))
            return 0;
        return m_isBig ? qFromBigEndian<T>(m_tiff.data() + offset) : qFromLittleEndian<T>(m_tiff.data() + offset);
    }

private:
    QByteArrayView m_tiff;
    bool m_isBig;
};

} // namespace

int exifOrientation(QByteArrayView tiff)
{
    const Numbers numbers(tiff);
    if ((!tiff.startsWith("MM") && !tiff.startsWith("II")) || numbers.at<quint16>(2) != 42)
        return 1;
    const qsizetype directory = numbers.at<quint32>(4);
    const qsizetype count = numbers.at<quint16>(directory);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype entry = directory + 2 + i * entrySize;
        if (numbers.at<quint16>(entry) != orientationTag)
            continue;
        const quint16 orientation = numbers.at<quint16>(entry + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
    return 1;
}

} // namespace quillway::pictures
