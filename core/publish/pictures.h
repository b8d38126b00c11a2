// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/links.h"
#include "core/pictures/picture_facts.h"

#include <QList>

#include <optional>

namespace quillway::publish {

/// A picture of the site, and the smaller versions of it that an export makes for `srcset`. They stand beside it: `/images/plan.png.800.webp`.
struct SitePicture {
    pictures::PictureFacts facts;
    QString address;
    QList<int> widths; ///< of the versions, in pixels, ascending; the last one is the picture itself, or as much of it as the settings want. Empty: none
    pictures::Format format = pictures::Format::WebP; ///< of the versions

    /// As it stands on a page: that of its largest version, or its own.
    [[nodiscard]] QSize shownSize(int columnWidth) const;
    [[nodiscard]] QString versionAddress(int width) const;

    friend bool operator==(const SitePicture &, const SitePicture &) = default;
};

/// Which versions the settings ask for. What moves, what is drawn by lines, what is too large to be opened and what is smaller than any version has none.
[[nodiscard]] SitePicture sitePicture(const pictures::PictureFacts &facts, const QString &address, const model::PictureSettings &settings);

/// The address of the picture that one at this address would be a version of; empty if it is no version's.
[[nodiscard]] QString addressOfOriginal(const QString &versionAddress);

/// What `<img>` says of a picture beside `src` and `alt`.
struct PictureMarkup {
    QSize size;
    QString srcset; ///< not escaped; empty: no versions
    QString sizes;
};
[[nodiscard]] PictureMarkup pictureMarkup(const SitePicture &picture, const model::Settings &settings);

/// The same as attributes, each with a blank before it, ready for HTML. `isFirst`: the first picture of its page is loaded at once, others when they come near.
/// `picture` may be unset: then nothing is known but this.
[[nodiscard]] QByteArray pictureAttributes(const std::optional<SitePicture> &picture, bool isFirst, const model::Settings &settings);

} // namespace quillway::publish
