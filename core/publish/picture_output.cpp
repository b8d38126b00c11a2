// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/picture_output.h"

#include "core/base/byte_stream.h"
#include "core/base/content_hash.h"
#include "core/base/program_identity.h"
#include "core/pictures/render_picture.h"
#include "core/pictures/strip_metadata.h"
#include "core/pictures/svg.h"

using namespace Qt::StringLiterals;

namespace quillway::publish {

using pictures::Format;
using pictures::Rendition;

namespace {

Diagnostic warning(ErrorCode code, const SitePath &asset, const QString &detail)
{
    return { Severity::Warning, { code, asset.toString(), {}, detail } };
}

QByteArray cacheKey(const QByteArray &source, const Rendition &wanted)
{
    ByteWriter key;
    key.bytes(contentHash(source));
    key.bytes(programIdentity());
    key.bytes(pictures::codecIdentity());
    key.number(int(wanted.format));
    key.number(wanted.size.width());
    key.number(wanted.size.height());
    key.number(wanted.quality);
    return contentHash(key.written());
}

/// As `wanted`, or the source as it is if that cannot be.
RenderedOutput rendered(const QByteArray &source, const SitePicture &picture, const Rendition &wanted, const SitePath &asset,
                        PictureCache *cache)
{
    const QByteArray key = cache != nullptr ? cacheKey(source, wanted) : QByteArray();
    if (cache != nullptr) {
        if (std::optional<QByteArray> known = cache->find(key))
            return { *std::move(known), {} };
    }
    Result<QByteArray> bytes = pictures::renderPicture(source, picture.facts, wanted);
    if (!bytes)
        return { source, { warning(bytes.error().code, asset, bytes.error().detail) } };
    if (cache != nullptr)
        cache->keep(key, *bytes);
    return { *std::move(bytes), {} };
}

Result<QByteArray> readAsset(const Publication::Private &shared, const SitePath &asset, const FileSystem &files)
{
    Result<QByteArray> bytes = files.read(shared.site->folder() + u'/' + asset.toString());
    if (!bytes)
        bytes.error().file = asset.toString();
    return bytes;
}

/// What there is to say of a picture that is copied as it is.
Diagnostics remarks(const Publication::Private &shared, const SitePath &asset, const QByteArray &source,
                    const std::optional<SitePicture> &picture, const FileSystem &files)
{
    if (!picture && !pictures::isPictureName(asset.toString()))
        return {};
    if (!picture) {
        const auto facts = pictures::readPictureFacts(files, shared.site->folder() + u'/' + asset.toString());
        return facts ? Diagnostics() : Diagnostics { warning(ErrorCode::BadPicture, asset, facts.error().detail) };
    }
    if (picture->facts.format == Format::Svg && pictures::hasScript(source))
        return { warning(ErrorCode::ScriptInPicture, asset, {}) };
    if (pictures::isHuge(picture->facts))
        return { warning(ErrorCode::HugePicture, asset, u"%1 × %2"_s.arg(picture->facts.size.width()).arg(picture->facts.size.height())) };
    return {};
}

bool isCopied(const std::optional<SitePicture> &picture, const model::PictureSettings &settings)
{
    return !picture || picture->facts.isAnimated || picture->facts.format == Format::Svg || picture->facts.format == Format::Gif
        || pictures::isHuge(picture->facts) || settings.originals;
}

} // namespace

Result<RenderedOutput> renderAsset(const Publication::Private &shared, const SitePath &asset, const FileSystem &files, PictureCache *cache)
{
    const Result<QByteArray> source = readAsset(shared, asset, files);
    if (!source)
        return std::unexpected(source.error());
    const std::optional<SitePicture> picture = shared.picture(asset);
    const model::PictureSettings &settings = shared.settings.pictures;
    if (isCopied(picture, settings))
        return RenderedOutput { *source, remarks(shared, asset, *source, picture, files) };
    const bool isWhole = picture->widths.isEmpty() || picture->widths.last() == picture->facts.size.width() || shared.isLinked(asset);
    if (isWhole && picture->facts.orientation == 1) {
        if (std::optional<QByteArray> same = pictures::withoutMetadata(*source, picture->facts.format))
            return RenderedOutput { *std::move(same), {} };
    }
    const QSize size = isWhole ? picture->facts.size : picture->shownSize(settings.columnWidth);
    return rendered(*source, *picture, { picture->facts.format, size, settings.quality }, asset, cache);
}

Result<RenderedOutput> renderPictureVersion(const Publication::Private &shared, const SitePath &asset, int width, const FileSystem &files,
                                            PictureCache *cache)
{
    const Result<QByteArray> source = readAsset(shared, asset, files);
    if (!source)
        return std::unexpected(source.error());
    const std::optional<SitePicture> picture = shared.picture(asset);
    if (!picture) // gone bad since it was looked at
        return std::unexpected(Error { ErrorCode::ChangedOnDisk, asset.toString(), {}, {} });
    const int quality = shared.settings.pictures.quality;
    RenderedOutput version = rendered(*source, *picture, { picture->format, pictures::scaledTo(width, picture->facts.size), quality },
                                      asset, cache);
    if (version.bytes.size() <= source->size() || width == picture->facts.size.width())
        return version;
    // Fine lines take more bytes scaled than as they are.
    RenderedOutput whole = rendered(*source, *picture, { picture->format, picture->facts.size, quality }, asset, cache);
    return whole.bytes.size() < version.bytes.size() ? std::move(whole) : std::move(version);
}

} // namespace quillway::publish
