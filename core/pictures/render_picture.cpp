// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/render_picture.h"

#include "core/base/byte_stream.h"
#include "core/base/fingerprint.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QSet>
#include <QTransform>

using namespace Qt::StringLiterals;

namespace quillway::pictures {

namespace {

constexpr int fewColours = 256;

QByteArray nameOf(Format format)
{
    switch (format) {
    case Format::Jpeg: return "jpeg"_ba;
    case Format::Png: return "png"_ba;
    case Format::WebP: return "webp"_ba;
    case Format::Gif: return "gif"_ba;
    case Format::Svg: return "svg"_ba;
    }
    return {};
}

/// What to read a JPEG as: its decoder halves sides for a fraction of the work, and twice what is wanted is enough to scale from.
QSize sizeToRead(QSize stored, int wantedWidth, int wantedHeight)
{
    QSize size = stored;
    for (int half = 2; half <= 8; half *= 2) {
        const QSize smaller((stored.width() + half - 1) / half, (stored.height() + half - 1) / half);
        if (smaller.width() < 2 * wantedWidth || smaller.height() < 2 * wantedHeight)
            break;
        size = smaller;
    }
    return size;
}

Result<QImage> read(const QByteArray &source, const PictureFacts &facts, QSize wanted)
{
    QBuffer buffer;
    buffer.setData(source);
    QImageReader reader(&buffer, nameOf(facts.format));
    reader.setAutoTransform(false);
    const bool isTurned = facts.orientation >= 5;
    const QSize stored = isTurned ? facts.size.transposed() : facts.size;
    QSize size = stored;
    if (facts.format == Format::Jpeg)
        size = isTurned ? sizeToRead(stored, wanted.height(), wanted.width()) : sizeToRead(stored, wanted.width(), wanted.height());
    if (size != stored)
        reader.setScaledSize(size);
    QImage image = reader.read();
    if (image.isNull())
        return std::unexpected(Error { ErrorCode::BadPicture, {}, {}, reader.errorString() });
    if (image.size() != size)
        return std::unexpected(Error { ErrorCode::BadPicture, {}, {}, u"it is not as large as its head says"_s });
    return image;
}

/// As EXIF says that the pixels lie (EXIF 2.3, 4.6.4, Orientation).
QImage upright(const QImage &image, int orientation)
{
    switch (orientation) {
    case 2: return image.mirrored(true, false);
    case 3: return image.mirrored(true, true);
    case 4: return image.mirrored(false, true);
    case 5: return image.transformed(QTransform().rotate(90)).mirrored(true, false);
    case 6: return image.transformed(QTransform().rotate(90));
    case 7: return image.transformed(QTransform().rotate(90)).mirrored(false, true);
    case 8: return image.transformed(QTransform().rotate(270));
    default: return image;
    }
}

QImage inStandardColours(const QImage &image)
{
    const QImage::Format format = image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    const QColorSpace space = image.colorSpace();
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        const QImage converted = image.convertedToColorSpace(QColorSpace(QColorSpace::SRgb), format);
        if (!converted.isNull())
            return converted;
    }
    return image.convertToFormat(format);
}

bool hasFewColours(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            colours.insert(line[x]);
        if (colours.size() > fewColours)
            return false;
    }
    return true;
}

/// The pixels alone: an image brings the texts that its file had, and its colour profile.
QImage bare(const QImage &image)
{
    return QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format());
}

Result<QByteArray> written(const QImage &image, Format format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, nameOf(format));
    if (format == Format::Png)
        writer.setCompression(100);
    else
        writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    if (!writer.write(bare(image)))
        return std::unexpected(Error { ErrorCode::BadPicture, {}, {}, writer.errorString() });
    return bytes;
}

} // namespace

Result<QByteArray> renderPicture(const QByteArray &source, const PictureFacts &facts, const Rendition &wanted)
{
    const Result<QImage> raw = read(source, facts, wanted.size);
    if (!raw)
        return std::unexpected(raw.error());
    const bool isGray = raw->format() == QImage::Format_Grayscale8 || raw->format() == QImage::Format_Grayscale16;
    QImage image = inStandardColours(upright(*raw, facts.orientation));
    int quality = wanted.quality;
    if (image.size() != wanted.size)
        image = image.scaled(wanted.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    else if (wanted.format == Format::WebP && facts.format == Format::Png && hasFewColours(image))
        quality = 100; // which is lossless
    if (isGray && wanted.format != Format::WebP)
        image = image.convertToFormat(QImage::Format_Grayscale8);
    return written(image, wanted.format, quality);
}

bool canWrite(Format format)
{
    static const QList<QByteArray> formats = QImageWriter::supportedImageFormats();
    return formats.contains(nameOf(format));
}

const QByteArray &codecIdentity()
{
    static const QByteArray identity = [] {
        ByteWriter writer;
        writer.bytes(qVersion());
        for (const QString &folder : QCoreApplication::libraryPaths()) {
            for (const QFileInfo &plugin : QDir(folder + "/imageformats"_L1).entryInfoList(QDir::Files, QDir::Name)) {
                writer.text(plugin.fileName());
                writer.number(plugin.size());
                writer.number(plugin.lastModified().toMSecsSinceEpoch());
            }
        }
        return fingerprint(writer.written());
    }();
    return identity;
}

} // namespace quillway::pictures
