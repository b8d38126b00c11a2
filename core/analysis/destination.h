// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace quillway::analysis {

/// A link's destination taken apart (RFC 3986), before anybody asks what is there.
struct Destination {
    enum class Kind {
        Nothing, ///< empty
        SamePage, ///< `#place`, or a query alone
        Inside, ///< a path, or a URL under the site's own base_url
        Elsewhere, ///< another site or scheme
    };
    Kind kind = Kind::Nothing;
    QString path {}; ///< decoded; begins with `/` if it counts from the site's root
    QString tail {}; ///< query and fragment, encoded, each with its sign
    QString fragment {}; ///< decoded
    bool belowPrefix = false; ///< was a whole URL: `path` is known to be seen from base_url
};

/// `ownUrl`: the site's base_url, empty if not set. Blanks and other characters may stand bare.
[[nodiscard]] Destination parseDestination(const QString &text, const QUrl &ownUrl);

/// `path` as a browser resolves it on the page `base`, dot segments removed (RFC 3986, 5.2): always begins with `/` and never leads above it.
[[nodiscard]] QString absolutePath(const QString &path, const QString &base);

} // namespace quillway::analysis
