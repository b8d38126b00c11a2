// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/read_asset.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace quillway::ui {

using workspace::AssetKind;
using workspace::NewAsset;

namespace {

/// A format that all browsers show.
struct WebFormat {
    const char *name; ///< Qt's
    const char *mimeType;
    QLatin1StringView extension;
};

constexpr std::array webFormats {
    WebFormat { "png", "image/png", "png"_L1 },
    WebFormat { "jpeg", "image/jpeg", "jpg"_L1 },
    WebFormat { "gif", "image/gif", "gif"_L1 },
    WebFormat { "webp", "image/webp", "webp"_L1 },
};
constexpr std::array pictureExtensions { u"png", u"jpg", u"jpeg", u"jpe", u"gif", u"webp", u"apng", u"bmp", u"tif", u"tiff", u"ico" };

std::unexpected<Error> failure(ErrorCode code, const QString &name)
{
    return std::unexpected(Error { code, name, {}, {} });
}

bool isPictureName(const QString &name)
{
    const QString extension = QFileInfo(name).suffix().toLower();
    return std::ranges::any_of(pictureExtensions, [&](QStringView known) { return known == extension; });
}

QByteArray asPng(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

/// `bytes` as a picture for a page: as they are, else turned into PNG.
Result<NewAsset> pictureOf(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > workspace::largestAsset)
        return failure(ErrorCode::TooDeep, name);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    const QImage image = reader.read();
    if (image.isNull())
        return failure(ErrorCode::BadValue, name);
    const auto *web = std::ranges::find(webFormats, format, [](const WebFormat &known) { return QByteArray(known.name); });
    const QByteArray kept = web != webFormats.end() ? bytes : asPng(image);
    if (kept.isEmpty() || kept.size() > workspace::largestAsset)
        return failure(ErrorCode::TooDeep, name);
    const QString extension = web != webFormats.end() ? web->extension : u"png"_s;
    const QFileInfo info(name);
    const bool fits = info.suffix().compare(extension, Qt::CaseInsensitive) == 0
        || (extension == "jpg"_L1 && info.suffix().startsWith(u"jp", Qt::CaseInsensitive))
        || (extension == "png"_L1 && info.suffix().compare(u"apng", Qt::CaseInsensitive) == 0);
    const QString stem = isPictureName(name) ? info.completeBaseName() : name;
    return NewAsset { AssetKind::Picture, fits ? name : stem + u'.' + extension, kept };
}

Result<NewAsset> fileOf(const FileSystem &files, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto status = files.targetStatus(path);
    if (!status)
        return std::unexpected(status.error());
    if (status->kind != FileKind::File)
        return failure(ErrorCode::NotAFile, name);
    if (status->size > workspace::largestAsset)
        return failure(ErrorCode::TooDeep, name);
    const auto bytes = files.read(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto asset = isPictureName(name) ? pictureOf(*bytes, name) : Result<NewAsset>(NewAsset { AssetKind::File, name, *bytes });
    if (asset && asset->bytes.isSharedWith(*bytes))
        asset->source = path;
    return asset;
}

} // namespace

QStringList filesIn(const QMimeData &data)
{
    QStringList paths;
    if (!data.hasUrls())
        return paths;
    for (const QUrl &url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

bool hasPicture(const QMimeData &data)
{
    const bool hasFormat = data.hasImage()
        || std::ranges::any_of(webFormats, [&](const WebFormat &format) { return data.hasFormat(QLatin1StringView(format.mimeType)); });
    return hasFormat && !data.hasUrls() && data.text().trimmed().isEmpty();
}

workspace::ReadAsset readFile(const QString &path)
{
    return [path](const FileSystem &files) { return fileOf(files, path); };
}

workspace::ReadAsset readPicture(const QMimeData &data, const QString &stem)
{
    for (const WebFormat &format : webFormats) {
        if (const QByteArray bytes = data.data(QLatin1StringView(format.mimeType)); !bytes.isEmpty())
            return [bytes, name = stem + u'.' + format.extension](const FileSystem & /*files*/) { return pictureOf(bytes, name); };
    }
    const auto image = data.imageData().value<QImage>();
    return [image, name = stem + u".png"_s](const FileSystem & /*files*/) -> Result<NewAsset> {
        const QByteArray bytes = asPng(image);
        if (bytes.isEmpty())
            return failure(ErrorCode::BadValue, name);
        if (bytes.size() > workspace::largestAsset)
            return failure(ErrorCode::TooDeep, name);
        return NewAsset { AssetKind::Picture, name, bytes };
    };
}

} // namespace quillway::ui
