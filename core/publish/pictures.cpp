// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/pictures.h"

#include "core/model/addresses.h"
#include "core/pictures/render_picture.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace quillway::publish {

using pictures::Format;
using pictures::PictureFacts;

namespace {

QLatin1StringView suffixOf(Format format)
{
    switch (format) {
    case Format::Jpeg: return ".jpg"_L1;
    case Format::Png: return ".png"_L1;
    case Format::WebP: return ".webp"_L1;
    case Format::Gif: return ".gif"_L1;
    case Format::Svg: return ".svg"_L1;
    }
    return {};
}

/// True for what can be scaled and stays what it is.
bool hasVersions(const PictureFacts &facts, const model::PictureSettings &settings)
{
    return !facts.isAnimated && facts.format != Format::Gif && facts.format != Format::Svg && !pictures::isHuge(facts)
        && !settings.widths.isEmpty() && facts.size.width() > settings.widths.first();
}

} // namespace

SitePicture sitePicture(const PictureFacts &facts, const QString &address, const model::PictureSettings &settings)
{
    SitePicture picture { facts, address, {}, facts.format };
    if (!hasVersions(facts, settings))
        return picture;
    if (settings.webp && pictures::canWrite(Format::WebP))
        picture.format = Format::WebP;
    else if (!pictures::canWrite(picture.format))
        return picture;
    const int widest = std::min(facts.size.width(), settings.widths.last());
    for (const int width : settings.widths) {
        if (width <= widest / 10 * 9) // one hardly smaller than the next is not worth its bytes
            picture.widths.append(width);
    }
    picture.widths.append(widest);
    return picture;
}

QSize SitePicture::shownSize(int columnWidth) const
{
    if (facts.isRatioOnly)
        return pictures::scaledTo(columnWidth, facts.size);
    return widths.isEmpty() ? facts.size : pictures::scaledTo(widths.last(), facts.size);
}

QString SitePicture::versionAddress(int width) const
{
    return u"%1.%2%3"_s.arg(address, QString::number(width), suffixOf(format));
}

QString addressOfOriginal(const QString &versionAddress)
{
    static const QRegularExpression version(uR"(^(.+\.(?:jpe?g|png|webp))\.[0-9]{1,5}\.(?:jpg|png|webp)$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return version.match(versionAddress).captured(1);
}

PictureMarkup pictureMarkup(const SitePicture &picture, const model::Settings &settings)
{
    const int column = settings.pictures.columnWidth;
    PictureMarkup markup { picture.shownSize(column), {}, {} };
    if (picture.widths.isEmpty())
        return markup;
    QStringList candidates;
    for (const int width : picture.widths)
        candidates.append(u"%1 %2w"_s.arg(model::urlPath(picture.versionAddress(width), settings), QString::number(width)));
    markup.srcset = candidates.join(u", "_s);
    const int shown = std::min(column, markup.size.width());
    markup.sizes = u"(max-width: %1px) 100vw, %1px"_s.arg(shown);
    return markup;
}

QByteArray pictureAttributes(const std::optional<SitePicture> &picture, bool isFirst, const model::Settings &settings)
{
    QString attributes;
    if (picture) {
        const PictureMarkup markup = pictureMarkup(*picture, settings);
        attributes += uR"( width="%1" height="%2")"_s.arg(markup.size.width()).arg(markup.size.height());
        if (!markup.srcset.isEmpty())
            attributes += uR"( srcset="%1" sizes="%2")"_s.arg(markup.srcset.toHtmlEscaped(), markup.sizes);
    }
    if (!isFirst)
        attributes += uR"( loading="lazy")"_s;
    return attributes.toUtf8();
}

} // namespace quillway::publish
