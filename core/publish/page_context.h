// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/publication_data.h"

#include <QSize>
#include <QVariantHash>

namespace quillway::publish {

/// A step of the way from the start page to a page.
struct Breadcrumb {
    QString title;
    QString address;
};

/// The picture that stands for a page where it is shared.
struct PageImage {
    QString url; ///< absolute; empty: none
    QSize size; ///< pixels; empty if not known
    QString alt; ///< plain text
};

/// What a page says of itself, from which `page` of the templates is made.
struct PageFacts {
    QString kind; ///< `index`, `post`, … (resources/theme/README.md)
    QString title; ///< plain text
    QString headTitle; ///< in place of title where that alone would not tell the page from others
    QString description; ///< plain text
    QString address;
    QString language; ///< empty: the site's
    QString canonical; ///< absolute; empty: the page's own URL
    PageImage image;
    QString openGraphType = QStringLiteral("website");
    QString published; ///< ISO 8601
    QString modified;
    QByteArray jsonLd; ///< safe inside <script>
    QString feedList; ///< address of the list whose feeds belong to the page; empty: none of its own
    QList<Breadcrumb> breadcrumbs; ///< between the start page and this one
    bool noIndex = false;
    QVariant params;
};

[[nodiscard]] QVariantHash pageContext(const Publication::Private &shared, const PageFacts &facts);

/// `site` and `page`: with what every template's context begins. Breadcrumbs are added to the facts' JSON-LD if there is none.
[[nodiscard]] QVariantHash baseContext(const Publication::Private &shared, PageFacts facts);

/// The site's absolute URL of an address; empty if the site has no base_url, since then there is none.
[[nodiscard]] QString absoluteIfKnown(const Publication::Private &shared, const QString &address);

/// Where a link leads as seen from outside the site, its query and fragment kept. `ownAddress` is the page it stands on.
[[nodiscard]] QString absoluteLink(const Publication::Private &shared, const analysis::LinkTarget &target, const QString &ownAddress);

} // namespace quillway::publish
