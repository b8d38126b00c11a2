// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QImageWriter>
#include <QtEndian>

namespace quillway::test {

inline QByteArray written(const QImage &image, const QByteArray &format, int quality = 90)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        qFatal("cannot write a picture: %s", qPrintable(writer.errorString()));
    return bytes;
}

/// A picture whose left upper quarter is red, the rest blue: it tells how it lies.
inline QImage quartered(QSize size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < size.height() / 2; ++y) {
        for (int x = 0; x < size.width() / 2; ++x)
            image.setPixelColor(x, y, Qt::red);
    }
    return image.convertToFormat(format);
}

/// The content of an EXIF segment that says the orientation and, as text, where the picture was taken.
inline QByteArray exif(int orientation, bool isBigEndian = true)
{
    const auto number = [&](auto value) {
        QByteArray bytes(sizeof value, '\0');
        if (isBigEndian)
            qToBigEndian(value, bytes.data());
        else
            qToLittleEndian(value, bytes.data());
        return bytes;
    };
    QByteArray tiff = isBigEndian ? "MM" : "II";
    tiff += number(quint16(42)) + number(quint32(8)) + number(quint16(1));
    tiff += number(quint16(274)) + number(quint16(3)) + number(quint32(1)) + number(quint16(orientation)) + number(quint16(0));
    return tiff + number(quint32(0)) + "GPS 52.5 N 13.4 E";
}

/// A JPEG with a segment set in behind its first two bytes.
inline QByteArray withSegment(const QByteArray &jpeg, quint8 marker, const QByteArray &content)
{
    QByteArray segment = "\xff";
    segment += char(marker);
    segment += char((content.size() + 2) >> 8);
    segment += char((content.size() + 2) & 0xff);
    return jpeg.first(2) + segment + content + jpeg.sliced(2);
}

inline QByteArray withExif(const QByteArray &jpeg, int orientation, bool isBigEndian = true)
{
    return withSegment(jpeg, 0xe1, QByteArray("Exif\0\0", 6) + exif(orientation, isBigEndian));
}

inline QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// The sum behind a chunk of a PNG (PNG, annex D).
inline quint32 chunkSum(const QByteArray &typeAndContent)
{
    quint32 sum = 0xffffffff;
    for (const char c : typeAndContent) {
        sum ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~sum;
}

/// A PNG with a chunk set in behind its head.
inline QByteArray withChunk(const QByteArray &png, const QByteArray &type, const QByteArray &content)
{
    constexpr qsizetype head = 8 + 25;
    return png.first(head) + bigEndian(quint32(content.size())) + type + content + bigEndian(chunkSum(type + content)) + png.sliced(head);
}

inline QByteArray webpChunk(const QByteArray &type, const QByteArray &content)
{
    QByteArray size(4, '\0');
    qToLittleEndian(quint32(content.size()), size.data());
    return type + size + content + QByteArray(content.size() % 2, '\0');
}

/// A WebP of 40 × 30 pixels in the extended file format, with these chunks behind those that it has.
inline QByteArray withChunks(const QByteArray &webp, const QByteArray &chunks)
{
    const QByteArray head = webpChunk("VP8X", QByteArray("\x0c\0\0\0\x27\0\0\x1d\0\0", 10));
    QByteArray bytes = webp.first(12) + head + webp.sliced(12) + chunks;
    qToLittleEndian(quint32(bytes.size() - 8), bytes.data() + 4);
    return bytes;
}

} // namespace quillway::test
